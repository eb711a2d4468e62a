package dev.clutch.interp;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.ast.Mod;
import dev.clutch.interp.ast.Node;
import dev.clutch.interp.compiler.CompileException;
import dev.clutch.interp.compiler.CompileOptions;
import dev.clutch.interp.compiler.CompiledUnit;
import dev.clutch.interp.compiler.Compiler;
import dev.clutch.interp.compiler.Origin;
import dev.clutch.interp.compiler.UnitLoader;
import dev.clutch.interp.encodings.SourceDecoder;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.ModelConstants;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.parser.CharacterNames;
import dev.clutch.interp.parser.Parser;
import dev.clutch.interp.parser.ParserOptions;
import dev.clutch.interp.parser.Source;
import dev.clutch.interp.parser.SyntaxException;
import dev.clutch.interp.parser.WarningListener;
import dev.clutch.interp.symtable.FutureFeatures;
import dev.clutch.interp.symtable.Scope;
import dev.clutch.interp.symtable.SymbolTable;
import dev.clutch.interp.traceback.SourceLines;
import dev.clutch.interp.warnings.Warnings;

/** From source to a code object: what {@code compile} does. */
public final class SourceCompiler {
    private SourceCompiler() {}

    /** {@code PyCF_MASK}: the flags that a {@code __future__} import sets. */
    public static final int FUTURE_MASK = 0x1FE0000;
    /** {@code PyCF_DONT_IMPLY_DEDENT}. */
    public static final int DONT_IMPLY_DEDENT = 0x200;
    /** {@code PyCF_ONLY_AST}. */
    public static final int ONLY_AST = 0x400;
    /** {@code PyCF_IGNORE_COOKIE}. */
    public static final int IGNORE_COOKIE = 0x800;
    /** {@code PyCF_TYPE_COMMENTS}. */
    public static final int TYPE_COMMENTS = 0x1000;
    /** {@code PyCF_ALLOW_TOP_LEVEL_AWAIT}. */
    public static final int ALLOW_TOP_LEVEL_AWAIT = 0x2000;
    /** {@code PyCF_ALLOW_INCOMPLETE_INPUT}. */
    public static final int ALLOW_INCOMPLETE_INPUT = 0x4000;

    private static final int FUTURE_ANNOTATIONS = 0x1000000;
    private static final int FUTURE_BARRY = 0x400000;

    /** Compiles the bytes of a file. */
    public static PyCode file(PyThreadState ts, byte[] program, String filename) {
        return code(ts, source(ts, program, filename), filename, ParserOptions.Mode.EXEC, -1, 0);
    }

    /** Compiles a text. */
    public static PyCode text(
            PyThreadState ts, String program, String filename, ParserOptions.Mode mode, int optimise) {
        return code(ts, Source.ofString(program, filename), filename, mode, optimise, 0);
    }

    /** Decodes bytes in memory by their cookie; what isn't UTF-8 without one is found where it matters. */
    public static Source bytes(PyThreadState ts, byte[] program, String filename) {
        try {
            return Source.ofBytes(program, filename, new SourceDecoder(ts));
        } catch (SyntaxException e) {
            throw raised(ts, e);
        }
    }

    /** Decodes the bytes of a file by its cookie. */
    public static Source source(PyThreadState ts, byte[] program, String filename) {
        try {
            return Source.ofFile(program, filename, new SourceDecoder(ts));
        } catch (SyntaxException e) {
            throw raised(ts, e);
        }
    }

    /** Parses a program. */
    public static Mod tree(PyThreadState ts, Source source, ParserOptions.Mode mode, int flags) {
        return tree(ts, source, mode, flags, new Listener(ts));
    }

    private static Mod tree(
            PyThreadState ts, Source source, ParserOptions.Mode mode, int flags, WarningListener listener) {
        ParserOptions options = new ParserOptions(
                mode,
                (flags & TYPE_COMMENTS) != 0,
                (flags & ALLOW_INCOMPLETE_INPUT) != 0,
                (flags & DONT_IMPLY_DEDENT) != 0,
                (flags & FUTURE_BARRY) != 0,
                ts.interp.maxStrDigits());
        try {
            return Parser.parse(source, options, ModelConstants.INSTANCE, new CharacterNames.Jdk(), listener);
        } catch (SyntaxException e) {
            throw raised(ts, e);
        }
    }

    /**
     * Compiles a program.
     *
     * @param optimise 0 to 2; -1 for what the interpreter was started with
     * @param flags those of {@code compile()}
     */
    public static PyCode code(
            PyThreadState ts, Source source, String filename, ParserOptions.Mode mode, int optimise, int flags) {
        int level = optimise < 0 ? ts.interp.options().optimize : optimise;
        CodeCache cache = ts.interp.codeCache();
        CodeCache.Key key = new CodeCache.Key(filename, mode.ordinal(), level, flags, source.content());
        PyCode known = cache.get(key);
        if (known != null) {
            return known;
        }
        Listener listener = new Listener(ts);
        Mod tree = tree(ts, source, mode, flags, listener);
        CompileOptions options = options(ts, filename, level, flags);
        PyCode code = code(ts, tree, options, listener, new Origin(source, null, mode, flags, options));
        // a program with warnings is compiled again where it is run again, so that they are given there too
        return listener.called ? code : cache.put(key, code);
    }

    /** Returns the scopes of a program. */
    public static Scope scopes(PyThreadState ts, Source source, String filename, ParserOptions.Mode mode) {
        Mod tree = tree(ts, source, mode, 0);
        try {
            boolean future = tree instanceof Mod.Module m && Compiler.futureAnnotations(m.body());
            return SymbolTable.build(tree, filename, future).top();
        } catch (SyntaxException e) {
            throw raised(ts, e);
        }
    }

    /** Compiles a tree. */
    public static PyCode code(PyThreadState ts, Mod tree, String filename, int optimise, int flags) {
        CompileOptions options = options(ts, filename, optimise, flags);
        Origin origin = new Origin(null, tree, ParserOptions.Mode.EXEC, flags, options);
        return code(ts, tree, options, new Listener(ts), origin);
    }

    private static CompileOptions options(PyThreadState ts, String filename, int optimise, int flags) {
        return new CompileOptions(
                filename,
                CompileOptions.of(filename).className(),
                optimise < 0 ? ts.interp.options().optimize : optimise,
                (flags & FUTURE_ANNOTATIONS) != 0,
                flags & FUTURE_MASK,
                (flags & ALLOW_TOP_LEVEL_AWAIT) != 0);
    }

    private static PyCode code(
            PyThreadState ts, Mod tree, CompileOptions options, WarningListener listener, Origin origin) {
        try {
            return UnitLoader.load(unit(tree, options, listener), origin);
        } catch (SyntaxException e) {
            throw raised(ts, e);
        } catch (CompileException e) {
            throw raised(ts, e, options.filename());
        }
    }

    /** Compiles a file of the standard library for classes of a given name; whether assertions count is decided when it runs. */
    public static CompiledUnit library(byte[] program, String filename, String className) {
        WarningListener silent = (category, message, file, lineno) -> false;
        Mod tree = Parser.parse(
                Source.ofFile(program, filename, new Source.JdkDecoder()),
                ParserOptions.of(ParserOptions.Mode.EXEC),
                ModelConstants.INSTANCE,
                new CharacterNames.Jdk(),
                silent);
        return unit(
                tree, new CompileOptions(filename, className, CompileOptions.DECIDED_LATER, false, 0, false), silent);
    }

    /** Tells the warnings of parser and compiler to the filters of the interpreter. */
    private static final class Listener implements WarningListener {
        private final PyThreadState ts;
        boolean called;

        Listener(PyThreadState ts) {
            this.ts = ts;
        }

        @Override
        public boolean warn(Category category, String message, String filename, int lineno) {
            called = true;
            return Warnings.ofCompiler(
                    ts,
                    category == Category.SYNTAX_WARNING ? "SyntaxWarning" : "DeprecationWarning",
                    message,
                    filename,
                    lineno);
        }
    }

    private static CompiledUnit unit(Mod tree, CompileOptions options, WarningListener warnings) {
        boolean future = FutureFeatures.of(tree, options.filename()).annotations() || options.futureAnnotations();
        SymbolTable table = SymbolTable.build(tree, options.filename(), future);
        return Compiler.compile(tree, table, options, warnings);
    }

    /** Makes the Python exception of a syntax error. */
    public static PythonException raised(PyThreadState ts, SyntaxException e) {
        Object text = Str.of(e.text());
        if (!e.located()) {
            return Errors.make(ts, Exceptions.type(e.kind().typeName()), text);
        }
        String line = e.line();
        PyTuple details = new PyTuple(
                Str.of(e.filename()),
                (long) e.lineno(),
                number(e.offset()),
                line == null ? Singleton.NONE : Str.of(line),
                number(e.endLineno()),
                number(e.endOffset()));
        return Errors.make(ts, Exceptions.type(e.kind().typeName()), text, details);
    }

    /** Makes the Python exception of an error that the compiler found in a tree. */
    private static PythonException raised(PyThreadState ts, CompileException e, String filename) {
        Object text = Str.of(String.valueOf(e.getMessage()));
        Node node = e.node();
        if (node == null) {
            return Errors.make(ts, Exceptions.type("SyntaxError"), text);
        }
        String line = SourceLines.line(ts, filename, node.lineno());
        PyTuple details = new PyTuple(
                Str.of(filename),
                (long) node.lineno(),
                node.colOffset() + 1L,
                line == null ? Singleton.NONE : Str.of(line + "\n"),
                (long) node.endLineno(),
                node.endColOffset() + 1L);
        return Errors.make(ts, Exceptions.type("SyntaxError"), text, details);
    }

    private static Object number(int n) {
        return n == SyntaxException.UNKNOWN ? Singleton.NONE : (Object) (long) n;
    }
}
