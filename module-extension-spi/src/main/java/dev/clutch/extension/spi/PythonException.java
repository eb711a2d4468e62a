package dev.clutch.extension.spi;

import org.jspecify.annotations.Nullable;

/**
 * Carries a Python exception through Java frames. It has no Java stack trace: the Python traceback hangs off {@link #value()}.
 *
 * <p>Made by the error family of {@link ThreadState}; an author catches it, tests it with {@link ThreadState#matches} and lets it pass on.
 */
@Stability(since = "0.1")
public final class PythonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient PyObject value;

    private transient @Nullable Throwable failure;

    /** Wraps an instance of {@code BaseException}. */
    public PythonException(PyObject value) {
        super(null, null, false, false);
        this.value = value;
    }

    /** Returns the exception object, an instance of {@code BaseException}. */
    public PyObject value() {
        return value;
    }

    /** Keeps the Java failure behind a SystemError, for embedders. */
    @Override
    public synchronized Throwable initCause(Throwable cause) {
        failure = cause;
        return this;
    }

    @Override
    public synchronized @Nullable Throwable getCause() {
        return failure;
    }

    @Override
    public String getMessage() {
        return value.type().displayName();
    }
}
