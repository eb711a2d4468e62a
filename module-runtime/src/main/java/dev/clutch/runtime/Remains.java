package dev.clutch.runtime;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What of a closed interpreter could still be in memory: each thing is known weakly, so knowing it keeps nothing alive. What is there after a collection is held by something outside, a field of the
 * embedder, a static of an extension or a thread. Any thread may ask, at any time after the close.
 */
public final class Remains {
    private static final int FIRST_PAUSE_MILLIS = 10;
    private static final int LONGEST_PAUSE_MILLIS = 200;

    private record Watched(WeakReference<Object> object, String what) {}

    // Filled by the closing thread, read by anyone.
    private final ReentrantLock mutex = new ReentrantLock();
    private final List<Watched> watched = new ArrayList<>();

    Remains() {}

    /**
     * Adds something that should go with the interpreter.
     *
     * @param what its class and whose it is, for the report
     */
    public void watch(Object object, String what) {
        Watched entry = new Watched(new WeakReference<>(object), what);
        mutex.lock();
        try {
            watched.add(entry);
        } finally {
            mutex.unlock();
        }
    }

    /** Returns what has not been collected so far; some of it may only wait for the next collection. */
    public List<String> notCollected() {
        List<String> left = new ArrayList<>();
        mutex.lock();
        try {
            for (Watched entry : watched) {
                if (!entry.object.refersTo(null)) {
                    left.add(entry.what);
                }
            }
        } finally {
            mutex.unlock();
        }
        return left;
    }

    /**
     * Asks the JVM to collect until nothing is left or the time is over, and returns what is left: that is held from outside. Each collection is a full one and stops all threads of the JVM for its
     * time, so this is for tests, tools and the end of a program. With {@code -XX:+DisableExplicitGC} it only waits.
     */
    public List<String> held(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        int pause = FIRST_PAUSE_MILLIS;
        while (true) {
            System.gc();
            List<String> left = notCollected();
            long rest = (deadline - System.nanoTime()) / 1_000_000;
            if (left.isEmpty() || rest <= 0) {
                return left;
            }
            // finalizers and cleaners of the last collection run meanwhile; what they held goes with the next one
            Thread.sleep(Math.min(pause, rest));
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
    }

    @Override
    public String toString() {
        return "not collected: " + notCollected();
    }
}
