package dev.clutch.runtime;

/**
 * The bits of a thread state's breaker word: why running code should leave the fast path. Answers to {@code tstate->eval_breaker} and the
 * {@code _PY_..._BIT} constants of {@code pycore_ceval.h}.
 */
public final class Breaker {
    /** Another thread waits for the lock: {@code _PY_GIL_DROP_REQUEST_BIT}. */
    public static final int SWITCH = 1;
    /** Pending calls wait: {@code _PY_CALLS_TO_DO_BIT}. */
    public static final int PENDING = 1 << 1;
    /** A signal was tripped; set for the main thread of the main interpreter only: {@code _PY_SIGNALS_PENDING_BIT}. */
    public static final int SIGNAL = 1 << 2;
    /** An exception was sent to this thread: {@code _PY_ASYNC_EXCEPTION_BIT}. */
    public static final int ASYNC_EXC = 1 << 3;
    /** The embedder asks the thread to stop what it does. */
    public static final int INTERRUPT = 1 << 4;
    /** The interpreter closes and the thread must end. */
    public static final int FINALIZING = 1 << 5;
    /** A limit of the interpreter or of the call is used up. */
    public static final int LIMIT = 1 << 6;

    /** The language wants to see each function that is entered; set as long as it does. */
    public static final int TRACE = 1 << 7;

    /** A listener wants to see each poll; set as long as it does. */
    static final int LISTENED = 1 << 8;

    /** What wakes a blocked call; a switch request never does, since a blocked call has given the lock back. */
    static final int WAKING = PENDING | SIGNAL | ASYNC_EXC | INTERRUPT | FINALIZING | LIMIT;

    /** What ends a long operation in the middle: everything but what may let others see the middle. */
    static final int INTERRUPTING = SIGNAL | ASYNC_EXC | INTERRUPT | FINALIZING | LIMIT;

    private Breaker() {}
}
