package dev.clutch.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The lock that a thread holds while it runs Python code of an interpreter. Answers to {@code struct _gil_runtime_state} and to {@code take_gil} and
 * {@code drop_gil} of {@code ceval_gil.c}: a waiter waits one interval, then asks the holder to drop the lock through the holder's breaker word; a holder that
 * drops on request waits until another thread has really taken the lock.
 *
 * <p>Who may touch what. {@link #holder} goes from null to a thread state by compare-and-set only, and back to null by that thread state's thread only.
 * {@link #lastHolder} and {@link #switches} are written by the holder only, between those two. {@link #queued} is written under {@link #mutex} only. The mutex
 * is never held while Python code runs, and nothing blocks under it but its own two conditions.
 *
 * <p>No wake-up is lost: a waiter writes {@code queued}, then tries the compare-and-set; the dropper writes {@code holder}, then reads {@code queued}. All four are volatile,
 * so one of the two sees the other. If it is the dropper, it signals under the mutex, which the waiter gives up only inside {@code await}.
 *
 * <p>No forced hand-over hangs: the dropper waits only while a waiter is queued, and every waiter that leaves the queue, with the lock or without, signals
 * {@link #switched} under the mutex.
 */
public final class InterpreterLock {
    /** {@code DEFAULT_INTERVAL}: 5000 microseconds. */
    static final long DEFAULT_INTERVAL_NANOS = 5_000_000;

    private static final long NOBODY = -1;
    private static final VarHandle HOLDER;
    private static final VarHandle SWITCHES;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            HOLDER = lookup.findVarHandle(InterpreterLock.class, "holder", RuntimeThreadState.class);
            SWITCHES = lookup.findVarHandle(InterpreterLock.class, "switches", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile @Nullable RuntimeThreadState holder;
    private volatile int queued;
    /** The serial of the last holder, not the thread state itself: a shared lock must not keep an ended thread's interpreter alive. */
    private volatile long lastHolder = NOBODY;

    @SuppressWarnings("unused") // read and written through SWITCHES
    private long switches;

    private volatile long intervalNanos;

    private final ReentrantLock mutex = new ReentrantLock();
    /** {@code gil->cond}: the lock may be free. */
    private final Condition released = mutex.newCondition();
    /** {@code gil->switch_cond}: somebody took the lock, or gave up waiting for it. */
    private final Condition switched = mutex.newCondition();

    // Statistics, under the mutex: the uncontended path pays nothing.
    private long waits;
    private long waitedNanos;
    private long dropRequests;
    private long forcedSwitches;
    /** When the holder was asked to drop, 0 while it is not asked. */
    private long requestedAt;

    private long overdueNanos;
    private long longestOverdueNanos;

    InterpreterLock(long intervalNanos) {
        this.intervalNanos = intervalNanos;
    }

    /** Returns {@code sys.getswitchinterval()} in nanoseconds. */
    public long intervalNanos() {
        return intervalNanos;
    }

    /** Sets the interval of this lock, thus of every interpreter that shares it. Answers to {@code _PyEval_SetSwitchInterval}. */
    public void setIntervalNanos(long nanos) {
        if (nanos <= 0) {
            throw new IllegalArgumentException("switch interval must be strictly positive");
        }
        intervalNanos = nanos;
    }

    /** Takes the lock, waiting as long as it takes; false when the thread state is told to end instead. */
    boolean take(RuntimeThreadState ts) {
        if (queued == 0 && HOLDER.compareAndSet(this, (RuntimeThreadState) null, ts)) {
            took(ts);
            return true;
        }
        return takeQueued(ts, Long.MAX_VALUE);
    }

    /** Takes the lock within a time; false when the time is over or the thread state is told to end. */
    boolean take(RuntimeThreadState ts, long timeoutNanos) {
        if (queued == 0 && HOLDER.compareAndSet(this, (RuntimeThreadState) null, ts)) {
            took(ts);
            return true;
        }
        return takeQueued(ts, timeoutNanos);
    }

    /** Gives the lock back. On request of a waiter, returns only when another thread has had it. */
    void drop(RuntimeThreadState ts) {
        if (holder != ts) {
            throw new IllegalStateException(ts + " does not hold the lock of " + ts.interpreter());
        }
        holder = null;
        if (queued != 0) {
            handOver(ts);
        }
    }

    private void handOver(RuntimeThreadState ts) {
        mutex.lock();
        try {
            countOverdue();
            released.signal();
            if (ts.isRequested(Breaker.SWITCH)) {
                forcedSwitches++;
                while (lastHolder == ts.serial() && queued > 0) {
                    switched.awaitUninterruptibly();
                }
                ts.withdraw(Breaker.SWITCH);
            }
        } finally {
            mutex.unlock();
        }
    }

    /** The lock has been dropped. Called under the mutex. */
    private void countOverdue() {
        if (requestedAt != 0) {
            long overdue = System.nanoTime() - requestedAt;
            overdueNanos += overdue;
            longestOverdueNanos = Math.max(longestOverdueNanos, overdue);
            requestedAt = 0;
        }
    }

    private boolean takeQueued(RuntimeThreadState ts, long timeoutNanos) {
        long start = System.nanoTime();
        boolean interrupted = false;
        boolean taken = false;
        mutex.lock();
        try {
            setQueued(queued + 1);
            waits++;
            while (!ts.isGone()) {
                if (HOLDER.compareAndSet(this, (RuntimeThreadState) null, ts)) {
                    took(ts);
                    taken = true;
                    break;
                }
                long left = timeoutNanos - (System.nanoTime() - start);
                if (left <= 0) {
                    break;
                }
                long seen = switches();
                long rest;
                try {
                    rest = released.awaitNanos(Math.min(intervalNanos, left));
                } catch (InterruptedException e) {
                    // A host's interrupt of its own thread is the host's business: kept, and set again once we are out.
                    interrupted = true;
                    continue;
                }
                if (rest <= 0) {
                    requestDrop(seen);
                }
            }
        } finally {
            setQueued(queued - 1);
            if (taken) {
                // before the dropper came to it: we looked again just when it had dropped
                countOverdue();
            } else if (queued == 0) {
                requestedAt = 0;
            }
            waitedNanos += System.nanoTime() - start;
            switched.signalAll();
            if (!taken) {
                // The signal of a drop may have come to us: it belongs to the next in the queue.
                released.signal();
            }
            mutex.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return taken;
    }

    /**
     * Asks the holder to drop, unless the lock changed hands during our wait. The holder may drop by itself in between and keep a request that is stale: it costs it
     * one visit to the slow path, and {@link #took} withdraws it.
     */
    private void requestDrop(long seen) {
        RuntimeThreadState current = holder;
        if (current != null && switches() == seen) {
            dropRequests++;
            if (requestedAt == 0) {
                // never 0, which would mean that nobody asked
                requestedAt = System.nanoTime() | 1;
            }
            current.request(Breaker.SWITCH);
        }
    }

    /** Runs in the new holder. */
    private void took(RuntimeThreadState ts) {
        if (lastHolder != ts.serial()) {
            lastHolder = ts.serial();
            SWITCHES.setOpaque(this, switches() + 1);
        }
        if (ts.isRequested(Breaker.SWITCH)) {
            ts.withdraw(Breaker.SWITCH);
        }
    }

    private void setQueued(int count) {
        queued = count;
    }

    private long switches() {
        return (long) SWITCHES.getOpaque(this);
    }

    /** Returns who holds the lock at this moment: for reports, never for decisions. */
    public @Nullable RuntimeThreadState holder() {
        return holder;
    }

    /** Returns how many threads wait for the lock at this moment. */
    public int queueLength() {
        return queued;
    }

    /** Returns the counters. Only contended operations are counted, but for the switches. */
    public Statistics statistics() {
        mutex.lock();
        try {
            return new Statistics(
                    switches(),
                    waits,
                    TimeUnit.NANOSECONDS.toMicros(waitedNanos),
                    dropRequests,
                    forcedSwitches,
                    overdueNanos,
                    longestOverdueNanos);
        } finally {
            mutex.unlock();
        }
    }

    /**
     * Counters since the lock was made.
     *
     * @param switches how often another thread than the last holder took the lock ({@code gil->switch_number})
     * @param waits how often a thread found the lock held
     * @param waitedMicros the time spent waiting, all threads together
     * @param dropRequests how often a waiter asked the holder to drop
     * @param forcedSwitches how often a holder dropped on request
     * @param overdueNanos how long holders kept the lock after they were asked to drop it, all together
     * @param longestOverdueNanos the longest of these times: a built-in that polls too rarely shows here
     */
    public record Statistics(
            long switches,
            long waits,
            long waitedMicros,
            long dropRequests,
            long forcedSwitches,
            long overdueNanos,
            long longestOverdueNanos) {}
}
