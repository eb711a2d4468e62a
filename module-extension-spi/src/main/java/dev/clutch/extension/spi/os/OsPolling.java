package dev.clutch.extension.spi.os;

import dev.clutch.extension.spi.Stability;
import org.jspecify.annotations.Nullable;

/** Waiting for descriptors. A timeout below zero waits for ever. */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public abstract class OsPolling {
    public static final int POLLIN = 1;
    public static final int POLLPRI = 2;
    public static final int POLLOUT = 4;
    public static final int POLLERR = 8;
    public static final int POLLHUP = 16;
    public static final int POLLNVAL = 32;
    public static final int EPOLL_CTL_ADD = 1;
    public static final int EPOLL_CTL_DEL = 2;
    public static final int EPOLL_CTL_MOD = 3;

    /** For the implementations. */
    protected OsPolling() {}

    /** Fills {@code ready} with the events that came; the answer is how many descriptors have some. */
    public abstract int poll(int[] fds, int[] events, int[] ready, long timeoutNanos, @Nullable WakeHandle wake);

    /** {@code select.epoll}: a descriptor; {@code flags} 0 or EPOLL_CLOEXEC. */
    public int epollCreate(int flags) {
        throw NativeOnly.refuse("epoll");
    }

    /** {@code epoll.register}, {@code modify}, {@code unregister}; {@code data} comes back from {@link #epollWait}. {@link Errno#EEXIST} and {@link Errno#ENOENT} where it is there already, or isn't. */
    public void epollControl(int epoll, int operation, int fd, int events, long data) {
        throw NativeOnly.refuse("epoll");
    }

    /** At most {@code data.length} answers; both arrays are filled from 0. */
    public int epollWait(int epoll, long[] data, int[] events, long timeoutNanos, @Nullable WakeHandle wake) {
        throw NativeOnly.refuse("epoll");
    }
}
