package dev.clutch.extensions.builtin.sre;

import dev.clutch.extension.spi.Constant;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.builtin.Sharing;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** {@code _sre}: what the library's {@code re} runs on. */
@ExtensionModule(
        name = "_sre",
        types = {PatternObject.class, MatchObject.class, ScannerObject.class, TemplateObject.class},
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class SreModule {
    @Constant
    static final int MAGIC = SreCode.MAGIC;

    @Constant
    static final int CODESIZE = SreCode.CODESIZE;

    @Constant
    static final long MAXREPEAT = SreCode.MAXREPEAT;

    @Constant
    static final int MAXGROUPS = SreCode.MAXGROUPS;

    private final PyObject module;
    private final LibraryCompiler library = new LibraryCompiler();
    private @Nullable PyType matchType;
    private @Nullable PyType templateType;

    SreModule(ThreadState ts, PyObject module) {
        this.module = module;
    }

    PyType matchType(ThreadState ts) {
        PyType type = matchType;
        if (type == null) {
            type = ts.moduleType(module, "Match");
            matchType = type;
        }
        return type;
    }

    private PyType templateType(ThreadState ts) {
        PyType type = templateType;
        if (type == null) {
            type = ts.moduleType(module, "SRE_Template");
            templateType = type;
        }
        return type;
    }

    PyType scannerType(ThreadState ts) {
        return ts.moduleType(module, "SRE_Scanner");
    }

    @Expose(
            signature = "(pattern, flags, code, groups, groupindex, indexgroup)",
            doc = "Make a pattern of a list of code words.")
    Object compile(
            ThreadState ts, Object pattern, int flags, Object code, long groups, Object groupindex, Object indexgroup) {
        checkType(ts, "compile", "code", "list", ts.isList(code), code);
        checkType(ts, "compile", "groupindex", "dict", ts.isDict(groupindex), groupindex);
        checkType(ts, "compile", "indexgroup", "tuple", ts.isTuple(indexgroup), indexgroup);
        int[] words = new int[ts.fastSize(code)];
        for (int i = 0; i < words.length; i++) {
            words[i] = word(ts, ts.fastItem(code, i));
        }
        PatternObject.Kind kind = PatternObject.Kind.ANY;
        if (pattern != Singleton.NONE) {
            try (Searched text = Searched.of(ts, pattern)) {
                kind = text.isBytes() ? PatternObject.Kind.BYTES : PatternObject.Kind.STR;
            }
        }
        if (!CodeValidator.isValid(words, groups)) {
            throw ts.error("RuntimeError", "invalid SRE code");
        }
        Program program = Program.of(words, (int) groups);
        PyType type = ts.moduleType(module, "Pattern");
        return new PatternObject(type, this, pattern, kind, flags, program, groupindex, indexgroup);
    }

    @Expose(
            signature = "(pattern, flags, compiler, parser, /)",
            doc = "Make a pattern that was compiled when the library was built; None for others.")
    Object recall(ThreadState ts, Object pattern, Object flags, Object compiler, Object parser) {
        checkType(ts, "recall", "compiler", "dict", ts.isDict(compiler), compiler);
        checkType(ts, "recall", "parser", "dict", ts.isDict(parser), parser);
        if (library.isUnchanged(ts, compiler, parser)
                && flags instanceof Long bits
                && !Sharing.of(ts).isTraced()) {
            KnownPattern known = KnownPatterns.of(ts).find(ts, pattern, bits);
            if (known != null) {
                return known.make(ts, ts.moduleType(module, "Pattern"), this, pattern);
            }
        }
        return Singleton.NONE;
    }

    private static void checkType(
            ThreadState ts, String function, String name, String expected, boolean ok, Object value) {
        if (!ok) {
            throw ts.typeError(function + "() argument '" + name + "' must be " + expected + ", not "
                    + (value == Singleton.NONE ? "None" : ts.typeOf(value).displayName()));
        }
    }

    private static int word(ThreadState ts, Object value) {
        if (!(value instanceof Long) && !ts.isInt(value)) {
            throw ts.typeError("an integer is required");
        }
        Object index = ts.index(value);
        boolean negative = index instanceof Long n ? n < 0 : ((BigInteger) index).signum() < 0;
        if (negative) {
            throw ts.error("OverflowError", "can't convert negative value to unsigned int");
        }
        if (!(index instanceof Long word) || word > 0xFFFF_FFFFL) {
            throw ts.error("OverflowError", "regular expression code size limit exceeded");
        }
        return (int) (long) word;
    }

    @Expose(signature = "(pattern, template, /)", doc = "Make a replacement of its literals and group numbers.")
    Object template(ThreadState ts, Object pattern, Object template) {
        if (!ts.isList(template)) {
            throw ts.typeError("template() argument 2 must be list, not "
                    + (template == Singleton.NONE ? "None" : ts.typeOf(template).displayName()));
        }
        int n = ts.fastSize(template);
        if ((n & 1) == 0) {
            throw ts.typeError("invalid template");
        }
        Object[] literals = new Object[n / 2 + 1];
        long[] groups = new long[n / 2];
        literals[0] = ts.fastItem(template, 0);
        for (int i = 0; i < groups.length; i++) {
            Object group = ts.fastItem(template, 2 * i + 1);
            if (!ts.isInt(group)) {
                throw ts.typeError("an integer is required");
            }
            groups[i] = ts.asLong(group);
            if (groups[i] < 0) {
                throw ts.typeError("invalid template");
            }
            literals[i + 1] = ts.fastItem(template, 2 * i + 2);
        }
        return new TemplateObject(templateType(ts), literals, groups);
    }

    /** {@code compile_template}: asks the library, which keeps what it has made. */
    TemplateObject compileTemplate(ThreadState ts, PatternObject pattern, Object replacement) {
        Object compile = ts.getAttr(ts.importModule("re"), "_compile_template");
        Object made;
        try {
            made = ts.call(compile, pattern, replacement);
        } catch (PythonException e) {
            // a bytes-like object may have no hash
            if (!ts.matches(e, "TypeError") || ts.isStr(replacement) || ts.isBytes(replacement)) {
                throw e;
            }
            Object bytes;
            try (Searched text = Searched.of(ts, replacement)) {
                bytes = text.slice(ts, 0, text.length());
            } catch (PythonException notBytes) {
                throw e;
            }
            made = ts.call(compile, pattern, bytes);
        }
        if (!(made instanceof TemplateObject t)) {
            throw ts.error(
                    "RuntimeError",
                    "the result of compiling a replacement string is "
                            + ts.typeOf(made).displayName() + ", not "
                            + templateType(ts).displayName());
        }
        return t;
    }

    @Expose(doc = "Return the size of a code word in bytes.")
    static int getcodesize(ThreadState ts) {
        return SreCode.CODESIZE;
    }

    @Expose(doc = "Return whether a character has case, in ASCII.")
    static boolean ascii_iscased(ThreadState ts, int character) {
        return Characters.asciiIsCased(character);
    }

    @Expose(doc = "Return whether a character has case.")
    static boolean unicode_iscased(ThreadState ts, int character) {
        return Characters.unicodeIsCased(character);
    }

    @Expose(doc = "Return the lower case of a character, in ASCII.")
    static int ascii_tolower(ThreadState ts, int character) {
        return Characters.asciiToLower(character);
    }

    @Expose(doc = "Return the lower case of a character.")
    static int unicode_tolower(ThreadState ts, int character) {
        return Characters.unicodeToLower(character);
    }
}
