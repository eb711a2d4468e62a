package dev.clutch.extension.spi.os;

import dev.clutch.extension.spi.Stability;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Wakes a blocked call from another thread. A call that is given a fired handle, or whose handle is fired while it
 * blocks, ends with {@link Errno#EINTR}. The handle stays fired until {@link #clear}, so no wake-up is lost between two
 * calls; a consumer clears it first, then looks at what there is to do, then retries its call (PEP 475).
 */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public abstract class WakeHandle implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile boolean fired;

    /** For the implementations. */
    protected WakeHandle() {}

    /** Ends the calls that block on this handle, now or next. May be called from any thread, any number of times. */
    public final void fire() {
        lock.lock();
        try {
            if (!fired) {
                fired = true;
                changed.signalAll();
                fired();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Makes it usable again after {@link #fire}. */
    public final void clear() {
        lock.lock();
        try {
            if (fired) {
                fired = false;
                cleared();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether it has been fired and not cleared since. */
    public final boolean isFired() {
        return fired;
    }

    /**
     * Waits until the handle is fired or the time has passed; true when fired. An interrupt of the Java thread is kept
     * for the caller but does not end the wait.
     */
    public final boolean await(long nanos) {
        long deadline = System.nanoTime() + nanos;
        boolean interrupted = false;
        lock.lock();
        try {
            while (!fired) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                try {
                    changed.await(left, TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            return true;
        } finally {
            lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Throws {@link Errno#EINTR} when fired. */
    public final void check() {
        if (fired) {
            throw new OsException(Errno.EINTR);
        }
    }

    /** Runs {@code action} under the handle's lock, so that neither {@link #fire} nor {@link #clear} comes between. */
    protected final void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    /** Called under the lock when the handle changes to fired. */
    protected abstract void fired();

    /** Called under the lock when the handle changes to not fired. */
    protected abstract void cleared();

    /** Gives back what the handle holds of the system; no call may block on it any more. */
    @Override
    public abstract void close();
}
