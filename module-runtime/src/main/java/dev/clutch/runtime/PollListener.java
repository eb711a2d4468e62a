package dev.clutch.runtime;

/**
 * Sees each poll of an interpreter's threads: at loops and calls of Python code, and where Java code asks for interrupts. It may keep the thread there, with the interpreter's lock: test tools decide that
 * way which of several interpreters goes on.
 */
@FunctionalInterface
public interface PollListener {
    /** Runs in the polling thread, attached. What it throws is thrown there. */
    void polled(RuntimeThreadState ts);
}
