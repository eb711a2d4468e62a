package dev.clutch.runtime;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue of pending calls. Answers to {@code struct _pending_calls} with {@code _PyEval_AddPendingCall} and {@code make_pending_calls}: one thread drains at a time, a
 * drain inside a drain does nothing, and a call that throws ends the pass and leaves the rest queued.
 */
final class PendingCalls {
    /** {@code PENDINGCALLSARRAYSIZE}. */
    static final int PER_INTERPRETER = 300;
    /** {@code MAXPENDINGCALLSLOOP}. */
    static final int PER_PASS = 100;
    /** {@code MAXPENDINGCALLS_MAIN}; drained in full at each pass ({@code MAXPENDINGCALLSLOOP_MAIN}). */
    static final int MAIN_THREAD = 32;

    private final int perPass;
    private final ReentrantLock mutex = new ReentrantLock();
    // Guarded by the mutex.
    private final @Nullable PendingCall[] ring;
    private int first;
    private int size;
    private @Nullable RuntimeThreadState drainer;
    private boolean closed;

    PendingCalls(int capacity, int perPass) {
        this.ring = new @Nullable PendingCall[capacity];
        this.perPass = perPass;
    }

    /** Adds a call; false when the queue is full or closed. The caller then signals the threads that may drain. */
    boolean add(PendingCall call) {
        mutex.lock();
        try {
            if (closed || size == ring.length) {
                return false;
            }
            int next = first + size;
            ring[next < ring.length ? next : next - ring.length] = call;
            size++;
            return true;
        } finally {
            mutex.unlock();
        }
    }

    boolean isEmpty() {
        return size() == 0;
    }

    int size() {
        mutex.lock();
        try {
            return size;
        } finally {
            mutex.unlock();
        }
    }

    /**
     * Makes the calls that are due in one pass. The caller has withdrawn its own {@link Breaker#PENDING} before, so that a call added meanwhile signals again.
     *
     * @return whether the caller must signal again because calls are left that nobody drains
     */
    boolean drain(RuntimeThreadState ts) {
        if (!enter(ts)) {
            return false;
        }
        boolean completed = false;
        try {
            for (int made = 0; made < perPass; made++) {
                PendingCall call = pop();
                if (call == null) {
                    break;
                }
                call.call(ts);
            }
            completed = true;
        } finally {
            leave();
            if (!completed) {
                // There might be nothing left to do, but there is another queue behind the same bit.
                ts.request(Breaker.PENDING);
            }
        }
        return !isEmpty();
    }

    /**
     * Becomes the drainer. If another thread is, that one is asked to look again: it may be past its last look at the queue. A thread that is the drainer itself comes from inside
     * a call: it leaves the queue to the pass under way.
     */
    private boolean enter(RuntimeThreadState ts) {
        mutex.lock();
        try {
            RuntimeThreadState current = drainer;
            if (current != null) {
                if (current != ts) {
                    current.request(Breaker.PENDING);
                }
                return false;
            }
            if (size == 0) {
                return false;
            }
            drainer = ts;
            return true;
        } finally {
            mutex.unlock();
        }
    }

    private void leave() {
        mutex.lock();
        try {
            drainer = null;
        } finally {
            mutex.unlock();
        }
    }

    private @Nullable PendingCall pop() {
        mutex.lock();
        try {
            if (size == 0) {
                return null;
            }
            PendingCall call = ring[first];
            ring[first] = null;
            first = first + 1 == ring.length ? 0 : first + 1;
            size--;
            return call;
        } finally {
            mutex.unlock();
        }
    }

    /** Refuses every later call and returns how many were dropped. */
    int close() {
        mutex.lock();
        try {
            closed = true;
            int dropped = size;
            for (int i = 0; i < ring.length; i++) {
                ring[i] = null;
            }
            size = 0;
            return dropped;
        } finally {
            mutex.unlock();
        }
    }
}
