package dev.clutch.runtime;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A place where threads of any kind wait for something to happen once, and can be woken. Waiting gives the interpreter's lock back, never pins a virtual thread, and ends early when the waiting
 * thread's breaker asks for it.
 */
public final class WaitPoint {
    /** How a wait ended. */
    public enum Outcome {
        /** What was waited for has happened. */
        DONE,
        /** The time is over. */
        TIMED_OUT,
        /** The breaker asks for the thread: handle it, then wait again. */
        WOKEN
    }

    private final ReentrantLock mutex = new ReentrantLock();
    private final Condition changed = mutex.newCondition();
    private boolean done;

    /** Makes one where nothing has happened yet. */
    public WaitPoint() {}

    /** Makes it happen: every wait, now and later, ends. */
    public void finish() {
        mutex.lock();
        try {
            done = true;
            changed.signalAll();
        } finally {
            mutex.unlock();
        }
    }

    /** Whether it has happened. */
    public boolean isDone() {
        mutex.lock();
        try {
            return done;
        } finally {
            mutex.unlock();
        }
    }

    /** Waits once, with the lock given back. The caller handles the breaker. */
    public Outcome await(RuntimeThreadState ts, long timeoutNanos) {
        Wait wait = new Wait();
        ts.beginBlocking(wait);
        try {
            return await(wait, timeoutNanos);
        } finally {
            ts.endBlocking();
        }
    }

    /** Waits until it happens or the time is over, doing meanwhile what the breaker asks for (PEP 475); false when the time is over. */
    public boolean awaitInterruptibly(RuntimeThreadState ts, long timeoutNanos) {
        long deadline = System.nanoTime() + timeoutNanos;
        while (true) {
            Outcome outcome = await(ts, timeoutNanos == Long.MAX_VALUE ? timeoutNanos : deadline - System.nanoTime());
            if (outcome != Outcome.WOKEN) {
                return outcome == Outcome.DONE;
            }
            ts.checkBreaker();
        }
    }

    /** Waits until it happens, whatever the breaker asks for: where something must be put back as it was. Only a close that has given the thread up ends it. */
    public void awaitUninterruptibly(RuntimeThreadState ts) {
        Wait wait = new Wait();
        ts.beginBlocking(() -> {
            if (ts.isGone()) {
                wait.wake();
            }
        });
        try {
            Outcome ignored = await(wait, Long.MAX_VALUE);
        } finally {
            ts.endBlocking();
        }
    }

    private Outcome await(Wait wait, long timeoutNanos) {
        boolean interrupted = false;
        long left = timeoutNanos;
        mutex.lock();
        try {
            while (!done) {
                if (wait.woken) {
                    return Outcome.WOKEN;
                }
                if (left <= 0) {
                    return Outcome.TIMED_OUT;
                }
                long start = System.nanoTime();
                try {
                    left = changed.awaitNanos(left);
                } catch (InterruptedException e) {
                    interrupted = true;
                    left -= System.nanoTime() - start;
                }
            }
            return Outcome.DONE;
        } finally {
            mutex.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** One thread's wait; {@code woken} is guarded by the mutex and sticky. */
    private final class Wait implements Waker {
        private boolean woken;

        @Override
        public void wake() {
            mutex.lock();
            try {
                woken = true;
                changed.signalAll();
            } finally {
                mutex.unlock();
            }
        }
    }
}
