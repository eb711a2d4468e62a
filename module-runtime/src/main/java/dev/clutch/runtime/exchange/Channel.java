package dev.clutch.runtime.exchange;

import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeThreadState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A channel between interpreters: items go in at its send end and come out at its recv end, and each interpreter has its own view of the ends. Answers to {@code _channel_state} of
 * {@code _interpchannelsmodule.c}, rule by rule, oddities included, since CPython's tests are written against them.
 *
 * <p>The mutex is held for a few steps only, never while waiting, while Python code runs or while a parcel is disposed of.
 */
final class Channel {
    private final Runtime runtime;
    private final UnboundPolicy policy;

    private final ReentrantLock mutex = new ReentrantLock();
    // Guarded by the mutex.
    private final ArrayDeque<ChannelItem> items = new ArrayDeque<>();
    private final ChannelEnds senders = new ChannelEnds();
    private final ChannelEnds receivers = new ChannelEnds();
    /** Those who wait for an item; whoever of them comes first gets it. */
    private final List<Waiter> waiting = new ArrayList<>();

    private boolean open = true;
    private boolean closing;
    /** It is closed for good, what was in it is dropped. */
    private boolean gone;

    Channel(Runtime runtime, UnboundPolicy policy) {
        this.runtime = runtime;
        this.policy = policy;
    }

    UnboundPolicy policy() {
        return policy;
    }

    UnboundPolicy policyWhileOpen() {
        mutex.lock();
        try {
            requireOpen();
            return policy;
        } finally {
            mutex.unlock();
        }
    }

    private void requireOpen() {
        if (gone || !open) {
            throw new ChannelException(ChannelFault.CLOSED);
        }
    }

    // ---- send and receive ----------------------------------------------------------------------------------------

    /** Adds an item: {@code channel_send}. */
    void send(ChannelItem item) {
        mutex.lock();
        try {
            requireOpen();
            if (closing) {
                throw new ChannelException(ChannelFault.CLOSED);
            }
            if (!senders.use(item.sender())) {
                throw new ChannelException(ChannelFault.INTERPRETER_CLOSED);
            }
            items.add(item);
            item.leave();
            wakeWaiting();
        } finally {
            mutex.unlock();
        }
    }

    /** Throws unless a send would find the channel open: so that nothing is taken apart in vain. */
    void requireSendable() {
        mutex.lock();
        try {
            requireOpen();
            if (closing) {
                throw new ChannelException(ChannelFault.CLOSED);
            }
        } finally {
            mutex.unlock();
        }
    }

    /**
     * Adds an item and waits until it has been received: {@code channel_send_wait}. After an exception {@link Item#isWithSender} says whose it is.
     *
     * @param nanos how long to wait, {@code Long.MAX_VALUE} for ever
     */
    void sendAndWait(@Nullable RuntimeThreadState ts, ChannelItem item, long nanos) {
        Waiter waiter = Objects.requireNonNull(item.waiter(), "made for a send that waits");
        send(item);
        boolean regular = false;
        boolean withdrawn = false;
        try {
            waiter.await(ts, nanos == Long.MAX_VALUE, System.nanoTime() + nanos);
            regular = true;
        } finally {
            if (waiter.outcome() == null || !regular) {
                withdrawn = withdraw(item);
            }
        }
        if (withdrawn) {
            throw new ChannelException(ChannelFault.TIMED_OUT);
        }
        if (waiter.outcome() == null) {
            // Somebody has taken it out in the last moment and opens it now: that takes no time.
            waiter.await(ts, true, 0);
        }
        Waiter.Outcome outcome = waiter.outcome();
        if (outcome == null || outcome.closed()) {
            throw new ChannelException(ChannelFault.CLOSED_WAITING);
        }
    }

    /** Takes an item out that has not been received; false when it has. */
    private boolean withdraw(ChannelItem item) {
        mutex.lock();
        try {
            boolean found = items.remove(item);
            if (found) {
                item.comeBack();
            }
            finishClosing();
            return found;
        } finally {
            mutex.unlock();
        }
    }

    /** Takes the next item out: {@code _channel_next}. The caller opens it, then says that it is received or lost. */
    ChannelItem receive(long interpreter) {
        mutex.lock();
        try {
            ChannelItem item = next(interpreter);
            if (item == null) {
                throw new ChannelException(ChannelFault.EMPTY);
            }
            return item;
        } finally {
            mutex.unlock();
        }
    }

    /** Called under the mutex. */
    private @Nullable ChannelItem next(long interpreter) {
        requireOpen();
        if (!receivers.use(interpreter)) {
            throw new ChannelException(ChannelFault.INTERPRETER_CLOSED);
        }
        ChannelItem item = items.poll();
        finishClosing();
        return item;
    }

    /**
     * As {@link #receive}, waiting for an item; CPython's receivers ask again and again instead.
     *
     * @param nanos how long to wait, {@code Long.MAX_VALUE} for ever
     * @return null when the time was over, or the thread was interrupted, see {@link Waiter#await}
     */
    @Nullable
    ChannelItem receiveAndWait(@Nullable RuntimeThreadState ts, long interpreter, long nanos) {
        boolean forever = nanos == Long.MAX_VALUE;
        long deadline = System.nanoTime() + nanos;
        while (true) {
            Waiter waiter = new Waiter();
            mutex.lock();
            try {
                ChannelItem item = next(interpreter);
                if (item != null || nanos <= 0) {
                    return item;
                }
                waiting.add(waiter);
            } finally {
                mutex.unlock();
            }
            try {
                waiter.await(ts, forever, deadline);
            } finally {
                leave(waiter);
            }
            if (waiter.outcome() == null) {
                return null;
            }
        }
    }

    private void leave(Waiter waiter) {
        mutex.lock();
        try {
            boolean ignored = waiting.remove(waiter);
        } finally {
            mutex.unlock();
        }
    }

    /** There is an item, or the channel may be closed: all look again. Called under the mutex. */
    private void wakeWaiting() {
        for (Waiter waiter : waiting) {
            if (waiter.settle(new Waiter.Outcome(0, null, false))) {
                waiter.unpark();
            }
        }
        waiting.clear();
    }

    /** Closes a channel that waits only to be empty. Called under the mutex. */
    private void finishClosing() {
        if (closing && items.isEmpty()) {
            closing = false;
            gone = true;
        }
    }

    // ---- ends ----------------------------------------------------------------------------------------------------

    /** Gives up ends for one interpreter: {@code _channel_release_interpreter}. */
    void release(long interpreter, boolean send, boolean receive) {
        mutex.lock();
        try {
            requireOpen();
            if (send) {
                senders.release(interpreter);
            }
            if (receive) {
                receivers.release(interpreter);
            }
            open = endsOpen();
            wakeWaiting();
        } finally {
            mutex.unlock();
        }
    }

    private boolean endsOpen() {
        return senders.isOpen() || receivers.isOpen() || (senders.isUnused() && receivers.isUnused());
    }

    /**
     * Closes the channel for all interpreters: {@code _channels_close}. One that is not empty is closed with force; without force only its send end can be closed, and the rest follows when it is
     * empty.
     */
    void close(boolean sendOnly, boolean force) {
        List<ChannelItem> dropped;
        mutex.lock();
        try {
            if (gone || !open || (!force && sendOnly && closing)) {
                throw new ChannelException(ChannelFault.CLOSED);
            }
            if (!force && !items.isEmpty()) {
                if (!sendOnly) {
                    throw new ChannelException(ChannelFault.NOT_EMPTY);
                }
                closing = true;
                return;
            }
            dropped = drop();
        } finally {
            mutex.unlock();
        }
        lose(dropped);
    }

    /** Ends it without a question. */
    void destroy() {
        List<ChannelItem> dropped;
        mutex.lock();
        try {
            dropped = drop();
        } finally {
            mutex.unlock();
        }
        lose(dropped);
    }

    private List<ChannelItem> drop() {
        open = false;
        gone = true;
        closing = false;
        List<ChannelItem> dropped = List.copyOf(items);
        items.clear();
        wakeWaiting();
        for (ChannelItem item : dropped) {
            if (item.waiter() != null) {
                item.comeBack();
            }
        }
        return dropped;
    }

    private void lose(List<ChannelItem> dropped) {
        for (ChannelItem item : dropped) {
            if (item.waiter() == null) {
                item.dispose(runtime);
            } else {
                item.lost();
            }
        }
    }

    /** An interpreter is closed: {@code _channel_clear_interpreter}. */
    void clearInterpreter(long interpreter) {
        List<Parcel> dropped = new ArrayList<>();
        mutex.lock();
        try {
            if (gone) {
                return;
            }
            Unbinding.clear(items, interpreter, dropped);
            senders.clear(interpreter);
            receivers.clear(interpreter);
            open = endsOpen();
            wakeWaiting();
        } finally {
            mutex.unlock();
        }
        Unbinding.dispose(runtime, dropped);
    }

    // ---- what can be asked ---------------------------------------------------------------------------------------

    int size() {
        mutex.lock();
        try {
            requireOpen();
            return items.size();
        } finally {
            mutex.unlock();
        }
    }

    /** The interpreters that have an end and have not released it. */
    List<Long> users(boolean send) {
        mutex.lock();
        try {
            requireOpen();
            if (send && closing) {
                throw new ChannelException(ChannelFault.CLOSED);
            }
            ChannelEnds ends = send ? senders : receivers;
            List<Long> found = new ArrayList<>();
            for (long id : ends.all()) {
                if (id != ChannelRegistry.NOBODY && ends.isOpenFor(id)) {
                    found.add(id);
                }
            }
            return found;
        } finally {
            mutex.unlock();
        }
    }

    /** {@code _channel_get_info}. */
    ChannelStatus status(long interpreter) {
        mutex.lock();
        try {
            long[] uses = new long[8];
            if (gone || !open) {
                return new ChannelStatus(false, false, 0, uses, false, false, false, false);
            }
            for (long id : senders.all()) {
                if (id != ChannelRegistry.NOBODY) {
                    count(uses, id);
                }
            }
            for (long id : receivers.all()) {
                if (id != ChannelRegistry.NOBODY && !senders.isUser(id)) {
                    uses[receivers.isOpenFor(id) ? 2 : 3]++;
                }
            }
            boolean sends = senders.isOpenFor(interpreter);
            boolean receives = receivers.isOpenFor(interpreter);
            return new ChannelStatus(
                    !closing,
                    closing,
                    items.size(),
                    uses,
                    sends,
                    senders.isUser(interpreter) && !sends,
                    receives,
                    receivers.isUser(interpreter) && !receives);
        } finally {
            mutex.unlock();
        }
    }

    /** Counts an interpreter that has used the send end. The names of the last two numbers are the wrong way round in CPython; so they are here. */
    private void count(long[] uses, long id) {
        boolean send = senders.isOpenFor(id);
        if (!receivers.isUser(id)) {
            uses[send ? 0 : 1]++;
        } else if (receivers.isOpenFor(id)) {
            uses[send ? 4 : 7]++;
        } else {
            uses[send ? 6 : 5]++;
        }
    }
}
