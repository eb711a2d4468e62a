package dev.clutch.runtime;

import dev.clutch.extension.spi.Interpreter;
import dev.clutch.extension.spi.InterpreterHandle;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One isolated interpreter: what the runtime keeps of {@code PyInterpreterState}. The language adds modules, types and objects in its one final subclass.
 *
 * <p>Any thread may call what is here, but for {@link #audit} and {@link #setRecursionLimit}, which need an attached thread state.
 */
public abstract class RuntimeInterpreter extends Interpreter implements AutoCloseable {
    private final Runtime runtime;
    private final long id;
    private final InterpreterConfig config;
    private final Whence whence;
    private final InterpreterLock lock;
    private final Lifecycle lifecycle;
    private final Members members = new Members();
    private final PendingCalls pending = new PendingCalls(PendingCalls.PER_INTERPRETER, PendingCalls.PER_PASS);
    private final ExitCallbacks exitCallbacks = new ExitCallbacks();
    private final AuditHooks auditHooks = new AuditHooks(List.of());
    private final AtomicLong threadStateIds = new AtomicLong();
    private final CloseSequence closing = new CloseSequence(this);
    private final Gate gate = new Gate(this);
    private final Quarantine quarantine = new Quarantine();
    private final InterpreterView view;
    private final Remains remains = new Remains();
    /** Null where nothing needs to be measured. */
    private final @Nullable Meter meter;

    private final AtomicReference<@Nullable String> limitReached = new AtomicReference<>();
    /** Written attached only, read by whoever makes a thread state. */
    private volatile int recursionLimit;

    private volatile @Nullable PollListener pollListener;

    /** For the language's factory. */
    @SuppressWarnings("this-escape") // nobody sees the references before the factory returns
    protected RuntimeInterpreter(InterpreterBirth birth) {
        runtime = birth.runtime;
        id = birth.id;
        config = birth.config;
        whence = birth.whence;
        lock = birth.lock;
        lifecycle = new Lifecycle("interpreter " + id);
        view = new InterpreterView(runtime, id);
        recursionLimit = config.recursionLimit();
        meter = config.limits().isWatched() ? new Meter(this, config.limits()) : null;
    }

    /** Returns the runtime. */
    public final Runtime runtime() {
        return runtime;
    }

    @Override
    public final long id() {
        return id;
    }

    @Override
    public final boolean isMain() {
        return id == Runtime.MAIN_ID;
    }

    @Override
    public final boolean allowsFork() {
        return config.allowFork();
    }

    @Override
    public final boolean allowsExec() {
        return config.allowExec();
    }

    /** Returns the configuration it was made with. */
    public final InterpreterConfig config() {
        return config;
    }

    /** Returns who made it. */
    public final Whence whence() {
        return whence;
    }

    /** Returns its lock, its own or main's. */
    public final InterpreterLock lock() {
        return lock;
    }

    /** Returns its state machine. */
    public final Lifecycle lifecycle() {
        return lifecycle;
    }

    /** Whether its close has begun, which refuses new threads and {@code fork}: {@code interp->finalizing}. */
    public final boolean isFinalizing() {
        return lifecycle.state().compareTo(LifecycleState.CLOSING) >= 0;
    }

    final Members members() {
        return members;
    }

    final long nextThreadStateId() {
        return threadStateIds.incrementAndGet();
    }

    // ---- entering ------------------------------------------------------------------------------------------------

    /** Enters with the current Java thread, of whatever kind. Throws {@link InterpreterClosedException} unless the interpreter is open. */
    public final Attachment attach() {
        return Attachment.enter(this, null, false);
    }

    /** As {@link #attach()}, for a thread that is attached to an interpreter of another runtime: gives that lock back meanwhile. */
    public final Attachment attach(RuntimeThreadState from) {
        return Attachment.enter(this, from, false);
    }

    /** Returns a guard, which keeps the interpreter from closing. Throws {@link InterpreterClosedException} unless it is open. */
    public final InterpreterGuard guard(String purpose) {
        InterpreterGuard guard = members.tryGuard(this, purpose);
        if (guard == null) {
            throw refusal();
        }
        return guard;
    }

    /** Returns a weak handle. */
    public final InterpreterView view() {
        return view;
    }

    @Override
    public final InterpreterHandle handle() {
        return view;
    }

    /** Registers a new thread state, and lets it know of calls that wait already. */
    final boolean admit(RuntimeThreadState ts, boolean forced) {
        if (!members.enter(ts, forced)) {
            return false;
        }
        // addPendingCall queues, then signals the registered ones; we register, then look at the queue: one of the two
        // sees the other.
        if (!pending.isEmpty()) {
            ts.request(Breaker.PENDING);
        }
        if (pollListener != null) {
            ts.request(Breaker.LISTENED);
        }
        return true;
    }

    /** Returns what is thrown to those who cannot come in now. */
    public final InterpreterClosedException refusal() {
        return switch (lifecycle.state()) {
            case CREATED, CORE_INITIALIZED -> new InterpreterClosedException(this + " is not initialised yet");
            case INITIALIZED, CLOSING, FINALIZING -> new InterpreterClosedException(this + " is closing");
            case CLOSED, FAILED -> new InterpreterClosedException(this + " is closed");
        };
    }

    /** Returns the thread states that are in now: {@code PyInterpreterState_ThreadHead} and {@code PyThreadState_Next}. */
    public final List<RuntimeThreadState> threadStates() {
        return List.of(members.threads());
    }

    // ---- requests ------------------------------------------------------------------------------------------------

    /**
     * Adds a call to be made by a thread of this interpreter at its next safe point: {@code _PyEval_AddPendingCall}. If no thread runs, one that is blocked is woken for it.
     *
     * @return false when 300 calls wait already, or the interpreter is closed
     */
    public final boolean addPendingCall(PendingCall call) {
        if (!pending.add(call)) {
            return false;
        }
        // Bits for all, since we cannot know who runs next; the waker is only for those who are blocked, and one is
        // enough.
        boolean woken = false;
        for (RuntimeThreadState ts : members.threads()) {
            woken = ts.signalPending(woken) || woken;
        }
        return true;
    }

    /** Makes the calls that are due: {@code make_pending_calls}, with the main-thread queue in the main thread. */
    final void drainPendingCalls(RuntimeThreadState ts) {
        if (pending.drain(ts)) {
            ts.request(Breaker.PENDING);
        }
        if (ts == runtime.mainThreadState()) {
            runtime.drainMainThreadCalls(ts);
        }
    }

    /** Makes every call that waits ({@code _Py_FinishPendingCalls}), but begins no pass after a moment of {@code System.nanoTime}. */
    final void finishPendingCalls(RuntimeThreadState ts, long until) {
        ts.withdraw(Breaker.PENDING);
        while (pending.drain(ts) && until - System.nanoTime() > 0) {
            ts.checkBreaker();
        }
        if (ts == runtime.mainThreadState()) {
            runtime.drainMainThreadCalls(ts);
        }
    }

    final int dropPendingCalls() {
        return pending.close();
    }

    /** Interrupts every thread of this interpreter, blocked ones too: each gets the exception of {@link Language#interrupted}. */
    public final void interrupt() {
        for (RuntimeThreadState ts : members.threads()) {
            ts.interrupt();
        }
    }

    /**
     * Sends an exception to the thread with an identity: {@code PyThreadState_SetAsyncExc}.
     *
     * @return how many thread states were found: 0 or 1
     */
    public final int setAsyncException(long threadIdent, @Nullable Object exception) {
        for (RuntimeThreadState ts : members.threads()) {
            if (ts.threadIdent() == threadIdent) {
                ts.setAsyncException(exception);
                return 1;
            }
        }
        return 0;
    }

    /** Has a listener see each poll of this interpreter's threads; null takes it away. */
    public final void setPollListener(@Nullable PollListener listener) {
        pollListener = listener;
        for (RuntimeThreadState ts : members.threads()) {
            if (listener == null) {
                ts.withdraw(Breaker.LISTENED);
            } else {
                ts.request(Breaker.LISTENED);
            }
        }
    }

    final void polled(RuntimeThreadState ts) {
        PollListener listener = pollListener;
        if (listener != null) {
            listener.polled(ts);
        }
    }

    // ---- threads -------------------------------------------------------------------------------------------------

    /** Starts a Python thread; see {@link PythonThread#start}. */
    public final PythonThread startThread(String name, ThreadKind kind, long stackSize, ThreadBody body) {
        return PythonThread.start(this, name, kind, stackSize, body);
    }

    /** Returns the recursion limit of new threads: {@code sys.getrecursionlimit}. */
    public final int recursionLimit() {
        return recursionLimit;
    }

    /** Sets the recursion limit for all threads: {@code Py_SetRecursionLimit}. The caller is attached, hence no other thread of this interpreter counts meanwhile. */
    public final void setRecursionLimit(RuntimeThreadState ts, int limit) {
        if (!ts.isAttached() || ts.interpreter() != this) {
            throw new IllegalStateException(ts + " is not attached to " + this);
        }
        if (limit < 1) {
            throw new IllegalArgumentException("recursion limit must be greater or equal than 1");
        }
        recursionLimit = limit;
        for (RuntimeThreadState other : members.threads()) {
            other.recursionLimit = limit;
        }
    }

    // ---- limits --------------------------------------------------------------------------------------------------

    final @Nullable Meter meter() {
        return meter;
    }

    /** Returns how much may still be allocated, {@code Long.MAX_VALUE} without a limit. */
    public final long allocationLeft() {
        Meter m = meter;
        return m == null ? Long.MAX_VALUE : m.allocationLeft();
    }

    /** Returns the name of the limit that was reached first, null as long as none was. */
    public final @Nullable String limitReached() {
        String counted = limitReached.get();
        Meter m = meter;
        return counted != null || m == null ? counted : m.exceeded();
    }

    /** Notes that a limit is reached where it is counted, and returns what to throw. */
    public final LimitReachedException limitReached(String limit) {
        limitReached.compareAndSet(null, limit);
        return new LimitReachedException(limit);
    }

    // ---- hooks ---------------------------------------------------------------------------------------------------

    /** Whether an event needs to be audited at all: spares making its arguments. */
    public final boolean isAudited() {
        return !auditHooks.isEmpty() || runtime.isAudited();
    }

    /** Raises an event of PEP 578: the runtime's hooks first, then this interpreter's. Answers to {@code PySys_Audit}. */
    public final void audit(RuntimeThreadState ts, String event, Object... arguments) {
        runtime.audit(ts, event, arguments);
        auditHooks.run(ts, event, arguments);
    }

    /** Adds a hook for this interpreter, for good: {@code sys.addaudithook}. A hook that is there already may forbid it by throwing. */
    public final void addAuditHook(RuntimeThreadState ts, AuditHook hook) {
        audit(ts, "sys.addaudithook");
        auditHooks.add(hook);
    }

    final void clearAuditHooks(RuntimeThreadState ts) {
        try {
            audit(ts, "cpython.PyInterpreterState_Clear");
        } catch (ThreadEnd e) {
            throw e;
        } catch (RuntimeException ignored) {
            // As in CPython: a hook hears of it and can't keep the interpreter from closing.
        }
        if (!auditHooks.isEmpty()) {
            audit(ts, "cpython._PySys_ClearAuditHooks");
            auditHooks.clear();
        }
    }

    /** Returns the gate that every extension passes. */
    public final Gate gate() {
        return gate;
    }

    /** Returns the classes that it has for itself. */
    public final Quarantine quarantine() {
        return quarantine;
    }

    /** Adds a callback that runs at close after Python's own {@code atexit} functions, last in, first out: {@code PyUnstable_AtExit}. */
    public final void atExit(ExitCallback callback) {
        if (!exitCallbacks.push(callback)) {
            throw refusal();
        }
    }

    final ExitCallbacks exitCallbacks() {
        return exitCallbacks;
    }

    // ---- close ---------------------------------------------------------------------------------------------------

    /** Closes it, waiting as long as {@link RuntimeConfig#closeTimeout} says. */
    @Override
    public final void close() {
        CloseReport ignored = close(runtime.config().closeTimeout());
    }

    /**
     * Closes it: {@code Py_EndInterpreter}. The calling thread must not be inside it. A second caller waits for the first and gets the same report.
     *
     * @return what happened, and what resisted
     */
    public final CloseReport close(Duration timeout) {
        if (isMain()) {
            throw new IllegalStateException("the main interpreter is closed by its runtime");
        }
        return closing.close(System.nanoTime() + timeout.toNanos());
    }

    /** Returns where the language notes, while the interpreter closes, what should go with it; part of the {@link CloseReport}. */
    public final Remains remains() {
        return remains;
    }

    final CloseSequence closing() {
        return closing;
    }

    @Override
    public final String toString() {
        return isMain() ? "the main interpreter" : "interpreter " + id;
    }
}
