package dev.clutch.interp.object;

import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import org.jspecify.annotations.Nullable;

/** One entry of a traceback. Answers to {@code PyTracebackObject}. */
@ExtensionType(name = "traceback", exported = false)
public final class PyTraceback extends PyObject {
    /** {@code types.TracebackType}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyTracebackDefinition(), TypeObject.OBJECT);

    @Nullable
    PyTraceback next;

    final PyFrame frame;
    /** Position index of the code; also {@code tb_lasti}. */
    final int position;

    final int line;

    /** Makes an entry for a frame. */
    public PyTraceback(@Nullable PyTraceback next, PyFrame frame, int position, int line) {
        super(TYPE);
        this.next = next;
        this.frame = frame;
        this.position = position;
        this.line = line;
    }

    /** Puts a frame in front of the traceback of a passing exception ({@code PyTraceBack_Here}). */
    public static void here(PyBaseException e, PyFrame frame, int position) {
        PyTraceback next = e.traceback instanceof PyTraceback t ? t : null;
        PyCode code = frame.function.code;
        int line = position < code.positions.count() ? code.positions.line(position) : code.firstlineno;
        e.traceback = new PyTraceback(next, frame, position, line);
    }

    /** Returns the entry of the frame that this one called, or null. */
    public @Nullable PyTraceback next() {
        return next;
    }

    /** Replaces what follows. */
    public void setNext(@Nullable PyTraceback entry) {
        next = entry;
    }

    /** Returns the code of the frame. */
    public PyCode code() {
        return frame.function.code;
    }

    @Getter
    Object tb_next(PyThreadState ts) {
        return next == null ? Singleton.NONE : next;
    }

    @Getter(member = true)
    Object tb_frame(PyThreadState ts) {
        return frame;
    }

    @Getter(member = true)
    Object tb_lasti(PyThreadState ts) {
        return 2L * position;
    }

    @Getter
    Object tb_lineno(PyThreadState ts) {
        return (long) line;
    }
}
