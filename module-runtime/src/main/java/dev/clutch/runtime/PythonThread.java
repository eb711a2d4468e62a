package dev.clutch.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A thread started by Python code: a Java platform thread with a stack sized for the recursion limit. Answers to {@code thread_run} and {@code ThreadHandle} of {@code _threadmodule.c}.
 *
 * <p>The Java thread is always a daemon: it never holds up the end of the JVM. What {@code daemon=False} means is kept by close, which waits.
 */
public final class PythonThread {
    private static final long STACK_BASE = 1 << 20;
    private static final long STACK_MAX = 1L << 30;

    private final RuntimeThreadState ts;
    private final Thread thread;
    private final WaitPoint end = new WaitPoint();

    private PythonThread(RuntimeThreadState ts, String name, long stackSize, ThreadBody body) {
        this.ts = ts;
        this.thread = new Thread(null, new Main(this, body), name, stackSize, false);
        thread.setDaemon(true);
    }

    /**
     * Starts a thread.
     *
     * @param kind {@link ThreadKind#NON_DAEMON}, {@link ThreadKind#DAEMON} or {@link ThreadKind#UNMANAGED}
     * @param stackSize bytes, or 0 for a stack that holds the recursion limit
     * @throws OperationRefusedException with CPython's sentence
     */
    static PythonThread start(
            RuntimeInterpreter interpreter, String name, ThreadKind kind, long stackSize, ThreadBody body) {
        if (kind != ThreadKind.NON_DAEMON && kind != ThreadKind.DAEMON && kind != ThreadKind.UNMANAGED) {
            throw new IllegalArgumentException("not a kind of started thread: " + kind);
        }
        if (!interpreter.config().allowThreads()) {
            throw new OperationRefusedException("thread is not supported for isolated subinterpreters");
        }
        if (kind == ThreadKind.DAEMON && !interpreter.config().allowDaemonThreads()) {
            throw new OperationRefusedException("daemon threads are disabled in this (sub)interpreter");
        }
        int most = interpreter.config().limits().threads();
        if (most >= 0 && running(interpreter) >= most) {
            throw interpreter.limitReached(Limits.THREADS);
        }
        RuntimeThreadState ts = interpreter.runtime().language().createThreadState(interpreter);
        ts.setKind(kind);
        // While it initialises itself the interpreter is not open, and its own start-up code may start threads.
        boolean starting = interpreter.lifecycle().state().compareTo(LifecycleState.INITIALIZED) < 0;
        if (!interpreter.admit(ts, starting)) {
            throw new OperationRefusedException("can't create new thread at interpreter shutdown");
        }
        PythonThread started = new PythonThread(ts, name, stackSize > 0 ? stackSize : stackSize(interpreter), body);
        ts.bind(started.thread);
        try {
            started.thread.start();
        } catch (OutOfMemoryError e) {
            interpreter.members().leave(ts);
            ts.bind(null);
            OperationRefusedException refused = new OperationRefusedException("can't start new thread");
            refused.initCause(e);
            throw refused;
        }
        return started;
    }

    /** Exact, since threads are started under the lock of the interpreter. */
    private static int running(RuntimeInterpreter interpreter) {
        int count = 0;
        for (RuntimeThreadState ts : interpreter.members().threads()) {
            ThreadKind kind = ts.kind();
            if (kind == ThreadKind.NON_DAEMON || kind == ThreadKind.DAEMON || kind == ThreadKind.UNMANAGED) {
                count++;
            }
        }
        return count;
    }

    private static long stackSize(RuntimeInterpreter interpreter) {
        long needed = STACK_BASE
                + (long) interpreter.recursionLimit()
                        * interpreter.runtime().config().stackBytesPerCall();
        return Math.min(needed, STACK_MAX);
    }

    /** Returns what {@code _thread.get_ident} gives in the thread. */
    public long ident() {
        return thread.threadId();
    }

    /** Returns the thread state; of no use once the thread has ended. */
    public RuntimeThreadState threadState() {
        return ts;
    }

    /** Renames the Java thread, so that it is seen under its Python name. */
    public void setName(String name) {
        thread.setName(name);
    }

    /** Whether the thread has ended: its thread state is gone by then. */
    public boolean isDone() {
        return end.isDone();
    }

    /** Waits for the end of the thread, with the caller's lock given back; false when the time is over first. */
    public boolean join(RuntimeThreadState caller, long timeoutNanos) {
        if (caller == ts) {
            throw new OperationRefusedException("cannot join current thread");
        }
        return end.awaitInterruptibly(caller, timeoutNanos);
    }

    @Override
    public String toString() {
        return "Python " + ts;
    }

    /** The Java side of the thread. */
    private static final class Main implements Runnable {
        private final PythonThread handle;
        private @Nullable ThreadBody body;

        Main(PythonThread handle, ThreadBody body) {
            this.handle = handle;
            this.body = body;
        }

        @Override
        public void run() {
            try {
                runAttached();
            } catch (ThreadEnd e) {
                // The interpreter is gone, and with it everyone who could be told.
            } finally {
                handle.end.finish();
            }
        }

        private void runAttached() {
            RuntimeThreadState ts = handle.ts;
            Attachment attachment = Attachment.enterWith(ts);
            try {
                ThreadBody work = body;
                body = null;
                if (work != null) {
                    work.run(ts);
                }
            } catch (ThreadEnd e) {
                throw e;
            } catch (Throwable t) {
                if (ts.isAttached()) {
                    ts.interpreter().runtime().language().threadFailed(ts, t);
                }
            } finally {
                attachment.close();
            }
        }
    }
}
