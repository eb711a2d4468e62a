package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsPolling;
import dev.clutch.extension.spi.os.WakeHandle;
import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.jspecify.annotations.Nullable;

/** poll over a selector for sockets and watchers for pipes; standard input is looked at every 10 ms. */
final class PortablePolling extends OsPolling {
    private static final long LOOK = 10;

    private final VirtualDescriptors descriptors;

    PortablePolling(VirtualDescriptors descriptors) {
        this.descriptors = descriptors;
    }

    @Override
    public int poll(int[] fds, int[] events, int[] ready, long timeoutNanos, @Nullable WakeHandle wake) {
        @Nullable VirtualFile[] files = new @Nullable VirtualFile[fds.length];
        for (int i = 0; i < fds.length; i++) {
            try {
                files[i] = fds[i] < 0 ? null : descriptors.get(fds[i]);
            } catch (OsException e) {
                files[i] = null;
            }
        }
        try (Selector selector = Selector.open()) {
            Runnable waker = new Runnable() {
                @Override
                public void run() {
                    selector.wakeup();
                }
            };
            boolean looking = register(files, events, selector, waker);
            PortableWake.register(wake, waker);
            try {
                return loop(fds, files, events, ready, timeoutNanos, wake, selector, looking);
            } finally {
                PortableWake.unregister(wake, waker);
                for (VirtualFile file : files) {
                    if (file != null) {
                        file.unwatch(waker);
                    }
                }
            }
        } catch (IOException e) {
            throw IoErrors.translate(e);
        }
    }

    /** Whether one of the files can only be looked at again and again. */
    private static boolean register(@Nullable VirtualFile[] files, int[] events, Selector selector, Runnable waker)
            throws IOException {
        boolean looking = false;
        for (int i = 0; i < files.length; i++) {
            VirtualFile file = files[i];
            if (file == null) {
                continue;
            }
            file.watch(waker);
            looking |= file instanceof VirtualStream;
            SelectableChannel channel = file.channel();
            if (channel != null && file instanceof VirtualSocket socket) {
                SelectionKey old = channel.keyFor(selector);
                int operations = socket.operations(events[i]) & channel.validOps();
                channel.register(selector, operations | (old == null ? 0 : old.interestOps()));
            }
        }
        return looking;
    }

    private static int loop(
            int[] fds,
            @Nullable VirtualFile[] files,
            int[] events,
            int[] ready,
            long timeoutNanos,
            @Nullable WakeHandle wake,
            Selector selector,
            boolean looking)
            throws IOException {
        long deadline = System.nanoTime() + Math.max(0, timeoutNanos);
        selector.selectNow();
        while (true) {
            int found = collect(fds, files, events, ready, selector);
            if (found > 0) {
                return found;
            }
            if (wake != null) {
                wake.check();
            }
            long left = deadline - System.nanoTime();
            if (timeoutNanos >= 0 && left <= 0) {
                return 0;
            }
            long millis = timeoutNanos < 0 ? 0 : Math.max(1, left / 1_000_000);
            if (looking && (millis == 0 || millis > LOOK)) {
                millis = LOOK;
            }
            selector.select(millis);
            if (Thread.currentThread().isInterrupted()) {
                throw new OsException(Errno.EINTR);
            }
        }
    }

    private static int collect(int[] fds, @Nullable VirtualFile[] files, int[] events, int[] ready, Selector selector) {
        int found = 0;
        for (int i = 0; i < files.length; i++) {
            VirtualFile file = files[i];
            ready[i] = 0;
            if (file == null) {
                ready[i] = fds[i] < 0 ? 0 : POLLNVAL;
            } else {
                SelectableChannel channel = file.channel();
                SelectionKey key = channel == null ? null : channel.keyFor(selector);
                if (key == null) {
                    ready[i] = file instanceof VirtualSocket ? events[i] & POLLOUT | POLLHUP : file.ready(events[i]);
                } else if (key.isValid()) {
                    int operations = key.readyOps();
                    boolean in = (operations & (SelectionKey.OP_READ | SelectionKey.OP_ACCEPT)) != 0;
                    boolean out = (operations & (SelectionKey.OP_WRITE | SelectionKey.OP_CONNECT)) != 0;
                    ready[i] = events[i] & ((in ? POLLIN : 0) | (out ? POLLOUT : 0));
                } else {
                    ready[i] = POLLNVAL;
                }
            }
            if (ready[i] != 0) {
                found++;
            }
        }
        return found;
    }
}
