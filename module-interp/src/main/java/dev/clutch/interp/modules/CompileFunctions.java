package dev.clutch.interp.modules;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.os.FsEncoding;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.SourceCompiler;
import dev.clutch.interp.ast.Mod;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.FrameStack;
import dev.clutch.interp.object.PyCell;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.parser.ParserOptions;
import dev.clutch.interp.parser.Source;
import java.nio.charset.StandardCharsets;

/** {@code compile}, and what {@code exec} and {@code eval} compile. */
final class CompileFunctions {
    private static final int KNOWN_FLAGS = SourceCompiler.FUTURE_MASK
            | SourceCompiler.DONT_IMPLY_DEDENT
            | SourceCompiler.ONLY_AST
            | SourceCompiler.IGNORE_COOKIE
            | SourceCompiler.TYPE_COMMENTS
            | SourceCompiler.ALLOW_TOP_LEVEL_AWAIT
            | SourceCompiler.ALLOW_INCOMPLETE_INPUT
            | 0x10; // CO_NESTED, which was a future feature once

    private CompileFunctions() {}

    static Object compile(
            PyThreadState ts,
            Object source,
            Object filename,
            Object mode,
            int flags,
            boolean dontInherit,
            int optimize,
            int featureVersion) {
        String file = filename(ts, filename);
        if ((flags & ~KNOWN_FLAGS) != 0) {
            throw Errors.valueError(ts, "compile(): unrecognised flags");
        }
        if (optimize < -1 || optimize > 2) {
            throw Errors.valueError(ts, "compile(): invalid optimize value");
        }
        int all = dontInherit ? flags : flags | inherited(ts);
        if (!PyStr.isStr(mode)) {
            throw Errors.typeError(
                    ts,
                    "compile() argument 'mode' must be str, not "
                            + ts.typeOf(mode).name());
        }
        String text = Attr.nameText(ts, mode);
        ParserOptions.Mode parserMode = switch (text) {
            case "exec" -> ParserOptions.Mode.EXEC;
            case "eval" -> ParserOptions.Mode.EVAL;
            case "single" -> ParserOptions.Mode.SINGLE;
            case "func_type" -> {
                if ((flags & SourceCompiler.ONLY_AST) == 0) {
                    throw Errors.valueError(ts, "compile() mode 'func_type' requires flag PyCF_ONLY_AST");
                }
                yield ParserOptions.Mode.FUNC_TYPE;
            }
            default ->
                throw Errors.valueError(
                        ts,
                        (flags & SourceCompiler.ONLY_AST) != 0
                                ? "compile() mode must be 'exec', 'eval', 'single' or 'func_type'"
                                : "compile() mode must be 'exec', 'eval' or 'single'");
        };
        if (ts.interp.isNode(source)) {
            if ((flags & SourceCompiler.ONLY_AST) != 0) {
                return source;
            }
            Mod tree = ts.interp.nodeTypes(ts).toTree(ts, source, root(parserMode));
            return SourceCompiler.code(ts, tree, file, optimize, all);
        }
        Source program = source(ts, "compile", source, "string, bytes or AST", file, all);
        ts.audit("compile", audited(source), filename);
        if ((flags & SourceCompiler.ONLY_AST) != 0) {
            Mod tree = SourceCompiler.tree(ts, program, parserMode, all);
            return ts.interp.nodeTypes(ts).toPython(ts, tree);
        }
        return SourceCompiler.code(ts, program, file, parserMode, optimize, all);
    }

    /** A text as events show it: its bytes. */
    private static Object audited(Object source) {
        return PyStr.isStr(source) ? new PyBytes(Text.java(source).getBytes(StandardCharsets.UTF_8)) : source;
    }

    private static String root(ParserOptions.Mode mode) {
        return switch (mode) {
            case EXEC -> "Module";
            case EVAL -> "Expression";
            case SINGLE -> "Interactive";
            case FUNC_TYPE -> "FunctionType";
        };
    }

    /** {@code PyUnicode_FSDecoder}. */
    static String filename(PyThreadState ts, Object filename) {
        Object path = PyStr.isStr(filename) || filename instanceof PyBytes ? filename : ts.fspath(filename);
        String text = Text.java(path instanceof PyBytes b ? FsEncoding.decode(b.value()) : path);
        if (text.indexOf(0) >= 0) {
            throw Errors.valueError(ts, "embedded null character");
        }
        return text;
    }

    /** The {@code __future__} features of the calling function ({@code PyEval_MergeCompilerFlags}). */
    private static int inherited(PyThreadState ts) {
        PyCode caller = FrameStack.currentCode(ts);
        return caller == null ? 0 : caller.flags & SourceCompiler.FUTURE_MASK;
    }

    /** The program that {@code exec} or {@code eval} was given as a text. */
    static PyCode program(PyThreadState ts, String function, Object source, ParserOptions.Mode mode) {
        int flags = inherited(ts);
        Source program = source(ts, function, source, "string, bytes or code", "<string>", flags);
        ts.audit("compile", audited(source), "<string>");
        return SourceCompiler.code(ts, program, "<string>", mode, -1, flags);
    }

    /** The program that {@code symtable} was given as a text. */
    static Source program(PyThreadState ts, Object source, Object filename) {
        return source(ts, "symtable", source, "string or bytes", filename(ts, filename), 0);
    }

    /** {@code _Py_SourceAsString}. */
    private static Source source(
            PyThreadState ts, String function, Object source, String what, String filename, int flags) {
        if (PyStr.isStr(source)) {
            String text = Text.java(PyStr.plain(source));
            noNull(ts, text.indexOf(0) >= 0);
            return Source.ofString(function.equals("eval") ? withoutIndent(text) : text, filename);
        }
        byte[] bytes;
        try (var view = ts.buffer(source, false)) {
            bytes = new byte[view.length()];
            System.arraycopy(view.array(), view.offset(), bytes, 0, bytes.length);
        } catch (PythonException e) {
            throw Errors.matches(e, "TypeError")
                    ? Errors.typeError(ts, function + "() arg 1 must be a " + what + " object")
                    : e;
        }
        boolean hasNull = false;
        for (byte b : bytes) {
            hasNull |= b == 0;
        }
        noNull(ts, hasNull);
        if (!function.equals("eval")) {
            return SourceCompiler.bytes(ts, bytes, filename);
        }
        return Source.ofString(
                withoutIndent(SourceCompiler.bytes(ts, bytes, filename).decoded()), filename);
    }

    private static void noNull(PyThreadState ts, boolean hasNull) {
        if (hasNull) {
            throw Errors.error(ts, "SyntaxError", "source code string cannot contain null bytes");
        }
    }

    private static String withoutIndent(String text) {
        int i = 0;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return text.substring(i);
    }

    /** The cells for the free variables of a code object that is executed. */
    static PyCell[] closure(PyThreadState ts, PyCode code, Object closure) {
        int wanted = code.freeCount();
        if (wanted == 0) {
            if (closure != Singleton.NONE) {
                throw Errors.typeError(ts, "cannot use a closure with this code object");
            }
            return new PyCell[0];
        }
        if (closure == Singleton.NONE) {
            throw Errors.typeError(ts, "code object requires a closure of exactly length " + wanted);
        }
        if (!(closure instanceof PyTuple t) || t.size() != wanted) {
            throw Errors.typeError(ts, "code object requires a closure of exactly length " + wanted);
        }
        PyCell[] cells = new PyCell[wanted];
        for (int i = 0; i < wanted; i++) {
            if (!(t.get(i) instanceof PyCell cell)) {
                throw Errors.typeError(ts, "code object requires a closure of exactly length " + wanted);
            }
            cells[i] = cell;
        }
        return cells;
    }
}
