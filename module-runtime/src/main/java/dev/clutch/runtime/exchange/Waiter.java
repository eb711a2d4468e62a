package dev.clutch.runtime.exchange;

import dev.clutch.runtime.RuntimeThreadState;
import dev.clutch.runtime.Waker;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One thread that waits, at one queue or at several. It is settled at most once, by compare-and-set, so two queues never both serve it; a waker only makes it look at its breaker, after which it
 * waits on, in the place it has in the line.
 *
 * <p>No wake-up is lost: who settles or wakes writes the field first and unparks then, and the thread reads both fields after each return from {@code park}, for which a permit is kept.
 */
final class Waiter implements Waker {
    private static final VarHandle OUTCOME;

    static {
        try {
            OUTCOME = MethodHandles.lookup().findVarHandle(Waiter.class, "outcome", Outcome.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** How often a thread looks before it parks: a partner that runs now answers within a few microseconds, and parking costs more than that. */
    private static final int LOOKS = 200;

    /**
     * How a wait ended.
     *
     * @param index of the queue that ended it, in the order they were given
     * @param item what was got; null when something was put, or the queue is closed
     */
    record Outcome(int index, @Nullable Item item, boolean closed) {}

    private final Thread thread = Thread.currentThread();
    private volatile boolean woken;

    @SuppressWarnings("unused") // written through OUTCOME
    private volatile @Nullable Outcome outcome;

    /** Ends the wait; false when it has ended already. The caller unparks. */
    boolean settle(Outcome how) {
        return OUTCOME.compareAndSet(this, (Outcome) null, how);
    }

    void unpark() {
        LockSupport.unpark(thread);
    }

    @Nullable
    Outcome outcome() {
        return outcome;
    }

    @Override
    public void wake() {
        woken = true;
        LockSupport.unpark(thread);
    }

    /**
     * Waits until it is settled or the time is over, doing meanwhile what the breaker asks for (PEP 475). The interpreter's lock is given back while it waits.
     *
     * @param ts null for a thread that is in no interpreter: its wait ends when the thread is interrupted, and it stays interrupted
     * @param deadline by {@code System.nanoTime()}, unless {@code forever}
     */
    void await(@Nullable RuntimeThreadState ts, boolean forever, long deadline) {
        if (ts == null) {
            outside(forever, deadline);
            return;
        }
        while (outcome == null) {
            woken = false;
            ts.beginBlocking(this);
            try {
                park(forever, deadline);
            } finally {
                ts.endBlocking();
            }
            if (outcome != null || (!forever && deadline - System.nanoTime() <= 0)) {
                return;
            }
            ts.checkBreaker();
        }
    }

    private void outside(boolean forever, long deadline) {
        look();
        while (outcome == null && !thread.isInterrupted()) {
            if (forever) {
                LockSupport.park(this);
            } else {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return;
                }
                LockSupport.parkNanos(this, left);
            }
        }
    }

    private void look() {
        for (int i = 0; i < LOOKS && outcome == null && !woken; i++) {
            Thread.onSpinWait();
        }
    }

    private void park(boolean forever, long deadline) {
        look();
        boolean interrupted = false;
        while (outcome == null && !woken) {
            if (forever) {
                LockSupport.park(this);
            } else {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    break;
                }
                LockSupport.parkNanos(this, left);
            }
            // A host's interrupt of its own thread is the host's business: kept, and set again once we are out.
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            thread.interrupt();
        }
    }
}
