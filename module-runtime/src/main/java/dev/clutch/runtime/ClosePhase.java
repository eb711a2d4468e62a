package dev.clutch.runtime;

/** The steps of a close, in order. Answers to the parts of {@code Py_FinalizeEx} and {@code Py_EndInterpreter}. */
public enum ClosePhase {
    /** Shut the door and take the lock. */
    ENTER,
    /** {@code threading._shutdown}. */
    SHUTDOWN_THREADING,
    /** Wait for non-daemon threads, for Java threads inside, and for guards. */
    AWAIT_THREADS,
    /** Run the exit callbacks, Python's and then Java's. */
    AT_EXIT,
    /** Make the pending calls that wait. */
    PENDING_CALLS,
    /** End the remaining threads. */
    END_THREADS,
    /** Flush the standard streams and other writers. */
    FLUSH_STREAMS,
    /** Clear the modules in reverse order of their import. */
    CLEAR_MODULES,
    /** Let go of everything. */
    DROP,
    /** Run the runtime's exit callbacks; the main interpreter's close only. */
    RUNTIME_EXIT
}
