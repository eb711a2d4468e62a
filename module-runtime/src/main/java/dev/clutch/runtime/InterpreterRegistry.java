package dev.clutch.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The interpreters of a runtime: {@code struct pyinterpreters}. Ids are given once; an interpreter is listed from the end of its initialisation to the end of its close. */
final class InterpreterRegistry {
    private final ReentrantLock mutex = new ReentrantLock();
    private final Condition bornOrFailed = mutex.newCondition();
    // Guarded by the mutex, in order of ids.
    private final List<RuntimeInterpreter> live = new ArrayList<>();
    private long nextId;
    private int births;
    private boolean closed;

    /** Gives the id for a new interpreter, or -1 when the runtime closes. Every id is answered by {@link #born} or {@link #failed}. */
    long conceive() {
        mutex.lock();
        try {
            if (closed) {
                return -1;
            }
            births++;
            return nextId++;
        } finally {
            mutex.unlock();
        }
    }

    void born(RuntimeInterpreter interpreter) {
        mutex.lock();
        try {
            int at = live.size();
            while (at > 0 && live.get(at - 1).id() > interpreter.id()) {
                at--;
            }
            live.add(at, interpreter);
            births--;
            bornOrFailed.signalAll();
        } finally {
            mutex.unlock();
        }
    }

    void failed() {
        mutex.lock();
        try {
            births--;
            bornOrFailed.signalAll();
        } finally {
            mutex.unlock();
        }
    }

    void remove(RuntimeInterpreter interpreter) {
        mutex.lock();
        try {
            live.remove(interpreter);
        } finally {
            mutex.unlock();
        }
    }

    @Nullable
    RuntimeInterpreter find(long id) {
        mutex.lock();
        try {
            for (RuntimeInterpreter interpreter : live) {
                if (interpreter.id() == id) {
                    return interpreter;
                }
            }
            return null;
        } finally {
            mutex.unlock();
        }
    }

    List<RuntimeInterpreter> list() {
        mutex.lock();
        try {
            return List.copyOf(live);
        } finally {
            mutex.unlock();
        }
    }

    /** Refuses new interpreters and waits for those that are being made; returns how many still are at the deadline. */
    int shut(long deadline) {
        boolean interrupted = false;
        mutex.lock();
        try {
            closed = true;
            long left = deadline - System.nanoTime();
            while (births > 0 && left > 0) {
                try {
                    left = bornOrFailed.awaitNanos(left);
                } catch (InterruptedException e) {
                    interrupted = true;
                    left = deadline - System.nanoTime();
                }
            }
            return births;
        } finally {
            mutex.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
