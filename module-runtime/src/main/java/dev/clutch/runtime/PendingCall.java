package dev.clutch.runtime;

/** A call to be made by a thread that holds the interpreter's lock, at its next safe point. What it throws is thrown in that thread, there. */
@FunctionalInterface
public interface PendingCall {
    /** Runs in the draining thread, attached. */
    void call(RuntimeThreadState ts);
}
