package dev.clutch.distribution.child;

import java.util.concurrent.Callable;

/** Waits for what the JVM's collector does. */
public final class Collected {
    /** A compiler of the JVM that is at work holds the classes that it looks at, on a busy machine for seconds. */
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private Collected() {}

    /** Collects until a condition holds; returns false if it has not come true after half a minute. */
    public static boolean until(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                return false;
            }
            collect();
        }
        return true;
    }

    /** Collects and leaves the JVM a moment for what it does with that. */
    static void collect() throws InterruptedException {
        System.gc();
        Thread.sleep(50);
    }
}
