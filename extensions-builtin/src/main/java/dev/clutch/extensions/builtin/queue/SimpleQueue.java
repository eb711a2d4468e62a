package dev.clutch.extensions.builtin.queue;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import java.util.ArrayDeque;

/**
 * {@code _queue.SimpleQueue}. Items and waiters are touched under the interpreter's lock; who waits holds a lock of {@code _thread} of its own and acquires it a second time, which signals
 * interrupt as they interrupt every lock.
 */
@ExtensionType(
        name = "_queue.SimpleQueue",
        subclassable = true,
        weakReferences = true,
        doc = "A queue without bounds, whose put may be called where anything may be going on.")
final class SimpleQueue extends PyObject {
    /** The longest wait in seconds ({@code PY_TIMEOUT_MAX}). */
    private static final double MOST_SECONDS = 9223372036.0;

    private final ArrayDeque<Object> items = new ArrayDeque<>();
    private final ArrayDeque<Object> waiters = new ArrayDeque<>();

    private SimpleQueue(PyType type) {
        super(type);
    }

    @Expose(signature = "()")
    static Object __new__(ThreadState ts, PyType cls) {
        return new SimpleQueue(cls);
    }

    @Expose(signature = "(item, block=True, timeout=None)", doc = "Add an item; never waits.")
    void put(ThreadState ts, Object item, boolean block, Object timeout) {
        items.add(item);
        Object first = waiters.poll();
        if (first != null) {
            ts.callMethod(first, "release");
        }
    }

    @Expose(signature = "(item)", doc = "Add an item.")
    void put_nowait(ThreadState ts, Object item) {
        put(ts, item, true, Singleton.NONE);
    }

    @Expose(signature = "(block=True, timeout=None)", doc = "Take the oldest item, waiting for one as asked.")
    Object get(ThreadState ts, QueueModule state, boolean block, Object timeout) {
        if (!block) {
            return take(ts, state);
        }
        long deadline = Long.MAX_VALUE;
        if (timeout != Singleton.NONE) {
            double seconds = seconds(ts, timeout);
            deadline = System.nanoTime() + (long) (seconds * 1e9);
        }
        while (items.isEmpty()) {
            double left = -1;
            if (deadline != Long.MAX_VALUE) {
                left = (deadline - System.nanoTime()) / 1e9;
                if (left <= 0) {
                    throw ts.error(state.empty);
                }
            }
            await(ts, left);
        }
        return take(ts, state);
    }

    private static double seconds(ThreadState ts, Object timeout) {
        double seconds = ts.isFloat(timeout) ? ts.asDouble(timeout) : ts.asDouble(ts.index(timeout));
        if (Double.isNaN(seconds)) {
            throw ts.valueError("Invalid value NaN (not a number)");
        }
        if (Math.abs(seconds) > MOST_SECONDS) {
            throw ts.error("OverflowError", "timestamp out of range for platform time_t");
        }
        if (seconds < 0) {
            throw ts.valueError("'timeout' must be a non-negative number");
        }
        return seconds;
    }

    /** Waits for an item, or till the time is over; a negative time is without end. */
    private void await(ThreadState ts, double seconds) {
        Object turn = ts.callMethod(ts.importModule("_thread"), "allocate_lock");
        ts.callMethod(turn, "acquire");
        waiters.add(turn);
        boolean woken = false;
        try {
            woken = ts.isTrue(ts.callMethod(turn, "acquire", true, seconds));
        } finally {
            if (!woken && !waiters.remove(turn) && !items.isEmpty()) {
                // the turn came while the wait ended otherwise: it is the next one's
                Object next = waiters.poll();
                if (next != null) {
                    ts.callMethod(next, "release");
                }
            }
        }
    }

    private Object take(ThreadState ts, QueueModule state) {
        Object item = items.poll();
        if (item == null) {
            throw ts.error(state.empty);
        }
        return item;
    }

    @Expose(signature = "()", doc = "Take the oldest item; Empty when there is none.")
    Object get_nowait(ThreadState ts, QueueModule state) {
        return take(ts, state);
    }

    @Expose(signature = "()", doc = "Whether there is no item now.")
    boolean empty(ThreadState ts) {
        return items.isEmpty();
    }

    @Expose(signature = "()", doc = "How many items there are now.")
    long qsize(ThreadState ts) {
        return items.size();
    }

    @Expose(name = "__class_getitem__", kind = Expose.Kind.CLASS, doc = "See PEP 585.")
    static Object generic(ThreadState ts, PyType cls, Object item) {
        return ts.genericAlias(cls, item);
    }
}
