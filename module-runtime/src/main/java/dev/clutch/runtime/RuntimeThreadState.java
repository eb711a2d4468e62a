package dev.clutch.runtime;

import dev.clutch.extension.spi.ThreadState;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * One Java thread in one interpreter: what the runtime keeps of {@code PyThreadState}. The language adds the rest in its one final subclass.
 *
 * <p>Only the thread it is bound to runs with it. Other threads may call {@link #request}, {@link #withdraw}, {@link #interrupt}, {@link #exceedLimit} and
 * {@link #setAsyncException}, and read what has a getter. It is <i>attached</i> while its thread holds the interpreter's lock through it.
 */
public abstract class RuntimeThreadState extends ThreadState {
    private static final VarHandle BREAKER;
    private static final VarHandle ASYNC_EXCEPTION;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            BREAKER = lookup.findVarHandle(RuntimeThreadState.class, "breaker", int.class);
            ASYNC_EXCEPTION = lookup.findVarHandle(RuntimeThreadState.class, "asyncException", Object.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** How many Python calls are nested in this thread. A plain field, touched by the bound thread only: the language counts, and raises at {@link #recursionLimit}. */
    public int depth;

    /** How many may be: {@code py_recursion_limit}. Read while attached, written by {@link RuntimeInterpreter#setRecursionLimit} only, by a thread that is attached. */
    public int recursionLimit;

    private volatile int breaker;

    @SuppressWarnings("unused") // read through ASYNC_EXCEPTION
    private volatile @Nullable Object asyncException;

    private volatile @Nullable String limit;
    private volatile @Nullable Waker waker;
    private volatile boolean gone;
    private volatile boolean closer;
    private volatile @Nullable Thread thread;

    private final RuntimeInterpreter interpreter;
    private final InterpreterLock lock;
    private final long id;
    private final long serial;
    private ThreadKind kind = ThreadKind.INTERNAL;

    /** Touched by the bound thread only. */
    private boolean attached;

    /** For the language's subclass. The runtime registers, binds and attaches what the language makes. */
    protected RuntimeThreadState(RuntimeInterpreter interpreter) {
        this.interpreter = interpreter;
        this.lock = interpreter.lock();
        this.id = interpreter.nextThreadStateId();
        this.serial = interpreter.runtime().nextSerial();
        this.recursionLimit = interpreter.recursionLimit();
    }

    /** Returns the interpreter; the language's subclass narrows the type. */
    @Override
    public RuntimeInterpreter interpreter() {
        return interpreter;
    }

    /** Returns {@code tstate->id}, unique in its interpreter. */
    public final long id() {
        return id;
    }

    /** Unique in the runtime. */
    final long serial() {
        return serial;
    }

    /** Returns why the thread state exists. */
    public final ThreadKind kind() {
        return kind;
    }

    final void setKind(ThreadKind kind) {
        this.kind = kind;
    }

    /** Returns the Java thread it is bound to, or null before its thread runs and after. */
    public final @Nullable Thread thread() {
        return thread;
    }

    /** Returns {@code tstate->thread_id}, what {@code _thread.get_ident} gives; 0 when not bound. */
    public final long threadIdent() {
        Thread bound = thread;
        return bound == null ? 0 : bound.threadId();
    }

    final void bind(@Nullable Thread javaThread) {
        thread = javaThread;
        Meter meter = interpreter.meter();
        if (meter != null) {
            if (javaThread == null) {
                meter.leave(this);
            } else {
                meter.enter(this, javaThread);
            }
        }
    }

    /** Whether it closes its interpreter: then it isn't limited, but for the deadline of the close. */
    final boolean isCloser() {
        return closer;
    }

    final void setCloser() {
        closer = true;
    }

    // ---- breaker -------------------------------------------------------------------------------------------------

    /** Whether something waits for this thread: polled at back-edges and function entries. A volatile read, which no compiler hoists out of a loop; through a handle it would be six calls wherever the JVM still interprets. */
    public final boolean breakerSet() {
        return breaker != 0;
    }

    /** Does what the breaker asks for; call it when {@link #breakerSet} is true. Answers to {@code _Py_HandlePending}; throws what the language raises. */
    public final void handleBreaker() {
        BreakerHandler.handle(this);
    }

    /** Polls once: for long loops in Java code. */
    public final void checkBreaker() {
        if (breaker != 0) {
            BreakerHandler.handle(this);
        }
    }

    /** As {@link #checkBreaker}, under the name that extensions know: {@code PyErr_CheckSignals}. */
    @Override
    public final void checkInterrupts() {
        checkBreaker();
    }

    @Override
    public final void checkSignals() {
        if ((breaker & Breaker.INTERRUPTING) != 0) {
            BreakerHandler.interrupt(this);
        }
    }

    /** Sets bits of {@link Breaker} and wakes the thread if it is blocked. From any thread. */
    public final void request(int bits) {
        BREAKER.getAndBitwiseOr(this, bits);
        // The bit first, then the waker: beginBlocking does it the other way round, so that one of the two sees the
        // other.
        if ((bits & Breaker.WAKING) != 0) {
            Waker blocked = waker;
            if (blocked != null) {
                blocked.wake();
            }
        }
    }

    /**
     * Tells of a pending call, and wakes the thread for it if nobody of this interpreter runs, who would see the bit by himself.
     *
     * @return whether the thread was woken
     */
    final boolean signalPending(boolean woken) {
        BREAKER.getAndBitwiseOr(this, Breaker.PENDING);
        Waker blocked = waker;
        if (woken || blocked == null) {
            return false;
        }
        RuntimeThreadState running = lock.holder();
        if (running != null && running.interpreter() == interpreter) {
            return false;
        }
        blocked.wake();
        return true;
    }

    /** Clears bits. From any thread. */
    public final void withdraw(int bits) {
        BREAKER.getAndBitwiseAnd(this, ~bits);
    }

    /** Whether any of the bits is set. */
    public final boolean isRequested(int bits) {
        return (breaker & bits) != 0;
    }

    /**
     * Sends an exception to this thread, raised at its next safe point; a second one replaces the first, null takes it back. Answers to {@code PyThreadState_SetAsyncExc}; the
     * object is the language's and belongs to this interpreter.
     */
    public final void setAsyncException(@Nullable Object exception) {
        asyncException = exception;
        if (exception != null) {
            request(Breaker.ASYNC_EXC);
        }
    }

    final @Nullable Object takeAsyncException() {
        return ASYNC_EXCEPTION.getAndSet(this, (Object) null);
    }

    /** Asks the thread to stop what it does: {@link Language#interrupted} says by which exception. */
    public final void interrupt() {
        request(Breaker.INTERRUPT);
    }

    /** Tells the thread that a limit is used up: {@link Language#limitExceeded} says by which exception. */
    public final void exceedLimit(String name) {
        limit = name;
        request(Breaker.LIMIT);
    }

    final @Nullable String limit() {
        return limit;
    }

    // ---- attachment ----------------------------------------------------------------------------------------------

    /** Whether the bound thread runs with this thread state now. Meaningful in the bound thread only. */
    public final boolean isAttached() {
        return attached;
    }

    /** Gives the lock back: {@code PyEval_SaveThread}. Until {@link #reattach} no Python object may be touched. */
    public final void detach() {
        requireAttached();
        attached = false;
        lock.drop(this);
    }

    /** Takes the lock: {@code PyEval_RestoreThread}. Throws {@link ThreadEnd} when the interpreter is gone. */
    public final void reattach() {
        if (attached || thread != Thread.currentThread()) {
            throw new IllegalStateException(
                    attached ? this + " is attached already" : this + " does not belong to " + Thread.currentThread());
        }
        if (!lock.take(this)) {
            throw ended();
        }
        if (gone) {
            lock.drop(this);
            throw ended();
        }
        attached = true;
    }

    /** As {@link #reattach}, but gives up after a time: for the closing thread, which must not hang on a holder that never answers. */
    final boolean tryReattach(long timeoutNanos) {
        if (!lock.take(this, timeoutNanos)) {
            return false;
        }
        attached = true;
        return true;
    }

    /**
     * Begins a call that may block and can be woken: registers what wakes it and gives the lock back. A wake that is due already is delivered at once. Always followed by
     * {@link #endBlocking} in a {@code finally}, then by {@link #checkBreaker}.
     */
    public final void beginBlocking(Waker wakes) {
        requireAttached();
        waker = wakes;
        if (isRequested(Breaker.WAKING)) {
            wakes.wake();
        }
        attached = false;
        lock.drop(this);
    }

    /** Replaces what wakes the blocking call, which is told at once of what is due: for a thread that comes in again out of such a call, and goes back. */
    final @Nullable Waker exchangeWaker(@Nullable Waker wakes) {
        Waker before = waker;
        if (before != wakes) {
            waker = wakes;
            if (wakes != null && isRequested(Breaker.WAKING)) {
                wakes.wake();
            }
        }
        return before;
    }

    /** Begins a call that may block and that nothing can wake. */
    @Override
    public final void beginBlocking() {
        detach();
    }

    /** Ends what {@code beginBlocking} began: takes the lock again. */
    @Override
    public final void endBlocking() {
        waker = null;
        reattach();
    }

    @Override
    public final void acquireResource(String resource) {
        interpreter.runtime().sharedResources().acquire(this, resource);
    }

    @Override
    public final void releaseResource(String resource) {
        interpreter.runtime().sharedResources().release(this, resource);
    }

    /** Whether the thread is inside a blocking call that can be woken. */
    public final boolean isBlocked() {
        return waker != null;
    }

    private void requireAttached() {
        if (!attached || thread != Thread.currentThread()) {
            throw new IllegalStateException(
                    attached
                            ? this + " is attached in " + thread + ", not in " + Thread.currentThread()
                            : this + " is not attached");
        }
    }

    /** Whether the interpreter has given this thread up: it must never hold the lock again. */
    final boolean isGone() {
        return gone;
    }

    final void abandon() {
        gone = true;
        request(Breaker.FINALIZING);
    }

    final ThreadEnd ended() {
        return new ThreadEnd(interpreter + " is closed: " + this + " ends");
    }

    @Override
    public String toString() {
        Thread bound = thread;
        return "thread " + id + (bound == null ? "" : " (" + describe(bound) + ")") + " of " + interpreter;
    }

    static String describe(Thread thread) {
        String name = thread.getName();
        return name.isEmpty() ? "#" + thread.threadId() : name;
    }
}
