package dev.clutch.runtime.exchange;

import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeThreadState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A queue between interpreters, first in first out. Answers to {@code _queue} of {@code _interpqueuesmodule.c}, but waiting is part of it.
 *
 * <p>Fairness: items are handed over. Who waits to get sits in {@link #getters}, who waits to put sits with the item in {@link #putters}; a put serves the first getter, a get lets
 * the first putter's item in. So, under the mutex, a getter waits only while there are no items, a putter only while the queue is full, and nobody who comes later can overtake.
 *
 * <p>The mutex is taken by threads that hold an interpreter's lock; nobody takes an interpreter's lock, waits or runs Python code under it, so it is always free soon. Threads that wait hold neither.
 */
public final class ItemQueue {
    private final Runtime runtime;
    private final long id;
    private final int capacity;
    private final int format;
    private final UnboundPolicy policy;

    private final ReentrantLock mutex = new ReentrantLock();
    // Guarded by the mutex.
    private final ArrayDeque<Item> items = new ArrayDeque<>();
    private final WaitLine getters = new WaitLine();
    private final WaitLine putters = new WaitLine();
    private boolean closed;

    ItemQueue(Runtime runtime, long id, int capacity, int format, UnboundPolicy policy) {
        this.runtime = runtime;
        this.id = id;
        this.capacity = capacity;
        this.format = format;
        this.policy = policy;
    }

    /** The number that names it in the runtime. */
    public long id() {
        return id;
    }

    /** How many items it holds at most; no limit when not positive. */
    public int capacity() {
        return capacity;
    }

    /** The format of items that are put without one. */
    public int format() {
        return format;
    }

    /** The policy of items that are put without one. */
    public UnboundPolicy policy() {
        return policy;
    }

    /** How many items are in it. */
    public int size() {
        mutex.lock();
        try {
            requireOpen();
            return items.size();
        } finally {
            mutex.unlock();
        }
    }

    /** Whether a put would wait. */
    public boolean isFull() {
        mutex.lock();
        try {
            requireOpen();
            return full();
        } finally {
            mutex.unlock();
        }
    }

    private boolean full() {
        return capacity > 0 && items.size() >= capacity;
    }

    private void requireOpen() {
        if (closed) {
            throw new ExchangeClosedException("queue " + id + " is closed");
        }
    }

    // ---- putting -------------------------------------------------------------------------------------------------

    /** Puts an item if there is room. */
    public boolean offer(Item item) {
        return offerOrJoin(item, null);
    }

    /**
     * Puts an item, waiting for room.
     *
     * @param ts null for a thread that is in no interpreter, see {@link Waiter#await}
     * @param nanos how long to wait, {@code Long.MAX_VALUE} for ever
     * @return false when the time was over; then, and after an exception, {@link Item#isWithSender} says whose it is
     */
    public boolean put(@Nullable RuntimeThreadState ts, Item item, long nanos) {
        if (offer(item)) {
            return true;
        }
        if (nanos <= 0) {
            return false;
        }
        WaitLine.Seat seat = new WaitLine.Seat(new Waiter(), 0, item);
        if (offerOrJoin(item, seat)) {
            return true;
        }
        Waiter.Outcome outcome = null;
        boolean regular = false;
        try {
            seat.waiter.await(ts, nanos == Long.MAX_VALUE, System.nanoTime() + nanos);
            regular = true;
        } finally {
            outcome = leavePutters(seat, regular);
        }
        if (outcome != null && outcome.closed()) {
            requireOpen();
        }
        return outcome != null;
    }

    /** Hands the item to a getter or takes it in; where neither is possible, gives the caller a seat. */
    private boolean offerOrJoin(Item item, WaitLine.@Nullable Seat seat) {
        WaitLine.Seat served;
        mutex.lock();
        try {
            requireOpen();
            served = serve(item);
            if (served == null) {
                if (full()) {
                    if (seat != null) {
                        putters.add(seat);
                    }
                    return false;
                }
                items.add(item);
            }
            item.leave();
        } finally {
            mutex.unlock();
        }
        if (served != null) {
            served.waiter.unpark();
        }
        return true;
    }

    /** Hands an item to the first getter that still waits; the caller unparks it. One that waits at several queues may have been served by another. */
    private WaitLine.@Nullable Seat serve(Item item) {
        for (WaitLine.Seat seat = getters.poll(); seat != null; seat = getters.poll()) {
            if (seat.waiter.settle(new Waiter.Outcome(seat.index, item, false))) {
                return seat;
            }
        }
        return null;
    }

    /** A put ends; one that ends by an exception has put nothing, unless somebody has got the item already. */
    private Waiter.@Nullable Outcome leavePutters(WaitLine.Seat seat, boolean regular) {
        Waiter.Outcome outcome = seat.waiter.outcome();
        if (outcome != null && regular) {
            return outcome;
        }
        WaitLine.Seat admitted = null;
        mutex.lock();
        try {
            putters.remove(seat);
            outcome = seat.waiter.outcome();
            Item item = seat.item;
            if (item != null && outcome != null && !regular && !closed && items.removeLastOccurrence(item)) {
                item.comeBack();
                admitted = admit();
            }
        } finally {
            mutex.unlock();
        }
        if (admitted != null) {
            admitted.waiter.unpark();
        }
        return outcome;
    }

    // ---- getting -------------------------------------------------------------------------------------------------

    /** Gets the first item, null when there is none. */
    public @Nullable Item poll() {
        Item item;
        WaitLine.Seat admitted = null;
        mutex.lock();
        try {
            requireOpen();
            item = items.poll();
            if (item != null) {
                admitted = admit();
            }
        } finally {
            mutex.unlock();
        }
        if (admitted != null) {
            admitted.waiter.unpark();
        }
        return item;
    }

    /** Lets the item of the first putter in that still waits, if there is room; the caller unparks it. */
    private WaitLine.@Nullable Seat admit() {
        if (full()) {
            return null;
        }
        for (WaitLine.Seat seat = putters.poll(); seat != null; seat = putters.poll()) {
            Item item = seat.item;
            if (item != null && seat.waiter.settle(new Waiter.Outcome(0, null, false))) {
                items.add(item);
                item.leave();
                return seat;
            }
        }
        return null;
    }

    /** Settles a getter at once when there is an item or the queue is closed, otherwise gives it the last seat. */
    void pollOrJoin(WaitLine.Seat seat) {
        WaitLine.Seat admitted = null;
        mutex.lock();
        try {
            if (closed) {
                boolean ignored = seat.waiter.settle(new Waiter.Outcome(seat.index, null, true));
                return;
            }
            Item head = items.peek();
            if (head == null) {
                getters.add(seat);
                return;
            }
            if (seat.waiter.settle(new Waiter.Outcome(seat.index, head, false))) {
                items.removeFirst();
                admitted = admit();
            }
        } finally {
            mutex.unlock();
        }
        if (admitted != null) {
            admitted.waiter.unpark();
        }
    }

    /** A getter doesn't wait any more. */
    void leaveGetters(WaitLine.Seat seat) {
        mutex.lock();
        try {
            getters.remove(seat);
        } finally {
            mutex.unlock();
        }
    }

    /** Takes back an item that was handed to a getter whose wait ended by an exception: it is the first again. */
    void giveBack(Item item) {
        WaitLine.Seat served;
        boolean lost;
        mutex.lock();
        try {
            lost = closed;
            served = lost ? null : serve(item);
            if (served == null && !lost) {
                items.addFirst(item);
            }
        } finally {
            mutex.unlock();
        }
        if (lost) {
            item.dispose(runtime);
        } else if (served != null) {
            served.waiter.unpark();
        }
    }

    // ---- ends ----------------------------------------------------------------------------------------------------

    /** Ends it: what is in it is dropped, who waits is told. */
    void close() {
        List<Item> dropped;
        mutex.lock();
        try {
            closed = true;
            dropped = List.copyOf(items);
            items.clear();
            refuse(getters);
            refuse(putters);
        } finally {
            mutex.unlock();
        }
        // An item may hold the last tie to another queue, whose mutex must not be taken under ours.
        for (Item item : dropped) {
            item.dispose(runtime);
        }
    }

    private static void refuse(WaitLine line) {
        for (WaitLine.Seat seat = line.poll(); seat != null; seat = line.poll()) {
            if (seat.waiter.settle(new Waiter.Outcome(seat.index, null, true))) {
                seat.waiter.unpark();
            }
        }
    }

    /** An interpreter is closed: what it has put stays or goes as it wanted ({@code _queue_clear_interpreter}). */
    void clearInterpreter(long interpreter) {
        List<Parcel> dropped = new ArrayList<>();
        mutex.lock();
        try {
            Unbinding.clear(items, interpreter, dropped);
            for (WaitLine.Seat seat = admit(); seat != null; seat = admit()) {
                seat.waiter.unpark();
            }
        } finally {
            mutex.unlock();
        }
        Unbinding.dispose(runtime, dropped);
    }
}
