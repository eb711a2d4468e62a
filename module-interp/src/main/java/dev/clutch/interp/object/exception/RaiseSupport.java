package dev.clutch.interp.object.exception;

import dev.clutch.interp.object.PyTuple;
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

    /** {@code __cause__}, or null. */
    public static @Nullable PyBaseException cause(PyBaseException e) {
        return e.cause;
    }

    /** {@code __context__}, or null. */
    public static @Nullable PyBaseException context(PyBaseException e) {
        return e.context;
    }

    /** {@code __suppress_context__}. */
    public static boolean suppressContext(PyBaseException e) {
        return e.suppressContext;
    }

    /** The exceptions in a group. */
    public static PyTuple members(PyExceptionGroup group) {
        return group.exceptions;
    }

    /** The object of an AttributeError, or null. */
    public static @Nullable Object object(PyBaseException e) {
        return e instanceof PyAttributeError a ? a.object : null;
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
