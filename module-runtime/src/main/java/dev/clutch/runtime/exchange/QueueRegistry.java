package dev.clutch.runtime.exchange;

import dev.clutch.runtime.Runtime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The queues of a runtime, by number; a queue goes when the last object that was bound to it has been released. Answers to {@code _queues}.
 *
 * <p>The mutex guards the counts; it is never held while a queue's mutex is taken. Finding a queue takes no lock.
 */
public final class QueueRegistry {
    /** What became of a release. */
    public enum Released {
        /** One bound object less. */
        DONE,
        /** There is no such queue. */
        NOT_FOUND,
        /** No object was bound to it. */
        NEVER_BOUND
    }

    private static final class Entry {
        final ItemQueue queue;
        int bound;

        Entry(ItemQueue queue) {
            this.queue = queue;
        }
    }

    private final Runtime runtime;
    private final ReentrantLock mutex = new ReentrantLock();
    private final ConcurrentHashMap<Long, Entry> entries = new ConcurrentHashMap<>();
    private long nextId = 1;

    QueueRegistry(Runtime runtime) {
        this.runtime = runtime;
    }

    /** Makes a queue to which nothing is bound yet. */
    public ItemQueue create(int capacity, int format, UnboundPolicy policy) {
        mutex.lock();
        try {
            ItemQueue queue = new ItemQueue(runtime, nextId++, capacity, format, policy);
            entries.put(queue.id(), new Entry(queue));
            return queue;
        } finally {
            mutex.unlock();
        }
    }

    /** Returns a queue, or null. */
    public @Nullable ItemQueue find(Long id) {
        Entry entry = entries.get(id);
        return entry == null ? null : entry.queue;
    }

    /** Returns all queues by ascending number. */
    public List<ItemQueue> list() {
        List<ItemQueue> all = new ArrayList<>();
        for (Entry entry : entries.values()) {
            all.add(entry.queue);
        }
        all.sort(Comparator.comparingLong(ItemQueue::id));
        return all;
    }

    /** Counts an object that is bound to a queue; false when there is no such queue. */
    public boolean bind(long id) {
        mutex.lock();
        try {
            Entry entry = entries.get(id);
            if (entry != null) {
                entry.bound++;
            }
            return entry != null;
        } finally {
            mutex.unlock();
        }
    }

    /** Counts an object less; the last takes the queue along. */
    public Released release(long id) {
        Entry entry;
        mutex.lock();
        try {
            entry = entries.get(id);
            if (entry == null) {
                return Released.NOT_FOUND;
            }
            if (entry.bound == 0) {
                return Released.NEVER_BOUND;
            }
            if (--entry.bound > 0) {
                return Released.DONE;
            }
            entries.remove(id);
        } finally {
            mutex.unlock();
        }
        entry.queue.close();
        return Released.DONE;
    }

    /** Ends a queue, whoever is bound to it; false when there is none. */
    public boolean destroy(long id) {
        Entry entry;
        mutex.lock();
        try {
            entry = entries.remove(id);
        } finally {
            mutex.unlock();
        }
        if (entry != null) {
            entry.queue.close();
        }
        return entry != null;
    }

    void clearInterpreter(long interpreter) {
        for (Entry entry : entries.values()) {
            entry.queue.clearInterpreter(interpreter);
        }
    }
}
