package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsPolling;
import dev.clutch.extension.spi.os.OsStat;
import dev.clutch.extension.spi.os.WakeHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A pipe in memory with the capacity of Linux's. Writes of up to 4096 bytes are not torn apart. */
final class VirtualPipe {
    private static final int CAPACITY = 65536;
    private static final int ATOMIC = 4096;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Runnable> watchers = new ArrayList<>();
    private final byte[] ring = new byte[CAPACITY];
    private int start;
    private int filled;
    private boolean readerGone;
    private boolean writerGone;

    final VirtualFile reader = new Reader();
    final VirtualFile writer = new Writer();

    private void signal() {
        changed.signalAll();
        for (Runnable watcher : watchers) {
            watcher.run();
        }
    }

    /** Waits for a change with the lock held; callers look again in a loop. */
    @SuppressWarnings("WaitNotInLoop")
    private void await(VirtualFile end, @Nullable WakeHandle wake) {
        if (!end.isBlocking()) {
            throw new OsException(Errno.EAGAIN);
        }
        if (wake != null) {
            wake.check();
        }
        changed.awaitUninterruptibly();
    }

    private final Runnable waker = new Runnable() {
        @Override
        public void run() {
            lock.lock();
            try {
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    };

    private final class Reader extends VirtualFile {
        @Override
        int read(byte[] buffer, int offset, int length, @Nullable WakeHandle wake) {
            if (wake != null) {
                wake.check();
            }
            PortableWake.register(wake, waker);
            lock.lock();
            try {
                while (filled == 0 && !writerGone && length > 0) {
                    await(this, wake);
                }
                int n = Math.min(length, filled);
                int first = Math.min(n, CAPACITY - start);
                System.arraycopy(ring, start, buffer, offset, first);
                System.arraycopy(ring, 0, buffer, offset + first, n - first);
                start = (start + n) % CAPACITY;
                filled -= n;
                signal();
                return n;
            } finally {
                lock.unlock();
                PortableWake.unregister(wake, waker);
            }
        }

        @Override
        int available() {
            lock.lock();
            try {
                return filled;
            } finally {
                lock.unlock();
            }
        }

        @Override
        int ready(int events) {
            lock.lock();
            try {
                return (filled > 0 ? events & OsPolling.POLLIN : 0) | (writerGone ? OsPolling.POLLHUP : 0);
            } finally {
                lock.unlock();
            }
        }

        @Override
        void watch(Runnable action) {
            watchBoth(action, true);
        }

        @Override
        void unwatch(Runnable action) {
            watchBoth(action, false);
        }

        @Override
        OsStat stat() {
            return typeOnly(OsStat.S_IFIFO);
        }

        @Override
        void close() {
            lock.lock();
            try {
                readerGone = true;
                signal();
            } finally {
                lock.unlock();
            }
        }
    }

    private void watchBoth(Runnable action, boolean on) {
        lock.lock();
        try {
            if (on) {
                watchers.add(action);
            } else {
                watchers.remove(action);
            }
        } finally {
            lock.unlock();
        }
    }

    private final class Writer extends VirtualFile {
        @Override
        int write(byte[] buffer, int offset, int length, @Nullable WakeHandle wake) {
            if (wake != null) {
                wake.check();
            }
            PortableWake.register(wake, waker);
            int done = 0;
            lock.lock();
            try {
                while (done < length) {
                    if (readerGone) {
                        throw new OsException(Errno.EPIPE);
                    }
                    int room = CAPACITY - filled;
                    if (room == 0 || length <= ATOMIC && room < length) {
                        await(this, wake);
                        continue;
                    }
                    int n = Math.min(room, length - done);
                    int at = (start + filled) % CAPACITY;
                    int first = Math.min(n, CAPACITY - at);
                    System.arraycopy(buffer, offset + done, ring, at, first);
                    System.arraycopy(buffer, offset + done + first, ring, 0, n - first);
                    filled += n;
                    done += n;
                    signal();
                }
            } catch (OsException e) {
                if (done == 0) {
                    throw e;
                }
            } finally {
                lock.unlock();
                PortableWake.unregister(wake, waker);
            }
            return done;
        }

        @Override
        int ready(int events) {
            lock.lock();
            try {
                return (CAPACITY - filled >= ATOMIC ? events & OsPolling.POLLOUT : 0)
                        | (readerGone ? OsPolling.POLLERR : 0);
            } finally {
                lock.unlock();
            }
        }

        @Override
        void watch(Runnable action) {
            watchBoth(action, true);
        }

        @Override
        void unwatch(Runnable action) {
            watchBoth(action, false);
        }

        @Override
        OsStat stat() {
            return typeOnly(OsStat.S_IFIFO);
        }

        @Override
        void close() {
            lock.lock();
            try {
                writerGone = true;
                signal();
            } finally {
                lock.unlock();
            }
        }
    }
}
