package dev.clutch.runtime;

/** The interpreter's configuration or state forbids an operation. The message is CPython's; the language raises it as {@code RuntimeError}. */
public final class OperationRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OperationRefusedException(String message) {
        super(message, null, false, false);
    }
}
