package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.OsPolling;
import dev.clutch.extension.spi.os.WakeHandle;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** ppoll and epoll. An epoll descriptor is polled together with the wake handle, then asked without waiting. */
final class PosixPolling extends OsPolling {
    private static final int EPOLL_CLOEXEC = 02000000;

    private final Libc libc;
    private final Descriptors descriptors;
    private final int rowSize;
    private final int dataOffset;

    /** {@code struct epoll_event} is packed on x86_64 alone. */
    PosixPolling(Libc libc, Descriptors descriptors, boolean aarch64) {
        this.libc = libc;
        this.descriptors = descriptors;
        rowSize = aarch64 ? 16 : 12;
        dataOffset = aarch64 ? 8 : 4;
    }

    @Override
    public int poll(int[] fds, int[] events, int[] ready, long timeoutNanos, @Nullable WakeHandle wake) {
        try (NativeFrame f = libc.frame()) {
            return Waiter.poll(f, fds, events, ready, timeoutNanos, wake);
        }
    }

    @Override
    public int epollCreate(int flags) {
        try (NativeFrame f = libc.frame()) {
            return descriptors.opened(f.checked(LibcFunction.EPOLL_CREATE1, flags | EPOLL_CLOEXEC));
        }
    }

    @Override
    public void epollControl(int epoll, int operation, int fd, int events, long data) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment row = f.zeroed(16);
            NativeFrame.putInt(row, 0, events);
            NativeFrame.putLong(row, dataOffset, data);
            f.checked(LibcFunction.EPOLL_CTL, epoll, operation, fd, row.address());
        }
    }

    @Override
    public int epollWait(int epoll, long[] data, int[] events, long timeoutNanos, @Nullable WakeHandle wake) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment rows = f.memory((long) rowSize * data.length);
            long deadline = System.nanoTime() + Math.max(timeoutNanos, 0);
            while (true) {
                int found = f.checked(LibcFunction.EPOLL_WAIT, epoll, rows.address(), data.length, 0);
                long left = timeoutNanos < 0 ? -1 : Math.max(0, deadline - System.nanoTime());
                if (found > 0 || timeoutNanos == 0 || timeoutNanos > 0 && left == 0) {
                    for (int i = 0; i < found; i++) {
                        events[i] = NativeFrame.getInt(rows, (long) rowSize * i);
                        data[i] = NativeFrame.getLong(rows, (long) rowSize * i + dataOffset);
                    }
                    return found;
                }
                poll(new int[] {epoll}, new int[] {POLLIN}, new int[1], left, wake);
            }
        }
    }
}
