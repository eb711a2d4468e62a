package dev.clutch.runtime;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Measures what the threads of one interpreter use, for an interpreter with time, processor or allocation limits only. The numbers of a thread count from when it enters until it leaves; a thread of the
 * meter's own looks at those that are in and asks the breaker of those that have used up what they may.
 *
 * <p>The map and the sums are guarded by the mutex, under which nothing blocks: neither Python code nor the interpreter's lock. A thread that leaves adds its last numbers itself, so nothing is lost
 * between two looks.
 */
final class Meter implements Runnable {
    private static final long LOOK_MILLIS = 5;
    /** How long an exception is given to unwind before the next one: finally blocks are to run. */
    private static final long ASK_AGAIN_NANOS = 100_000_000;

    private final RuntimeInterpreter interpreter;
    private final Limits limits;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final ReentrantLock mutex = new ReentrantLock();
    private final Map<RuntimeThreadState, Stay> inside = new HashMap<>();
    private long cpuNanos;
    private long bytes;
    private boolean watching;
    private @Nullable String exceeded;

    Meter(RuntimeInterpreter interpreter, Limits limits) {
        this.interpreter = interpreter;
        this.limits = limits;
    }

    /** One thread's stay: what it had used when it came. */
    private static final class Stay {
        final long thread;
        final long since = System.nanoTime();
        final long cpuBefore;
        final long bytesBefore;
        long cpu;
        long bytes;
        long askedAt;
        boolean asked;

        Stay(long thread, long cpuBefore, long bytesBefore) {
            this.thread = thread;
            this.cpuBefore = cpuBefore;
            this.bytesBefore = bytesBefore;
        }
    }

    void enter(RuntimeThreadState ts, Thread thread) {
        Stay stay = new Stay(thread.threadId(), cpu(thread.threadId()), allocated(thread.threadId()));
        mutex.lock();
        try {
            inside.put(ts, stay);
            if (!watching) {
                watching = true;
                Thread watcher = new Thread(null, this, "clutch-limits-" + interpreter.id(), 0, false);
                watcher.setDaemon(true);
                watcher.start();
            }
        } finally {
            mutex.unlock();
        }
    }

    /** Runs in the thread that leaves. */
    void leave(RuntimeThreadState ts) {
        mutex.lock();
        try {
            Stay stay = inside.remove(ts);
            if (stay != null) {
                measure(stay);
                cpuNanos += stay.cpu;
                bytes += stay.bytes;
                ts.withdraw(Breaker.LIMIT);
                // who waited for this thread may leave before the next look
                askAll();
            }
        } finally {
            mutex.unlock();
        }
    }

    /** How much may still be allocated. */
    long allocationLeft() {
        if (limits.allocatedBytes() == 0) {
            return Long.MAX_VALUE;
        }
        mutex.lock();
        try {
            long used = bytes;
            for (Stay stay : inside.values()) {
                measure(stay);
                used += stay.bytes;
            }
            return Math.max(0, limits.allocatedBytes() - used);
        } finally {
            mutex.unlock();
        }
    }

    /** Returns the limit that was used up first, null while none was. */
    @Nullable
    String exceeded() {
        mutex.lock();
        try {
            return exceeded;
        } finally {
            mutex.unlock();
        }
    }

    /** Looks as long as somebody is in. The thread that comes next starts another watcher. */
    @Override
    public void run() {
        while (look()) {
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                // nobody has a reason to interrupt this thread
            }
        }
    }

    private boolean look() {
        mutex.lock();
        try {
            if (inside.isEmpty() || interpreter.lifecycle().state().compareTo(LifecycleState.CLOSED) >= 0) {
                watching = false;
                return false;
            }
            askAll();
            return true;
        } finally {
            mutex.unlock();
        }
    }

    /** Asks those that are in and have used up what they may; the mutex is held. */
    private void askAll() {
        long cpu = cpuNanos;
        long all = bytes;
        for (Stay stay : inside.values()) {
            measure(stay);
            cpu += stay.cpu;
            all += stay.bytes;
        }
        Duration cpuTime = limits.cpuTime();
        String used = cpuTime != null && cpu > cpuTime.toNanos()
                ? Limits.CPU_TIME
                : limits.allocatedBytes() > 0 && all > limits.allocatedBytes() ? Limits.ALLOCATED_BYTES : null;
        long now = System.nanoTime();
        for (Map.Entry<RuntimeThreadState, Stay> e : inside.entrySet()) {
            ask(e.getKey(), e.getValue(), used, now);
        }
    }

    private void ask(RuntimeThreadState ts, Stay stay, @Nullable String used, long now) {
        String limit = used;
        Duration callTime = limits.callTime();
        if (limit == null && callTime != null && now - stay.since > callTime.toNanos()) {
            limit = Limits.CALL_TIME;
        }
        if (limit == null || (stay.asked && now - stay.askedAt < ASK_AGAIN_NANOS) || ts.isCloser()) {
            return;
        }
        if (exceeded == null) {
            exceeded = limit;
        }
        stay.asked = true;
        stay.askedAt = now;
        ts.exceedLimit(limit);
    }

    private void measure(Stay stay) {
        // a thread that has not begun or has ended has no numbers
        stay.cpu = Math.max(stay.cpu, cpu(stay.thread) - stay.cpuBefore);
        stay.bytes = Math.max(stay.bytes, allocated(stay.thread) - stay.bytesBefore);
    }

    private long cpu(long thread) {
        return limits.cpuTime() == null ? 0 : Math.max(0, threads.getThreadCpuTime(thread));
    }

    private long allocated(long thread) {
        return limits.allocatedBytes() == 0 ? 0 : Math.max(0, threads.getThreadAllocatedBytes(thread));
    }
}
