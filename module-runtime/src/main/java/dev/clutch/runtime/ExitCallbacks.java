package dev.clutch.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Exit callbacks, run last in, first out: {@code struct _atexit_runtime_state} and {@code atexit_state.ll_callbacks}. A callback may add others: they run next. */
final class ExitCallbacks {
    private final ReentrantLock mutex = new ReentrantLock();
    private final List<ExitCallback> stack = new ArrayList<>();
    private boolean closed;

    /** Adds a callback; false when the callbacks have run already. */
    boolean push(ExitCallback callback) {
        mutex.lock();
        try {
            if (closed) {
                return false;
            }
            stack.add(callback);
            return true;
        } finally {
            mutex.unlock();
        }
    }

    /** Returns the next to run; null, for good, when there is none left. */
    @Nullable
    ExitCallback pop() {
        mutex.lock();
        try {
            if (stack.isEmpty()) {
                closed = true;
                return null;
            }
            return stack.removeLast();
        } finally {
            mutex.unlock();
        }
    }
}
