package dev.clutch.runtime.exchange;

import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeThreadState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The channels of a runtime, by number. A closed channel keeps its number until the last object that names it is gone. Answers to {@code _channels}.
 *
 * <p>The mutex guards the table and the counts; a channel's mutex is never taken under it.
 */
public final class ChannelRegistry {
    /** Stands for code that is in no interpreter: it has ends of its own, which no close gives up and no list shows. */
    public static final long NOBODY = -1;

    private static final class Entry {
        final Channel channel;
        int names;

        Entry(Channel channel) {
            this.channel = channel;
        }
    }

    private final Runtime runtime;
    private final ReentrantLock mutex = new ReentrantLock();
    // Guarded by the mutex.
    private final TreeMap<Long, Entry> entries = new TreeMap<>();
    private long nextId;

    ChannelRegistry(Runtime runtime) {
        this.runtime = runtime;
    }

    /** Makes a channel and returns its number. */
    public long create(UnboundPolicy policy) {
        mutex.lock();
        try {
            long id = nextId++;
            entries.put(id, new Entry(new Channel(runtime, policy)));
            return id;
        } finally {
            mutex.unlock();
        }
    }

    private Channel find(long id) {
        mutex.lock();
        try {
            Entry entry = entries.get(id);
            if (entry == null) {
                throw new ChannelException(ChannelFault.NOT_FOUND);
            }
            return entry.channel;
        } finally {
            mutex.unlock();
        }
    }

    /** Returns the numbers of all channels, the youngest first. */
    public List<Long> list() {
        mutex.lock();
        try {
            return new ArrayList<>(entries.descendingMap().keySet());
        } finally {
            mutex.unlock();
        }
    }

    /** Ends a channel. */
    public void destroy(long id) {
        Entry entry = remove(id);
        if (entry == null) {
            throw new ChannelException(ChannelFault.NOT_FOUND);
        }
        entry.channel.destroy();
    }

    private @Nullable Entry remove(long id) {
        mutex.lock();
        try {
            return entries.remove(id);
        } finally {
            mutex.unlock();
        }
    }

    /** Counts an object that names a channel; false when there is no such channel. */
    public boolean name(long id) {
        mutex.lock();
        try {
            Entry entry = entries.get(id);
            if (entry != null) {
                entry.names++;
            }
            return entry != null;
        } finally {
            mutex.unlock();
        }
    }

    /** Counts an object less; the last takes the channel along. */
    public void unname(long id) {
        Entry last = null;
        mutex.lock();
        try {
            Entry entry = entries.get(id);
            if (entry != null && --entry.names == 0) {
                last = entries.remove(id);
            }
        } finally {
            mutex.unlock();
        }
        if (last != null) {
            last.channel.destroy();
        }
    }

    /** Throws unless a send would find the channel open. */
    public void requireSendable(long id) {
        find(id).requireSendable();
    }

    /** Sends without waiting. */
    public void send(long id, ChannelItem item) {
        find(id).send(item);
    }

    /** Sends and waits until it has been received. After an exception {@link Item#isWithSender} says whose the item is. */
    public void sendAndWait(@Nullable RuntimeThreadState ts, long id, ChannelItem item, long nanos) {
        find(id).sendAndWait(ts, item, nanos);
    }

    /** Takes the next item out. The caller opens it, then says that it is received or lost. */
    public ChannelItem receive(RuntimeThreadState ts, long id) {
        return find(id).receive(ts.interpreter().id());
    }

    /**
     * Takes the next item out for nobody's interpreter, waiting for one.
     *
     * @param ts as for {@link Waiter#await}
     * @param nanos how long to wait, {@code Long.MAX_VALUE} for ever
     * @return null when the time was over, or the thread was interrupted
     */
    public @Nullable ChannelItem receiveForNobody(@Nullable RuntimeThreadState ts, long id, long nanos) {
        return find(id).receiveAndWait(ts, NOBODY, nanos);
    }

    /** Closes a channel for all interpreters. */
    public void close(long id, boolean sendOnly, boolean force) {
        find(id).close(sendOnly, force);
    }

    /** Gives up ends for the caller's interpreter. */
    public void release(RuntimeThreadState ts, long id, boolean send, boolean receive) {
        find(id).release(ts.interpreter().id(), send, receive);
    }

    /** How many items are in a channel. */
    public int size(long id) {
        return find(id).size();
    }

    /** The policy of items that are sent without one. */
    public UnboundPolicy policy(long id) {
        return find(id).policyWhileOpen();
    }

    /** The policy of a channel that is listed, closed or not; null when it is gone meanwhile. */
    public @Nullable UnboundPolicy policyOrNull(long id) {
        mutex.lock();
        try {
            Entry entry = entries.get(id);
            return entry == null ? null : entry.channel.policy();
        } finally {
            mutex.unlock();
        }
    }

    /** The interpreters that have an end, by ascending id. */
    public List<Long> users(long id, boolean send) {
        List<Long> found = find(id).users(send);
        Collections.sort(found);
        return found;
    }

    /** What can be told of a channel. */
    public ChannelStatus status(RuntimeThreadState ts, long id) {
        return find(id).status(ts.interpreter().id());
    }

    void clearInterpreter(long interpreter) {
        List<Channel> all = new ArrayList<>();
        mutex.lock();
        try {
            for (Entry entry : entries.values()) {
                all.add(entry.channel);
            }
        } finally {
            mutex.unlock();
        }
        for (Channel channel : all) {
            channel.clearInterpreter(interpreter);
        }
    }
}
