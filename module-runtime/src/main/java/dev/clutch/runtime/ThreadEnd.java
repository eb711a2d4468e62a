package dev.clutch.runtime;

/**
 * Unwinds a thread whose interpreter is gone. It is thrown where CPython would hang the thread for ever (PEP 788), in a thread that does not hold the lock:
 * it is no Python exception, and no Python code, {@code finally} included, may run while it passes.
 */
public final class ThreadEnd extends Error {
    private static final long serialVersionUID = 1L;

    ThreadEnd(String message) {
        super(message, null, false, false);
    }
}
