package dev.clutch.runtime;

import dev.clutch.runtime.exchange.Exchange;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A set of interpreters that know of each other, with what they share: hash seed, code cache, hooks, signals. Answers to {@code _PyRuntimeState}, but it is an object: a JVM may
 * hold several, and each is started and closed.
 */
@SuppressWarnings("AvoidCommonTypeNames") // _PyRuntimeState; java.lang.Runtime is rarely needed beside it
public final class Runtime implements AutoCloseable {
    /** The id of the main interpreter. */
    public static final long MAIN_ID = 0;

    private final RuntimeConfig config;
    private final ExtensionReports extensionReports;
    private final ReportCards reportCards;
    private final Language language;
    private final Lifecycle lifecycle = new Lifecycle("the runtime");
    private final Thread mainThread = Thread.currentThread();
    private final InterpreterRegistry interpreters = new InterpreterRegistry();
    private final PendingCalls mainThreadCalls = new PendingCalls(PendingCalls.MAIN_THREAD, PendingCalls.MAIN_THREAD);
    private final ExitCallbacks exitCallbacks = new ExitCallbacks();
    private final AuditHooks auditHooks;
    private final AtomicReference<@Nullable OpenCodeHook> openCodeHook;
    private final AtomicLong signals = new AtomicLong();
    private final ProcessSignals processSignals = new ProcessSignals(this);
    private volatile @Nullable SignalListener signalListener;
    private final AtomicLong serials = new AtomicLong();
    /** The innermost attachment of each Java thread that is in one of our interpreters. Removed when the thread leaves, so that nothing of us stays in it. */
    @SuppressWarnings("ThreadLocalUsage") // a static one would be shared by all runtimes
    private final ThreadLocal<Attachment> attachment = new ThreadLocal<>();

    private final Object languageData;
    private volatile @Nullable Exchange exchange;
    private final SharedResources sharedResources = new SharedResources();
    private final RuntimeInterpreter main;
    private volatile @Nullable RuntimeThreadState mainThreadState;

    @SuppressWarnings("this-escape") // the language sees it while it makes the main interpreter, all fields above set
    private Runtime(RuntimeConfig config) {
        this.config = config;
        Language chosen = config.language();
        this.language = chosen == null ? findLanguage() : chosen;
        this.extensionReports = new ExtensionReports(config.verifierReports());
        this.reportCards = new ReportCards(config.reportCards());
        this.auditHooks = new AuditHooks(config.auditHooks());
        this.openCodeHook = new AtomicReference<>(config.openCodeHook());
        this.languageData = language.createRuntimeData(this);
        long id = interpreters.conceive();
        InterpreterLock lock = newLock(config.mainInterpreter());
        this.main = language.createInterpreter(
                new InterpreterBirth(this, id, config.mainInterpreter(), Whence.RUNTIME, lock));
    }

    /** Starts a runtime with the defaults. */
    public static Runtime start() {
        return start(RuntimeConfig.defaults());
    }

    /** Starts a runtime: makes and initialises its main interpreter. The calling thread becomes its main thread. Answers to {@code Py_InitializeFromConfig}. */
    public static Runtime start(RuntimeConfig config) {
        Runtime runtime = new Runtime(config);
        runtime.audit(null, "cpython.PyInterpreterState_New");
        boolean done = false;
        try {
            RuntimeThreadState ts = runtime.language.createThreadState(runtime.main);
            ts.setKind(ThreadKind.MAIN);
            ts.bind(Thread.currentThread());
            runtime.mainThreadState = ts;
            runtime.initialize(runtime.main, ts, true);
            done = true;
        } finally {
            if (!done) {
                runtime.mainThreadState = null;
                runtime.lifecycle.tryAdvance(LifecycleState.CREATED, LifecycleState.FAILED);
                runtime.lifecycle.tryAdvance(LifecycleState.CORE_INITIALIZED, LifecycleState.FAILED);
            }
        }
        return runtime;
    }

    private static Language findLanguage() {
        Iterator<Language> found = ServiceLoader.load(Language.class, Runtime.class.getClassLoader())
                .iterator();
        if (!found.hasNext()) {
            throw new IllegalStateException(
                    "no language is installed: add clutch-interp to the module path or class path");
        }
        return found.next();
    }

    // ---- what interpreters share ---------------------------------------------------------------------------------

    ReportCards reportCards() {
        return reportCards;
    }

    ExtensionReports extensionReports() {
        return extensionReports;
    }

    /** Returns the configuration. */
    public RuntimeConfig config() {
        return config;
    }

    /** Returns the language. */
    public Language language() {
        return language;
    }

    /** Returns its state machine. */
    public Lifecycle lifecycle() {
        return lifecycle;
    }

    /** Returns what {@link Language#createRuntimeData} made: the code cache and its kind. Thread-safe by the language's care. */
    public <T> T languageData(Class<T> type) {
        return type.cast(languageData);
    }

    /** Returns the queues and channels between the interpreters, made when first asked for. */
    public Exchange exchange() {
        Exchange made = exchange;
        if (made == null) {
            synchronized (interpreters) {
                made = exchange;
                if (made == null) {
                    made = new Exchange(this);
                    exchange = made;
                }
            }
        }
        return made;
    }

    SharedResources sharedResources() {
        return sharedResources;
    }

    /** Returns the named resources that extensions share among the interpreters: who holds and waits, how long, and which were taken in both orders. */
    public SharedResourceReport sharedResourceReport() {
        return sharedResources.report();
    }

    long nextSerial() {
        return serials.incrementAndGet();
    }

    private InterpreterLock newLock(InterpreterConfig of) {
        Duration own = of.switchInterval();
        return new InterpreterLock((own == null ? config.switchInterval() : own).toNanos());
    }

    // ---- interpreters --------------------------------------------------------------------------------------------

    /** Returns the main interpreter. */
    public RuntimeInterpreter main() {
        return main;
    }

    /** Returns the open interpreters by ascending id. */
    public List<RuntimeInterpreter> interpreters() {
        return interpreters.list();
    }

    /** Returns an open interpreter by id, or null: {@code _PyInterpreterState_LookUpID}. */
    public @Nullable RuntimeInterpreter findInterpreter(long id) {
        return interpreters.find(id);
    }

    /** Makes an isolated interpreter for the embedder. */
    public RuntimeInterpreter newInterpreter() {
        return newInterpreter(InterpreterConfig.isolated());
    }

    /** Makes an interpreter for the embedder. */
    public RuntimeInterpreter newInterpreter(InterpreterConfig interpreterConfig) {
        return newInterpreter(interpreterConfig, Whence.CAPI);
    }

    /**
     * Makes and initialises an interpreter: {@code Py_NewInterpreterFromConfig}. The caller's thread does the work and gives the lock it holds in this runtime back meanwhile; unlike in CPython,
     * it is not left inside. What initialisation throws is thrown, and nothing is left of the interpreter.
     */
    public RuntimeInterpreter newInterpreter(InterpreterConfig interpreterConfig, Whence whence) {
        if (lifecycle.state() != LifecycleState.INITIALIZED) {
            throw new InterpreterClosedException(lifecycle + " makes no new interpreters");
        }
        Attachment current = currentAttachment();
        audit(current == null ? null : current.threadState(), "cpython.PyInterpreterState_New");
        long id = interpreters.conceive();
        if (id < 0) {
            throw new InterpreterClosedException("the runtime is closing and makes no new interpreters");
        }
        RuntimeInterpreter made = null;
        RuntimeThreadState ts;
        boolean done = false;
        try {
            InterpreterLock lock = interpreterConfig.ownGil() ? newLock(interpreterConfig) : main.lock();
            made = language.createInterpreter(new InterpreterBirth(this, id, interpreterConfig, whence, lock));
            ts = language.createThreadState(made);
            ts.bind(Thread.currentThread());
            done = true;
        } finally {
            if (!done) {
                interpreters.failed();
                if (made != null) {
                    language.dropInterpreter(made);
                }
            }
        }
        initialize(made, ts, false);
        return made;
    }

    /** The one path by which interpreters come to life, main and others. */
    private void initialize(RuntimeInterpreter interpreter, RuntimeThreadState ts, boolean isMain) {
        boolean done = false;
        try {
            interpreter.admit(ts, true);
            Attachment inside = Attachment.enterWith(ts);
            try {
                language.initializeCore(ts);
                advance(interpreter, isMain, LifecycleState.CREATED, LifecycleState.CORE_INITIALIZED);
                language.initializeMain(ts);
                interpreter.members().open();
                advance(interpreter, isMain, LifecycleState.CORE_INITIALIZED, LifecycleState.INITIALIZED);
                done = true;
            } finally {
                inside.close();
            }
        } finally {
            if (done) {
                interpreters.born(interpreter);
            } else {
                interpreter.members().shut();
                interpreter.lifecycle().tryAdvance(LifecycleState.CREATED, LifecycleState.FAILED);
                interpreter.lifecycle().tryAdvance(LifecycleState.CORE_INITIALIZED, LifecycleState.FAILED);
                interpreters.failed();
                for (RuntimeThreadState left : interpreter.members().threads()) {
                    left.abandon();
                }
                language.dropInterpreter(interpreter);
            }
        }
    }

    private void advance(RuntimeInterpreter interpreter, boolean isMain, LifecycleState from, LifecycleState to) {
        interpreter.lifecycle().advance(from, to);
        if (isMain) {
            lifecycle.advance(from, to);
        }
    }

    void forget(RuntimeInterpreter interpreter) {
        interpreters.remove(interpreter);
        Exchange used = exchange;
        if (used != null) {
            used.clearInterpreter(interpreter.id());
        }
        if (interpreter.isMain()) {
            mainThreadState = null;
            signalListener = null;
            processSignals.close();
        }
    }

    // ---- threads -------------------------------------------------------------------------------------------------

    /** Returns the innermost attachment of the current thread in this runtime, or null. */
    public @Nullable Attachment currentAttachment() {
        return attachment.get();
    }

    void setCurrentAttachment(@Nullable Attachment current) {
        if (current == null) {
            attachment.remove();
        } else {
            attachment.set(current);
        }
    }

    /** Whether a thread is the one that started the runtime: {@code _PyRuntime.main_thread}. Signals are handled there. */
    public boolean isMainThread(Thread thread) {
        return thread == mainThread;
    }

    /** Returns the main thread's thread state in the main interpreter: {@code _PyRuntime.main_tstate}; null once the main interpreter is closed. */
    @Nullable
    RuntimeThreadState mainThreadState() {
        return mainThreadState;
    }

    /**
     * Adds a call to be made in the main thread of the main interpreter: {@code Py_AddPendingCall}, which has meant that since 3.12. Wakes the main thread if it is blocked.
     *
     * @return false when 32 calls wait already
     */
    public boolean addMainThreadCall(PendingCall call) {
        if (!mainThreadCalls.add(call)) {
            return false;
        }
        RuntimeThreadState ts = mainThreadState;
        if (ts != null) {
            ts.request(Breaker.PENDING);
        }
        return true;
    }

    void drainMainThreadCalls(RuntimeThreadState ts) {
        if (mainThreadCalls.drain(ts)) {
            ts.request(Breaker.PENDING);
        }
    }

    /** Tells of a signal, 1 to 63: {@code trip_signal}. May be called from any thread, a signal handler of the JVM first of all; the Python handler runs in the main thread. */
    public void tripSignal(int signal) {
        if (signal < 1 || signal > 63) {
            throw new IllegalArgumentException("signal number out of range: " + signal);
        }
        long seen = signals.get();
        while (!signals.compareAndSet(seen, seen | (1L << signal))) {
            seen = signals.get();
        }
        RuntimeThreadState ts = mainThreadState;
        if (ts != null) {
            ts.request(Breaker.SIGNAL);
        }
        SignalListener listener = signalListener;
        if (listener != null) {
            listener.tripped(signal);
        }
    }

    /** Returns the signals taken over from the JVM. */
    public ProcessSignals processSignals() {
        return processSignals;
    }

    /** Sets who is told of each signal at once, null for nobody: {@code PySignal_SetWakeupFd}. */
    public void setSignalListener(@Nullable SignalListener listener) {
        signalListener = listener;
    }

    long takeSignals() {
        return signals.getAndSet(0);
    }

    // ---- hooks ---------------------------------------------------------------------------------------------------

    /** Whether there are hooks for the whole runtime. */
    public boolean isAudited() {
        return !auditHooks.isEmpty();
    }

    /** Raises an event for the runtime's hooks alone; where there is an interpreter, use {@link RuntimeInterpreter#audit}. */
    public void audit(@Nullable RuntimeThreadState ts, String event, Object... arguments) {
        auditHooks.run(ts, event, arguments);
    }

    /** Adds a hook for all interpreters, for good: {@code PySys_AddAuditHook}. A hook that is there already may forbid it by throwing. */
    public void addAuditHook(AuditHook hook) {
        Attachment current = currentAttachment();
        audit(current == null ? null : current.threadState(), "sys.addaudithook");
        auditHooks.add(hook);
    }

    /** Returns the hook of {@code io.open_code}, or null. */
    public @Nullable OpenCodeHook openCodeHook() {
        return openCodeHook.get();
    }

    /** Sets the hook of {@code io.open_code}, once and for all interpreters: {@code PyFile_SetOpenCodeHook}. */
    public void setOpenCodeHook(OpenCodeHook hook) {
        Attachment current = currentAttachment();
        audit(current == null ? null : current.threadState(), "setopencodehook");
        if (!openCodeHook.compareAndSet(null, hook)) {
            throw new IllegalStateException("the open_code hook is set already, and it can be set only once");
        }
    }

    /** Adds a callback that runs when every interpreter is closed, last in, first out: {@code Py_AtExit}. */
    public void atExit(ExitCallback callback) {
        if (!exitCallbacks.push(callback)) {
            throw new InterpreterClosedException("the runtime is closed");
        }
    }

    // ---- close ---------------------------------------------------------------------------------------------------

    /** Closes it, waiting as long as {@link RuntimeConfig#closeTimeout} says. */
    @Override
    public void close() {
        List<CloseReport> ignored = close(config.closeTimeout());
    }

    /**
     * Closes all interpreters, main last: {@code Py_FinalizeEx}. The main interpreter first waits for its threads and runs its exit functions, which may still use the others. The calling thread must not
     * be inside any of them. A second caller waits for the first.
     *
     * @return a report for each interpreter closed here, main last
     */
    public List<CloseReport> close(Duration timeout) {
        return main.closing().closeRuntime(System.nanoTime() + timeout.toNanos());
    }

    InterpreterRegistry registry() {
        return interpreters;
    }

    ExitCallbacks exitCallbacks() {
        return exitCallbacks;
    }

    int dropMainThreadCalls() {
        return mainThreadCalls.close();
    }

    @Override
    public String toString() {
        return lifecycle.toString();
    }
}
