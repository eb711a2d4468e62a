package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Setter;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.exception.PyBaseException;
import org.jspecify.annotations.Nullable;

/** One entry of a traceback. Answers to {@code PyTracebackObject}. */
@ExtensionType(name = "traceback", exported = false, doc = "Where an exception passed.")
public final class PyTraceback extends PyObject {
    /** {@code types.TracebackType}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyTracebackDefinition(), TypeObject.OBJECT);

    @Nullable
    PyTraceback next;

    final PyFrame frame;
    /** {@code tb_lasti}: twice the position index of the code, as every instruction of CPython takes two bytes. */
    final int lasti;

    /** {@code tb_lineno}, negative while it follows from the position. */
    final int line;

    private PyFrame.@Nullable Caught caught;

    private PyTraceback(@Nullable PyTraceback next, PyFrame frame, int lasti, int line) {
        super(TYPE);
        this.next = next;
        this.frame = frame;
        this.lasti = lasti;
        this.line = line;
    }

    /** Puts a frame in front of the traceback of a passing exception ({@code PyTraceBack_Here}). */
    public static void here(PyBaseException e, PyFrame frame, int position) {
        PyTraceback next = e.traceback instanceof PyTraceback t ? t : null;
        e.traceback = new PyTraceback(next, frame, position * 2, -1);
    }

    /** Keeps locals for the frame of the entry that was put in front last. */
    static void keep(PyFrame.Caught caught) {
        if (caught.exception().traceback instanceof PyTraceback t) {
            t.caught = caught;
        }
    }

    @Expose(signature = "(tb_next, tb_frame, tb_lasti, tb_lineno)")
    static Object __new__(PyThreadState ts, PyType cls, Object tb_next, Object tb_frame, int tb_lasti, int tb_lineno) {
        PyTraceback next = entryOrNone(ts, tb_next, "traceback object or None");
        if (!(tb_frame instanceof PyFrame f)) {
            throw Errors.typeError(
                    ts,
                    "traceback() argument 'tb_frame' must be frame, not "
                            + (tb_frame == Singleton.NONE
                                    ? "None"
                                    : Types.of(tb_frame).displayName()));
        }
        return new PyTraceback(next, f, tb_lasti, tb_lineno);
    }

    private static @Nullable PyTraceback entryOrNone(PyThreadState ts, Object o, String wanted) {
        if (o == Singleton.NONE) {
            return null;
        }
        if (o instanceof PyTraceback t) {
            return t;
        }
        throw Errors.typeError(
                ts, "expected " + wanted + ", got '" + Types.of(o).displayName() + "'");
    }

    /** Returns the entry of the frame that this one called, or null. */
    public @Nullable PyTraceback next() {
        return next;
    }

    /** Replaces what follows. */
    public void setNext(@Nullable PyTraceback entry) {
        next = entry;
    }

    /** Returns the frame. */
    public PyFrame frame() {
        return frame;
    }

    /** Returns the code of the frame. */
    public PyCode code() {
        return frame.function.code;
    }

    /** Returns the position index of the code; negative when there is none. */
    public int position() {
        return lasti < 0 ? -1 : lasti / 2;
    }

    /** Returns the line. */
    public int line() {
        if (line >= 0) {
            return line;
        }
        PyCode code = code();
        int position = position();
        return position >= 0 && position < code.positions().count()
                ? code.positions().line(position)
                : code.firstlineno;
    }

    @Getter
    Object tb_next(PyThreadState ts) {
        return next == null ? Singleton.NONE : next;
    }

    @Setter("tb_next")
    void setNext(PyThreadState ts, @Nullable Object value) {
        if (value == null) {
            throw Errors.typeError(ts, "can't delete tb_next attribute");
        }
        PyTraceback entry = entryOrNone(ts, value, "traceback object");
        for (PyTraceback t = entry; t != null; t = t.next) {
            if (t == this) {
                throw Errors.valueError(ts, "traceback loop detected");
            }
        }
        next = entry;
    }

    @Getter(member = true)
    Object tb_frame(PyThreadState ts) {
        ts.audit("object.__getattr__", this, "tb_frame");
        return frame;
    }

    @Getter(member = true)
    Object tb_lasti(PyThreadState ts) {
        return (long) lasti;
    }

    @Getter
    Object tb_lineno(PyThreadState ts) {
        return (long) line();
    }

    @Expose
    Object __dir__(PyThreadState ts) {
        return new PyList(new Object[] {"tb_frame", "tb_next", "tb_lasti", "tb_lineno"});
    }
}
