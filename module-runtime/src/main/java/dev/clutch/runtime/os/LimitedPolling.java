package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.OsPolling;
import dev.clutch.extension.spi.os.WakeHandle;
import org.jspecify.annotations.Nullable;

/** As {@link LimitedFiles}, for epoll. */
final class LimitedPolling extends OsPolling {
    private final OsPolling delegate;
    private final Quotas quotas;

    LimitedPolling(OsPolling delegate, Quotas quotas) {
        this.delegate = delegate;
        this.quotas = quotas;
    }

    @Override
    public int poll(int[] fds, int[] events, int[] ready, long timeoutNanos, @Nullable WakeHandle wake) {
        return delegate.poll(fds, events, ready, timeoutNanos, wake);
    }

    @Override
    public int epollCreate(int flags) {
        return quotas.openNumbered(() -> delegate.epollCreate(flags));
    }

    @Override
    public void epollControl(int epoll, int operation, int fd, int events, long data) {
        delegate.epollControl(epoll, operation, fd, events, data);
    }

    @Override
    public int epollWait(int epoll, long[] data, int[] events, long timeoutNanos, @Nullable WakeHandle wake) {
        return delegate.epollWait(epoll, data, events, timeoutNanos, wake);
    }
}
