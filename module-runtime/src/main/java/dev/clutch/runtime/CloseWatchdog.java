package dev.clutch.runtime;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Watches the closing thread while it runs Python code: when a step is overdue it interrupts it, again and again, and says in the log by name what hangs. A step that cannot be interrupted, since
 * it is stuck in Java code that polls nothing, still hangs: but with a name.
 */
final class CloseWatchdog implements Runnable {
    private static final long REPEAT_NANOS = 100_000_000;

    private final RuntimeThreadState closer;
    private final ReentrantLock mutex = new ReentrantLock();
    private final Condition changed = mutex.newCondition();
    // Guarded by the mutex.
    private @Nullable ClosePhase phase;
    private long due;
    private boolean fired;
    private boolean stopped;

    private CloseWatchdog(RuntimeThreadState closer) {
        this.closer = closer;
    }

    static CloseWatchdog start(RuntimeThreadState closer) {
        CloseWatchdog watchdog = new CloseWatchdog(closer);
        Thread thread = new Thread(
                null, watchdog, "clutch-close-watchdog-" + closer.interpreter().id(), 0, false);
        thread.setDaemon(true);
        thread.start();
        return watchdog;
    }

    void enter(ClosePhase step, long deadline) {
        mutex.lock();
        try {
            phase = step;
            due = deadline;
            fired = false;
            changed.signal();
        } finally {
            mutex.unlock();
        }
    }

    /** Ends the watch of a step; returns whether the step was interrupted. */
    boolean leave() {
        mutex.lock();
        try {
            phase = null;
            // Under the mutex: no interrupt of ours comes after this.
            closer.withdraw(Breaker.INTERRUPT);
            return fired;
        } finally {
            mutex.unlock();
        }
    }

    boolean hasFired() {
        mutex.lock();
        try {
            return fired;
        } finally {
            mutex.unlock();
        }
    }

    void stop() {
        mutex.lock();
        try {
            stopped = true;
            changed.signal();
        } finally {
            mutex.unlock();
        }
    }

    @Override
    public void run() {
        mutex.lock();
        try {
            while (!stopped) {
                ClosePhase step = phase;
                long left = step == null ? Long.MAX_VALUE : due - System.nanoTime();
                if (step == null || left > 0) {
                    try {
                        long ignored = changed.awaitNanos(left);
                    } catch (InterruptedException e) {
                        // Nobody has a reason to interrupt this thread; it ends by stop().
                    }
                    continue;
                }
                if (!fired) {
                    report(step);
                }
                fired = true;
                due = System.nanoTime() + REPEAT_NANOS;
                closer.interrupt();
            }
        } finally {
            mutex.unlock();
        }
    }

    private void report(ClosePhase step) {
        Thread thread = closer.thread();
        System.getLogger("dev.clutch.runtime")
                .log(
                        System.Logger.Level.WARNING,
                        "the close of " + closer.interpreter() + " is overdue in step " + step
                                + ", which is being interrupted" + (thread == null ? "" : ": " + Stacks.top(thread)));
    }
}
