package dev.clutch.runtime.os;

import dev.clutch.runtime.LimitReachedException;
import dev.clutch.runtime.Limits;
import dev.clutch.runtime.RuntimeInterpreter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;

/**
 * What an interpreter has written and has open, against its {@link Limits}. Everything is guarded by the mutex, under which nothing blocks: a grant comes before the system call, and what the call did not
 * use is given back after it. A descriptor that one interpreter opens and another closes stays counted.
 */
final class Quotas {
    private final RuntimeInterpreter interpreter;
    private final Limits limits;
    private final ReentrantLock mutex = new ReentrantLock();
    private final Set<Integer> descriptors = new HashSet<>();
    private long output;
    private int files;

    Quotas(RuntimeInterpreter interpreter, Limits limits) {
        this.interpreter = interpreter;
        this.limits = limits;
    }

    /**
     * Writes under the limit; what was granted and not written is given back.
     *
     * @param call the system call, which returns how many bytes it has written
     * @return what the call returned; all of the bytes when they are dropped, see {@link #grantOutput}
     */
    long write(long bytes, LongSupplier call) {
        long granted = grantOutput(bytes);
        if (granted < 0) {
            return bytes;
        }
        long done = 0;
        try {
            done = call.getAsLong();
            return done;
        } finally {
            giveBack(granted - done);
        }
    }

    /**
     * Copies within the system under the limit: callers ask for much more than there is, so they get as much as is left of the limit.
     *
     * @param hasMore whether anything is left to be copied, asked when the limit is used up
     * @param call the system call, given how many bytes it may copy; returns how many it has
     */
    long copy(long bytes, BooleanSupplier hasMore, LongUnaryOperator call) {
        long allowed = Math.min(bytes, outputLeft());
        if (allowed == 0 && !hasMore.getAsBoolean()) {
            return 0;
        }
        return write(allowed == 0 ? bytes : allowed, () -> call.applyAsLong(allowed));
    }

    private long outputLeft() {
        mutex.lock();
        try {
            return limits.outputBytes() < 0 ? Long.MAX_VALUE : limits.outputBytes() - output;
        } finally {
            mutex.unlock();
        }
    }

    /** Opens one or more descriptors under the limit; a call that fails has opened none. */
    <T> T open(int count, Supplier<T> call) {
        grantFiles(count);
        boolean opened = false;
        try {
            T result = call.get();
            opened = true;
            return result;
        } finally {
            if (!opened) {
                returnFiles(count);
            }
        }
    }

    /** Opens a descriptor and notes its number. */
    int openNumbered(IntSupplier call) {
        return opened(open(1, call::getAsInt));
    }

    /** Opens two descriptors and notes their numbers. */
    int[] openPair(Supplier<int[]> call) {
        int[] pair = open(2, call);
        opened(pair[0]);
        opened(pair[1]);
        return pair;
    }

    /**
     * Asks to write.
     *
     * @return the bytes, or -1 when the interpreter is closing and may write no more: what is left in its buffers is dropped
     */
    long grantOutput(long bytes) {
        mutex.lock();
        try {
            if (limits.outputBytes() >= 0 && output + bytes > limits.outputBytes()) {
                if (interpreter.isFinalizing()) {
                    return -1;
                }
                throw interpreter.limitReached(Limits.OUTPUT_BYTES);
            }
            output += bytes;
            return bytes;
        } finally {
            mutex.unlock();
        }
    }

    private void giveBack(long bytes) {
        mutex.lock();
        try {
            output -= bytes;
        } finally {
            mutex.unlock();
        }
    }

    /** Notes descriptors that came in a message; beyond the limit they are closed. */
    void received(List<Integer> fds, IntConsumer close) {
        boolean granted = false;
        try {
            grantFiles(fds.size());
            granted = true;
        } finally {
            for (int fd : fds) {
                if (granted) {
                    opened(fd);
                } else {
                    close.accept(fd);
                }
            }
        }
    }

    private void grantFiles(int count) throws LimitReachedException {
        mutex.lock();
        try {
            if (limits.openFiles() >= 0 && files + count > limits.openFiles()) {
                throw interpreter.limitReached(Limits.OPEN_FILES);
            }
            files += count;
        } finally {
            mutex.unlock();
        }
    }

    void returnFiles(int count) {
        mutex.lock();
        try {
            files -= count;
        } finally {
            mutex.unlock();
        }
    }

    /** Notes the number of a descriptor that was granted. */
    int opened(int fd) {
        mutex.lock();
        try {
            if (!descriptors.add(fd)) {
                // the one of that number was closed behind our back
                files--;
            }
            return fd;
        } finally {
            mutex.unlock();
        }
    }

    boolean isOpen(int fd) {
        mutex.lock();
        try {
            return descriptors.contains(fd);
        } finally {
            mutex.unlock();
        }
    }

    void closed(int fd) {
        mutex.lock();
        try {
            if (descriptors.remove(fd)) {
                files--;
            }
        } finally {
            mutex.unlock();
        }
    }

    void closedRange(int low, int high) {
        mutex.lock();
        try {
            int before = descriptors.size();
            descriptors.removeIf(fd -> fd >= low && fd < high);
            files -= before - descriptors.size();
        } finally {
            mutex.unlock();
        }
    }
}
