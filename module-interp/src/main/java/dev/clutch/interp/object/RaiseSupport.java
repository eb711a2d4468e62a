package dev.clutch.interp.object;

import org.jspecify.annotations.Nullable;

/** What raising needs of the inside of exceptions. */
public final class RaiseSupport {
    private RaiseSupport() {}

    /** {@code raise e from cause}, null for None. */
    public static void setCause(PyBaseException e, @Nullable PyBaseException cause) {
        e.cause = cause;
        e.suppressContext = true;
    }

    /** The traceback, or null. */
    public static @Nullable Object traceback(PyBaseException e) {
        return e.traceback;
    }

    /** Replaces the traceback. */
    public static void setTraceback(PyBaseException e, Object traceback) {
        e.traceback = (dev.clutch.extension.spi.PyObject) traceback;
    }

    /** The arguments. */
    public static PyTuple args(PyBaseException e) {
        return e.args;
    }

    /** Throws what is no RuntimeException, too. */
    @SuppressWarnings("unchecked")
    public static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
