package dev.clutch.runtime;

/** An attempt to enter, guard or use an interpreter or a runtime that does not accept it: not initialised yet, closing or closed. */
public final class InterpreterClosedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    InterpreterClosedException(String message) {
        super(message);
    }
}
