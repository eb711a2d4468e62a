package dev.clutch.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The signals that a runtime has taken over from the JVM. A signal belongs to the process: of several runtimes the last to ask has it, and what was there before comes back when
 * the runtime closes. Nothing is taken over unless the launcher or Python code asks.
 */
public final class ProcessSignals {
    private final Runtime runtime;
    private final ReentrantLock mutex = new ReentrantLock();
    /** Guarded by the mutex: what the JVM did about each signal before, by name. */
    private final Map<String, Object> former = new HashMap<>();

    private @Nullable SignalBridge bridge;

    ProcessSignals(Runtime runtime) {
        this.runtime = runtime;
    }

    /**
     * Has a signal reported to the runtime: {@link Runtime#tripSignal}.
     *
     * @param name without {@code SIG}
     * @return false when the JVM or the system keeps the signal for itself
     */
    public boolean report(String name) {
        mutex.lock();
        try {
            SignalBridge b = bridge();
            return install(b, name, b);
        } finally {
            mutex.unlock();
        }
    }

    /** Has a signal ignored. */
    public boolean ignore(String name) {
        mutex.lock();
        try {
            SignalBridge b = bridge();
            return install(b, name, b.ignoring());
        } finally {
            mutex.unlock();
        }
    }

    /** Has a signal do what the system does about it. */
    public boolean restoreDefault(String name) {
        mutex.lock();
        try {
            SignalBridge b = bridge();
            return install(b, name, b.defaulting());
        } finally {
            mutex.unlock();
        }
    }

    private SignalBridge bridge() {
        SignalBridge b = bridge;
        if (b == null) {
            b = SignalBridge.make(runtime);
            bridge = b;
        }
        return b;
    }

    private boolean install(SignalBridge b, String name, Object handler) {
        try {
            former.putIfAbsent(name, b.install(name, handler));
            return true;
        } catch (IllegalArgumentException e) {
            // unknown to the system, or the JVM's own
            return false;
        }
    }

    /** Gives all signals back. */
    void close() {
        mutex.lock();
        try {
            SignalBridge b = bridge;
            if (b != null) {
                for (Map.Entry<String, Object> e : former.entrySet()) {
                    Object ignored = b.install(e.getKey(), e.getValue());
                }
            }
            former.clear();
        } finally {
            mutex.unlock();
        }
    }
}
