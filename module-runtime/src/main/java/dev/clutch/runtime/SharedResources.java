package dev.clutch.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The named locks of a runtime, for what its interpreters share on purpose: see {@link dev.clutch.extension.spi.SharedResource}.
 *
 * <p>All fields are guarded by one mutex, under which nothing blocks but its conditions: so the chain from a waiting thread over a holder to what that one waits for can be followed. A lock is handed
 * to the first in the queue by whoever gives it back, and never lies free while somebody waits. A thread waits with the interpreter's lock given back; when it is told to end, it leaves the queue, or
 * gives back what it has been handed meanwhile.
 */
final class SharedResources {
    private final ReentrantLock mutex = new ReentrantLock();
    private final Map<String, Resource> resources = new TreeMap<>();
    private final List<String> inversions = new ArrayList<>();

    /** One resource, its lock and its counters. */
    private static final class Resource {
        final String name;
        final List<Waiter> queue = new ArrayList<>();
        /** What was asked for while this was held, and by whom first. */
        final Map<Resource, String> next = new HashMap<>();

        @Nullable
        RuntimeThreadState owner;

        @Nullable
        Thread thread;

        int depth;
        long acquisitions;
        long waits;
        long waitedNanos;
        long longestNanos;

        Resource(String name) {
            this.name = name;
        }

        void give(RuntimeThreadState ts, Thread to) {
            owner = ts;
            thread = to;
            depth = 1;
            acquisitions++;
        }
    }

    /** One thread in a queue. */
    private final class Waiter implements Waker {
        final RuntimeThreadState ts;
        final Thread thread = Thread.currentThread();
        final Resource resource;
        final Condition changed = mutex.newCondition();
        final long start = System.nanoTime();
        boolean granted;
        boolean woken;

        Waiter(RuntimeThreadState ts, Resource resource) {
            this.ts = ts;
            this.resource = resource;
        }

        @Override
        public void wake() {
            mutex.lock();
            try {
                woken = true;
                changed.signal();
            } finally {
                mutex.unlock();
            }
        }

        /** Waits, without any other lock, until it is granted or the breaker asks for the thread. */
        boolean await() {
            mutex.lock();
            try {
                while (!granted && !woken) {
                    changed.awaitUninterruptibly();
                }
                woken = false;
                return granted;
            } finally {
                mutex.unlock();
            }
        }
    }

    void acquire(RuntimeThreadState ts, String name) {
        Thread me = Thread.currentThread();
        String inversion = null;
        String deadlock = null;
        Waiter waiter = null;
        mutex.lock();
        try {
            Resource wanted = resources.computeIfAbsent(name, Resource::new);
            if (wanted.thread == me) {
                wanted.depth++;
                return;
            }
            inversion = noteOrder(ts, me, wanted);
            if (inversion == null) {
                deadlock = deadlock(me, wanted);
                if (deadlock == null) {
                    waiter = enqueue(ts, me, wanted);
                }
            }
        } finally {
            mutex.unlock();
        }
        if (inversion != null) {
            ts.warn("RuntimeWarning", inversion, 1);
            acquire(ts, name);
        } else if (deadlock != null) {
            throw ts.error("RuntimeError", deadlock);
        } else if (waiter != null) {
            await(ts, waiter);
        }
    }

    /** Takes a lock that is free, which gives null, or joins the queue. */
    private @Nullable Waiter enqueue(RuntimeThreadState ts, Thread me, Resource wanted) {
        if (wanted.thread == null) {
            wanted.give(ts, me);
            return null;
        }
        Waiter waiter = new Waiter(ts, wanted);
        wanted.queue.add(waiter);
        wanted.waits++;
        return waiter;
    }

    private void await(RuntimeThreadState ts, Waiter waiter) {
        boolean done = false;
        try {
            while (true) {
                boolean granted;
                ts.beginBlocking(waiter);
                try {
                    granted = waiter.await();
                } finally {
                    ts.endBlocking();
                }
                if (granted) {
                    break;
                }
                ts.checkBreaker();
            }
            done = true;
        } finally {
            if (!done) {
                giveUp(waiter);
            }
        }
    }

    private void giveUp(Waiter waiter) {
        mutex.lock();
        try {
            if (waiter.granted) {
                passOn(waiter.resource);
            } else {
                waiter.resource.queue.remove(waiter);
            }
        } finally {
            mutex.unlock();
        }
    }

    void release(RuntimeThreadState ts, String name) {
        mutex.lock();
        try {
            Resource held = resources.get(name);
            if (held != null && held.thread == Thread.currentThread()) {
                if (--held.depth == 0) {
                    passOn(held);
                }
                return;
            }
        } finally {
            mutex.unlock();
        }
        throw ts.error("RuntimeError", "shared resource '" + name + "' is not held by this thread");
    }

    /** Gives back what a thread still holds that leaves its interpreter. */
    void leave(RuntimeThreadState ts) {
        mutex.lock();
        try {
            for (Resource resource : resources.values()) {
                if (resource.owner == ts) {
                    passOn(resource);
                }
            }
        } finally {
            mutex.unlock();
        }
    }

    private static void passOn(Resource resource) {
        if (resource.queue.isEmpty()) {
            resource.owner = null;
            resource.thread = null;
            resource.depth = 0;
            return;
        }
        Waiter first = resource.queue.removeFirst();
        long waited = System.nanoTime() - first.start;
        resource.waitedNanos += waited;
        resource.longestNanos = Math.max(resource.longestNanos, waited);
        resource.give(first.ts, first.thread);
        first.granted = true;
        first.changed.signal();
    }

    // ---- order ---------------------------------------------------------------------------------------------------

    /** Notes after what a resource is asked for; returns what to say when that contradicts an order seen before, once for two names. */
    private @Nullable String noteOrder(RuntimeThreadState ts, Thread me, Resource wanted) {
        for (Resource held : resources.values()) {
            if (held.thread != me || held.next.containsKey(wanted)) {
                continue;
            }
            List<Resource> path = new ArrayList<>();
            boolean inverted = findPath(wanted, held, path);
            held.next.put(wanted, ts.toString());
            if (inverted) {
                String found = describe(ts, held, wanted, path);
                inversions.add(found);
                return found;
            }
        }
        return null;
    }

    /** Whether one was followed by the other, directly or over further ones; the path begins with the first. */
    private static boolean findPath(Resource from, Resource to, List<Resource> path) {
        path.add(from);
        if (from == to) {
            return true;
        }
        for (Resource next : from.next.keySet()) {
            if (!path.contains(next) && findPath(next, to, path)) {
                return true;
            }
        }
        path.removeLast();
        return false;
    }

    private static String describe(RuntimeThreadState ts, Resource held, Resource wanted, List<Resource> path) {
        StringBuilder text = new StringBuilder("shared resource '" + wanted.name + "' is asked for by " + ts
                + " while '" + held.name + "' is held, but elsewhere the order is the other way round: ");
        for (int i = 1; i < path.size(); i++) {
            Resource before = path.get(i - 1);
            text.append(i > 1 ? ", " : "")
                    .append("'" + path.get(i).name + "' while '" + before.name + "' was held, by "
                            + before.next.get(path.get(i)));
        }
        return text + "; two threads that do this at once would wait for each other for ever";
    }

    /** Returns what to say when the holder of a resource waits for this thread, directly or over others. */
    private @Nullable String deadlock(Thread me, Resource wanted) {
        Resource at = wanted;
        while (at.thread != null && at.thread != me) {
            Resource next = awaitedBy(at.thread);
            if (next == null) {
                return null;
            }
            if (next.thread == me) {
                return "waiting for shared resource '" + wanted.name + "' would never end: " + at.owner + " holds '"
                        + at.name + "' and waits for '" + next.name + "', which this thread holds";
            }
            at = next;
        }
        return null;
    }

    private @Nullable Resource awaitedBy(Thread thread) {
        for (Resource resource : resources.values()) {
            for (Waiter waiter : resource.queue) {
                if (waiter.thread == thread) {
                    return resource;
                }
            }
        }
        return null;
    }

    // ---- reports -------------------------------------------------------------------------------------------------

    SharedResourceReport report() {
        mutex.lock();
        try {
            List<SharedResourceReport.Resource> all = new ArrayList<>();
            for (Resource r : resources.values()) {
                RuntimeThreadState owner = r.owner;
                all.add(new SharedResourceReport.Resource(
                        r.name,
                        owner == null ? null : owner.toString(),
                        r.queue.size(),
                        r.acquisitions,
                        r.waits,
                        TimeUnit.NANOSECONDS.toMicros(r.waitedNanos),
                        TimeUnit.NANOSECONDS.toMicros(r.longestNanos)));
            }
            return new SharedResourceReport(all, inversions);
        } finally {
            mutex.unlock();
        }
    }
}
