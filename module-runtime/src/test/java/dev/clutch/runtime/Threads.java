package dev.clutch.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Threads of a test: what one throws fails the test at join, and none outlives a test unnoticed. */
final class Threads implements AutoCloseable {
    private static final long JOIN_MILLIS = 20_000;

    /** A body that may throw. */
    interface Body {
        void run() throws Exception;
    }

    private final List<Thread> started = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Thread start(Body body) {
        return start(Thread.ofPlatform().daemon(), body);
    }

    Thread startVirtual(Body body) {
        return start(Thread.ofVirtual(), body);
    }

    private Thread start(Thread.Builder builder, Body body) {
        Thread thread = builder.start(() -> {
            try {
                body.run();
            } catch (Throwable t) {
                failure.compareAndSet(null, t);
            }
        });
        started.add(thread);
        return thread;
    }

    /** Waits until a condition holds. */
    static void until(java.util.function.BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + JOIN_MILLIS * 1_000_000;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("condition did not come true");
            }
            Thread.sleep(1);
        }
    }

    @Override
    public void close() {
        for (Thread thread : started) {
            try {
                thread.join(JOIN_MILLIS);
            } catch (InterruptedException e) {
                throw new AssertionError("the test was interrupted", e);
            }
            if (thread.isAlive()) {
                AssertionError stuck = new AssertionError(thread + " is stuck");
                stuck.setStackTrace(thread.getStackTrace());
                throw stuck;
            }
        }
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw new AssertionError("a thread failed", thrown);
        }
    }
}
