package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsFiles;
import dev.clutch.extension.spi.os.OsPolling;
import dev.clutch.extension.spi.os.WakeHandle;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** Waiting in ppoll(2) for descriptors and for a wake handle at once. */
final class Waiter {
    private Waiter() {}

    /**
     * Waits until {@code fd} has one of {@code events}, so that the call to follow doesn't block. Returns at once for a
     * non-blocking descriptor, whose call answers EAGAIN. Throws EINTR when woken.
     */
    static void await(NativeFrame frame, int fd, int events, WakeHandle wake) {
        if (!prepare(frame, fd, events, wake)) {
            poll(frame, new int[] {fd}, new int[] {events}, new int[1], -1, wake);
        }
    }

    /** True when there is nothing to wait for. */
    private static boolean prepare(NativeFrame frame, int fd, int events, WakeHandle wake) {
        wake.check();
        if (poll(frame, new int[] {fd}, new int[] {events}, new int[1], 0, null) > 0) {
            return true;
        }
        int flags = (int) frame.call(LibcFunction.FCNTL, fd, OsFiles.F_GETFL);
        return (flags & OsFiles.O_NONBLOCK) != 0;
    }

    /** See {@link OsPolling#poll}. */
    static int poll(
            NativeFrame frame, int[] fds, int[] events, int[] ready, long timeoutNanos, @Nullable WakeHandle wake) {
        int count = fds.length;
        int wakeFd = -1;
        if (wake != null) {
            if (!(wake instanceof PosixWake posix)) {
                throw new IllegalArgumentException("a wake handle of another operating system");
            }
            wakeFd = posix.descriptor();
        }
        int total = wakeFd < 0 ? count : count + 1;
        MemorySegment rows = frame.memory(8L * total);
        for (int i = 0; i < count; i++) {
            NativeFrame.putInt(rows, 8L * i, fds[i]);
            NativeFrame.putInt(rows, 8L * i + 4, events[i] & 0xFFFF);
        }
        if (wakeFd >= 0) {
            NativeFrame.putInt(rows, 8L * count, wakeFd);
            NativeFrame.putInt(rows, 8L * count + 4, OsPolling.POLLIN);
        }
        MemorySegment time = frame.memory(16);
        long deadline = timeoutNanos > 0 ? System.nanoTime() + timeoutNanos : 0;
        long left = timeoutNanos;
        while (true) {
            long timePointer = 0;
            if (timeoutNanos >= 0) {
                NativeFrame.putLong(time, 0, left / 1_000_000_000L);
                NativeFrame.putLong(time, 8, left % 1_000_000_000L);
                timePointer = time.address();
            }
            int found = ppoll(frame, rows.address(), total, timePointer, timeoutNanos != 0);
            if (found >= 0) {
                return answer(rows, ready, count, wakeFd >= 0);
            }
            if (frame.errno() != Errno.EINTR) {
                throw frame.error();
            }
            left = timeoutNanos > 0 ? Math.max(0, deadline - System.nanoTime()) : timeoutNanos;
        }
    }

    private static int ppoll(NativeFrame frame, long rows, int count, long time, boolean waits) {
        if (!waits || !Thread.currentThread().isVirtual()) {
            return (int) frame.call(LibcFunction.PPOLL, rows, count, time, 0, 8);
        }
        Detour detour = new Detour(frame, rows, count, time);
        Thread thread = new Thread(null, detour, "clutch-poll", 0, false);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return detour.found;
    }

    /**
     * A native call pins a virtual thread to its carrier. So this one, in which all waiting is done, is made in a platform thread, while the virtual thread waits unmounted. The frame passes from one to the other and back, by start and
     * join.
     */
    private static final class Detour implements Runnable {
        private final NativeFrame frame;
        private final long rows;
        private final int count;
        private final long time;
        private int found;

        Detour(NativeFrame frame, long rows, int count, long time) {
            this.frame = frame;
            this.rows = rows;
            this.count = count;
            this.time = time;
        }

        @Override
        public void run() {
            found = (int) frame.call(LibcFunction.PPOLL, rows, count, time, 0, 8);
        }
    }

    private static int answer(MemorySegment rows, int[] ready, int count, boolean waking) {
        int found = 0;
        for (int i = 0; i < count; i++) {
            ready[i] = NativeFrame.getShort(rows, 8L * i + 6);
            if (ready[i] != 0) {
                found++;
            }
        }
        if (found == 0 && waking && NativeFrame.getShort(rows, 8L * count + 6) != 0) {
            throw new OsException(Errno.EINTR);
        }
        return found;
    }
}
