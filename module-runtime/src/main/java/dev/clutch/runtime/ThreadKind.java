package dev.clutch.runtime;

/** Why a thread state exists, which decides what close does about it. */
public enum ThreadKind {
    /** The thread that made the runtime, in the main interpreter: kept until the runtime closes ({@code main_tstate}). */
    MAIN,
    /** A Java thread that entered through the API; close waits for it to leave. */
    FOREIGN,
    /** Started by Python code, to be waited for at close. */
    NON_DAEMON,
    /** Started by Python code as a daemon: ended at close. */
    DAEMON,
    /** Started by {@code _thread.start_new_thread}: ended at close; {@code threading} waits for it by its own means where it should. */
    UNMANAGED,
    /** Made by the runtime to create or close an interpreter. */
    INTERNAL;

    /** Whether close waits for the thread before it runs the exit callbacks. */
    boolean isAwaited() {
        return this == MAIN || this == FOREIGN || this == NON_DAEMON;
    }
}
