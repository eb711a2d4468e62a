package dev.clutch.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who is in an interpreter: its thread states and guards, and whether anyone new may come. Answers to {@code interp->threads} and the guard count of PEP 788.
 *
 * <p>One lock covers the question "is it still open?" and the act of coming in, so that close sees everyone who came in before it shut the door. The array of thread states is replaced,
 * never changed: whoever signals all threads reads it without a lock.
 */
final class Members {
    private static final RuntimeThreadState[] NONE = {};

    private final ReentrantLock mutex = new ReentrantLock();
    private final Condition changed = mutex.newCondition();
    private final List<InterpreterGuard> guards = new ArrayList<>();
    private boolean open;
    private boolean ended;
    private volatile RuntimeThreadState[] threads = NONE;

    /** Opens the door once initialisation is done. */
    void open() {
        mutex.lock();
        try {
            open = true;
        } finally {
            mutex.unlock();
        }
    }

    /** Shuts the door; who is in stays in. */
    void shut() {
        mutex.lock();
        try {
            open = false;
        } finally {
            mutex.unlock();
        }
    }

    /** Refuses everyone from now on, holders of guards included: close has stopped waiting. */
    void end() {
        mutex.lock();
        try {
            open = false;
            ended = true;
        } finally {
            mutex.unlock();
        }
    }

    /** Adds a thread state; false when the door is shut, unless it is forced: by the runtime itself or on the strength of a guard. */
    boolean enter(RuntimeThreadState ts, boolean forced) {
        mutex.lock();
        try {
            if (ended || (!open && !forced)) {
                return false;
            }
            RuntimeThreadState[] old = threads;
            RuntimeThreadState[] next = new RuntimeThreadState[old.length + 1];
            System.arraycopy(old, 0, next, 0, old.length);
            next[old.length] = ts;
            threads = next;
            return true;
        } finally {
            mutex.unlock();
        }
    }

    void leave(RuntimeThreadState ts) {
        ts.interpreter().runtime().sharedResources().leave(ts);
        mutex.lock();
        try {
            RuntimeThreadState[] old = threads;
            for (int i = 0; i < old.length; i++) {
                if (old[i] == ts) {
                    RuntimeThreadState[] next = new RuntimeThreadState[old.length - 1];
                    System.arraycopy(old, 0, next, 0, i);
                    System.arraycopy(old, i + 1, next, i, next.length - i);
                    threads = next;
                    break;
                }
            }
            changed.signalAll();
        } finally {
            mutex.unlock();
        }
    }

    /** Binds the runtime's kept main thread state to its thread: its way of entering. */
    boolean bindMain(RuntimeThreadState main, Thread thread, boolean forced) {
        mutex.lock();
        try {
            if (ended || (!open && !forced)) {
                return false;
            }
            main.bind(thread);
            return true;
        } finally {
            mutex.unlock();
        }
    }

    void unbindMain(RuntimeThreadState main) {
        main.interpreter().runtime().sharedResources().leave(main);
        mutex.lock();
        try {
            main.bind(null);
            changed.signalAll();
        } finally {
            mutex.unlock();
        }
    }

    /** Returns the thread states, not to be changed. */
    RuntimeThreadState[] threads() {
        return threads;
    }

    @Nullable
    InterpreterGuard tryGuard(RuntimeInterpreter interpreter, String purpose) {
        mutex.lock();
        try {
            if (!open) {
                return null;
            }
            InterpreterGuard guard = new InterpreterGuard(interpreter, purpose);
            guards.add(guard);
            return guard;
        } finally {
            mutex.unlock();
        }
    }

    void release(InterpreterGuard guard) {
        mutex.lock();
        try {
            guards.remove(guard);
            changed.signalAll();
        } finally {
            mutex.unlock();
        }
    }

    List<InterpreterGuard> guards() {
        mutex.lock();
        try {
            return List.copyOf(guards);
        } finally {
            mutex.unlock();
        }
    }

    /**
     * Waits until nobody is left but {@code self} and threads that close does not wait for.
     *
     * @param all whether it waits for every thread; otherwise only for guards and those that {@link ThreadKind#isAwaited}
     * @return whether that came true; false at the deadline, and as soon as {@code self} is wanted by its breaker
     */
    boolean awaitOthers(RuntimeThreadState self, boolean all, long deadline) {
        boolean interrupted = false;
        mutex.lock();
        try {
            while (true) {
                if ((all || guards.isEmpty()) && others(self, all).isEmpty()) {
                    return true;
                }
                long left = deadline - System.nanoTime();
                if (left <= 0 || self.isRequested(Breaker.WAKING)) {
                    return false;
                }
                try {
                    long ignored = changed.awaitNanos(left);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            mutex.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Returns the thread states that {@link #awaitOthers} waits for. One that is bound to no thread and was not started is idle: nobody is in. */
    List<RuntimeThreadState> others(RuntimeThreadState self, boolean all) {
        List<RuntimeThreadState> found = new ArrayList<>();
        for (RuntimeThreadState ts : threads) {
            boolean idle = ts.kind() == ThreadKind.MAIN && ts.thread() == null;
            if (ts != self && !idle && (all || ts.kind().isAwaited())) {
                found.add(ts);
            }
        }
        return found;
    }

    /** Wakes whoever waits here, to look again. */
    void nudge() {
        mutex.lock();
        try {
            changed.signalAll();
        } finally {
            mutex.unlock();
        }
    }
}
