package dev.clutch.interp.object;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.op.Text;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a code object that a program makes. Answers to {@code _PyCodeConstructor}, {@code code_new_impl} and {@code code_replace_impl}.
 *
 * <p>There is no byte code: {@code co_code} is a row of no-operations, one for each source position, and at its end a fingerprint by which a compiled body is found again.
 * A code object whose fingerprint is unknown, or whose parameters differ from those of the body, can be looked at but not run.
 */
final class CodeMaking {
    /** Bytes of {@code co_code} that hold the fingerprint. */
    static final int FINGERPRINT_BYTES = 16;

    private static final byte NOP = 9;

    /** The tables as a program gave them. */
    record Tables(int stacksize, PyBytes code, PyBytes linetable, PyBytes exceptiontable) {}

    private final PyThreadState ts;
    private final @Nullable PyCode original;
    private @Nullable PyCode body;

    int argcount;
    int posonlyargcount;
    int kwonlyargcount;
    int nlocals;
    int stacksize;
    int flags;
    int firstlineno;
    private PyBytes code = new PyBytes(new byte[0]);
    PyTuple consts = PyTuple.EMPTY;
    String[] names = {};
    String[] varnames = {};
    String[] freevars = {};
    String[] cellvars = {};
    Object filename = "";
    Object name = "";
    Object qualname = "";
    PyBytes linetable = code;
    PyBytes exceptiontable = code;
    /** The argument of {@code replace} that is being read. */
    @Nullable
    String replacing;

    CodeMaking(PyThreadState ts, @Nullable PyCode original) {
        this.ts = ts;
        this.original = original;
        if (original != null) {
            body = original;
            code = code(ts, original);
            consts = original.constants();
            Tables t = original.tables;
            stacksize = t == null ? original.varnames.length + 1 : t.stacksize;
            linetable = t == null ? CodeTables.lineTable(original) : t.linetable;
            exceptiontable = t == null ? new PyBytes(new byte[0]) : t.exceptiontable;
        }
    }

    Tables tables() {
        return new Tables(stacksize, code, linetable, exceptiontable);
    }

    /** Returns {@code co_code}, and makes the body known under it. */
    static PyBytes code(PyThreadState ts, PyCode c) {
        if (c.tables != null) {
            return c.tables.code;
        }
        byte[] bytes = new byte[2 * c.positions().count() + FINGERPRINT_BYTES];
        for (int i = 0; i < bytes.length; i += 2) {
            bytes[i] = NOP;
        }
        int at = bytes.length - FINGERPRINT_BYTES;
        for (int i = 0; i < 8; i++) {
            bytes[at + 2 * i + 1] = (byte) (c.fingerprint >>> 8 * i);
        }
        ts.interp.codeBodies().note(c);
        return new PyBytes(bytes);
    }

    private static long fingerprint(byte[] bytes) {
        long f = 0;
        int at = bytes.length - FINGERPRINT_BYTES;
        for (int i = 0; i < 8 && at >= 0; i++) {
            f |= (bytes[at + 2 * i + 1] & 0xffL) << 8 * i;
        }
        return f;
    }

    // --- arguments -----------------------------------------------------------------------------------------------

    private PythonException wrong(int number, String wanted, Object got) {
        String r = replacing;
        return Errors.typeError(
                ts,
                (r == null ? "code() argument " + number : "replace() argument '" + r + "'") + " must be " + wanted
                        + ", not " + Types.of(got).displayName());
    }

    static int notNegative(PyThreadState ts, int value, String what) {
        if (value < 0) {
            throw Errors.valueError(ts, "code: " + what + " must not be negative");
        }
        return value;
    }

    int number(@Nullable Object given, int before, String argument) {
        if (given == null) {
            return before;
        }
        if (Types.of(given).slot(Slot.INDEX) == null) {
            throw Errors.typeError(
                    ts, "'" + Types.of(given).displayName() + "' object cannot be interpreted as an integer");
        }
        int value = ts.asInt(given);
        return argument.equals("co_flags") || argument.equals("co_firstlineno") || argument.equals("co_stacksize")
                ? value
                : notNegative(ts, value, argument.substring(3));
    }

    Object text(Object value, int number) {
        if (!PyStr.isStr(value)) {
            throw wrong(number, "str", value);
        }
        return ts.strValue(value);
    }

    Object text(@Nullable Object given, Object before, String argument) {
        replacing = argument;
        return given == null ? before : text(given, 0);
    }

    PyBytes bytes(Object value, int number) {
        if (!(value instanceof PyBytes b)) {
            throw wrong(number, "bytes", value);
        }
        return b;
    }

    PyBytes bytes(@Nullable Object given, PyBytes before, String argument) {
        replacing = argument;
        return given == null ? before : bytes(given, 0);
    }

    String[] texts(Object value, int number) {
        if (!(value instanceof PyTuple t)) {
            throw wrong(number, "tuple", value);
        }
        String[] texts = new String[t.size()];
        for (int i = 0; i < texts.length; i++) {
            Object o = t.get(i);
            if (!PyStr.isStr(o)) {
                throw Errors.typeError(
                        ts,
                        "name tuples must contain only strings, not '"
                                + Types.of(o).displayName() + "'");
            }
            texts[i] = Text.java(ts.strValue(o)).intern();
        }
        return texts;
    }

    String[] texts(@Nullable Object given, String[] before, String argument) {
        replacing = argument;
        return given == null ? before : texts(given, 0);
    }

    void setConsts(Object value) {
        if (!(value instanceof PyTuple t)) {
            throw wrong(8, "tuple", value);
        }
        consts = t;
    }

    void setCode(Object value) {
        code = bytes(value, 7);
        byte[] b = code.value();
        if (b.length % 2 != 0) {
            throw Errors.valueError(ts, "code: co_code is malformed");
        }
        body = ts.interp.codeBodies().find(fingerprint(b));
    }

    // --- making --------------------------------------------------------------------------------------------------

    PyCode make() {
        if (argcount < posonlyargcount || stacksize < 0 || flags < 0) {
            throw Errors.systemError(ts, "bad argument to internal function");
        }
        ts.audit(
                "code.__new__",
                code,
                filename,
                name,
                (long) argcount,
                (long) posonlyargcount,
                (long) kwonlyargcount,
                (long) nlocals,
                (long) stacksize,
                (long) flags);
        if (nlocals != varnames.length) {
            throw Errors.valueError(ts, "code: co_nlocals != len(co_varnames)");
        }
        int parameters =
                argcount + kwonlyargcount + Integer.bitCount(flags & (PyCode.CO_VARARGS | PyCode.CO_VARKEYWORDS));
        if (nlocals < parameters) {
            throw Errors.valueError(ts, "code: varnames is too small");
        }
        PyCode b = body;
        if (b == null) {
            return new PyCode(this, new Positions(new int[0]), new NoBody(), 0, fingerprint(code.value()), false);
        }
        boolean fits = b.argcount == argcount
                && b.kwonlyargcount == kwonlyargcount
                && b.parameterCount() == parameters
                && b.freevars.length == freevars.length
                && ((b.flags ^ flags)
                                & (PyCode.CO_OPTIMIZED
                                        | PyCode.CO_VARARGS
                                        | PyCode.CO_VARKEYWORDS
                                        | PyCode.CO_GENERATOR
                                        | PyCode.CO_COROUTINE
                                        | PyCode.CO_ASYNC_GENERATOR))
                        == 0;
        PyCode o = original;
        Positions positions =
                o != null && o.positions().count() == b.positions().count() ? o.positions() : b.positions();
        return new PyCode(this, positions, fits ? b.vectorcall : new NoBody(), b.cacheSize, b.fingerprint, b.cleanup);
    }

    /** The error of running a code object without a body. */
    static PythonException noBody(PyThreadState ts, PyCode c) {
        return Errors.systemError(
                ts,
                "the code object " + Text.java(c.name)
                        + " was put together by the program, and no compiled body has its code and parameters");
    }

    /** Stands in for the body that there is not. */
    private static final class NoBody extends Vectorcall {
        @Override
        public Object call(PyThreadState ts, Object f, Object[] args, String @Nullable [] names) {
            throw noBody(ts, ((PyFunction) f).code);
        }
    }
}
