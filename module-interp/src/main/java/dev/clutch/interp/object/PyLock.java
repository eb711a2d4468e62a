package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Numbers;
import dev.clutch.runtime.WaitPoint;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * {@code _thread.lock}. Its state is touched under the interpreter's lock, which a thread that waits gives back; so a queue of waiters is enough, and a release hands the lock to
 * the first of them.
 */
@ExtensionType(name = "_thread.lock", exported = false, weakReferences = true)
public final class PyLock extends PyObject {
    /** {@code _thread.LockType}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyLockDefinition(), TypeObject.OBJECT);

    /** The longest time to wait, in seconds: {@code TIMEOUT_MAX}. */
    public static final double MAXIMUM_SECONDS = 9223372036.0;

    private boolean locked;
    private final ArrayDeque<WaitPoint> waiters = new ArrayDeque<>(2);

    /** Makes a free lock. */
    public PyLock() {
        super(TYPE);
    }

    /**
     * Acquires.
     *
     * @param nanos how long to wait, {@code Long.MAX_VALUE} for ever, 0 not at all
     * @return false when the time was over
     */
    public boolean acquire(PyThreadState ts, long nanos) {
        if (!locked) {
            locked = true;
            return true;
        }
        if (nanos <= 0) {
            return false;
        }
        WaitPoint turn = new WaitPoint();
        waiters.add(turn);
        boolean got = false;
        try {
            got = turn.awaitInterruptibly(ts, nanos);
        } finally {
            if (!got && !waiters.remove(turn)) {
                // it was handed over while the wait ended otherwise
                if (turn.isDone()) {
                    releaseIfLocked();
                }
            }
        }
        return got;
    }

    /** Acquires, whatever the breaker asks for meanwhile. */
    void acquireUninterruptibly(PyThreadState ts) {
        if (locked) {
            WaitPoint turn = new WaitPoint();
            waiters.add(turn);
            turn.awaitUninterruptibly(ts);
        }
        locked = true;
    }

    /** Releases a lock that is locked, handing it to the first waiter. */
    public void releaseIfLocked() {
        WaitPoint first = waiters.poll();
        if (first != null) {
            first.finish();
        } else {
            locked = false;
        }
    }

    /** Reads {@code blocking} and {@code timeout}: nanoseconds to wait ({@code lock_acquire_parse_args}). */
    static long nanos(PyThreadState ts, boolean blocking, @Nullable Object timeout) {
        double seconds = timeout == null ? -1 : Numbers.asDouble(ts, timeout);
        if (!blocking && seconds != -1) {
            throw Errors.valueError(ts, "can't specify a timeout for a non-blocking call");
        }
        if (seconds < 0 && seconds != -1) {
            throw Errors.valueError(ts, "timeout value must be a non-negative number");
        }
        if (!blocking) {
            return 0;
        }
        if (seconds == -1) {
            return Long.MAX_VALUE;
        }
        if (seconds > MAXIMUM_SECONDS || Double.isNaN(seconds)) {
            throw Errors.error(ts, "OverflowError", "timeout value is too large");
        }
        return (long) Math.ceil(seconds * 1e9);
    }

    @Expose(signature = "(blocking=True, timeout=-1)", doc = "Acquire the lock; return whether it was.")
    boolean acquire(PyThreadState ts, boolean blocking, Object timeout) {
        boolean got = acquire(ts, nanos(ts, blocking, timeout));
        // What came during the wait shows here, as after a call in CPython, and not in the function that the caller
        // calls next: that may be the one that puts the locks right.
        ts.checkBreaker();
        return got;
    }

    @Expose(signature = "(blocking=True, timeout=-1)", doc = "Old name of acquire.")
    boolean acquire_lock(PyThreadState ts, boolean blocking, Object timeout) {
        return acquire(ts, blocking, timeout);
    }

    @Expose(doc = "Release the lock, which any thread may do.")
    void release(PyThreadState ts) {
        if (!locked) {
            throw Errors.error(ts, "RuntimeError", "release unlocked lock");
        }
        releaseIfLocked();
    }

    @Expose(doc = "Old name of release.")
    void release_lock(PyThreadState ts) {
        release(ts);
    }

    @Expose(doc = "Whether the lock is held.")
    boolean locked(PyThreadState ts) {
        return locked;
    }

    @Expose(doc = "Old name of locked.")
    boolean locked_lock(PyThreadState ts) {
        return locked;
    }

    @Expose
    boolean __enter__(PyThreadState ts) {
        return acquire(ts, Long.MAX_VALUE);
    }

    @Expose(signature = "(*args)")
    void __exit__(PyThreadState ts, Object[] args) {
        release(ts);
    }

    @Expose(doc = "Make the lock free after a fork.")
    void _at_fork_reinit(PyThreadState ts) {
        locked = false;
        waiters.clear();
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return "<" + (locked ? "locked" : "unlocked") + " _thread.lock object at " + Identity.address(ts, this) + ">";
    }
}
