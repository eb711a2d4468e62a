package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsSemaphores;
import dev.clutch.extension.spi.os.WakeHandle;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** Named semaphores of the C library; a handle is the address that sem_open(3) answers. */
final class PosixSemaphores extends OsSemaphores {
    private static final int O_CREAT = 0x40;
    private static final int O_EXCL = 0x80;
    private static final int OWNER_ONLY = 0x180;

    /** A semaphore can't be polled with the descriptor of a wake handle, so a wait looks at the handle this often. */
    private static final long SLICE = 20_000_000;

    private static final long SECOND = 1_000_000_000;

    private final Libc libc;

    PosixSemaphores(Libc libc) {
        this.libc = libc;
    }

    @Override
    public long create(String name, int value) {
        return open(name, O_CREAT | O_EXCL, value);
    }

    @Override
    public long open(String name) {
        return open(name, 0, 0);
    }

    private long open(String name, int flags, int value) {
        try (NativeFrame f = libc.frame()) {
            long handle = f.call(LibcFunction.SEM_OPEN, f.string(name), flags, OWNER_ONLY, value);
            if (handle == 0) {
                throw f.error();
            }
            return handle;
        }
    }

    @Override
    public void close(long handle) {
        try (NativeFrame f = libc.frame()) {
            f.checked(LibcFunction.SEM_CLOSE, handle);
        }
    }

    @Override
    public void unlink(String name) {
        try (NativeFrame f = libc.frame()) {
            f.checked(LibcFunction.SEM_UNLINK, f.string(name));
        }
    }

    @Override
    public boolean acquire(long handle, long nanos, @Nullable WakeHandle wake) {
        try (NativeFrame f = libc.frame()) {
            if (taken(f, LibcFunction.SEM_TRYWAIT, handle, 0)) {
                return true;
            }
            if (nanos == 0) {
                return false;
            }
            MemorySegment until = f.memory(16);
            long start = System.nanoTime();
            while (true) {
                if (wake != null) {
                    wake.check();
                }
                long left = nanos < 0 ? SLICE : nanos - (System.nanoTime() - start);
                if (left <= 0) {
                    return false;
                }
                setDeadline(until, Math.min(left, SLICE));
                if (taken(f, LibcFunction.SEM_TIMEDWAIT, handle, until.address())) {
                    return true;
                }
            }
        }
    }

    /** False when the value is 0 still, or a signal of the JVM came. */
    private static boolean taken(NativeFrame f, LibcFunction function, long handle, long until) {
        if ((int) f.call(function, handle, until) == 0) {
            return true;
        }
        int errno = f.errno();
        if (errno != Errno.EAGAIN && errno != Errno.ETIMEDOUT && errno != Errno.EINTR) {
            throw new OsException(errno);
        }
        return false;
    }

    /** The time of the wall clock, which sem_timedwait(3) wants. */
    private static void setDeadline(MemorySegment timespec, long nanos) {
        long now = System.currentTimeMillis();
        long fraction = now % 1000 * 1_000_000 + nanos;
        NativeFrame.putLong(timespec, 0, now / 1000 + fraction / SECOND);
        NativeFrame.putLong(timespec, 8, fraction % SECOND);
    }

    @Override
    public void release(long handle) {
        try (NativeFrame f = libc.frame()) {
            f.checked(LibcFunction.SEM_POST, handle);
        }
    }

    @Override
    public int value(long handle) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment value = f.memory(8);
            f.checked(LibcFunction.SEM_GETVALUE, handle, value.address());
            return NativeFrame.getInt(value, 0);
        }
    }
}
