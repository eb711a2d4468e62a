package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsFiles;
import dev.clutch.extension.spi.os.OsPolling;
import dev.clutch.extension.spi.os.OsStat;
import dev.clutch.extension.spi.os.WakeHandle;
import java.nio.channels.SelectableChannel;
import org.jspecify.annotations.Nullable;

/** An open file of the portable implementation; closed when the last descriptor for it is. */
abstract class VirtualFile {
    private int references;
    private volatile boolean blocking = true;
    private volatile boolean inheritable;

    final synchronized void retain() {
        references++;
    }

    final void release() {
        synchronized (this) {
            if (--references != 0) {
                return;
            }
        }
        close();
    }

    final boolean isBlocking() {
        return blocking;
    }

    final void setBlocking(boolean on) {
        blocking = on;
    }

    final boolean isInheritable() {
        return inheritable;
    }

    final void setInheritable(boolean on) {
        inheritable = on;
    }

    int read(byte[] buffer, int offset, int length, @Nullable WakeHandle wake) {
        throw new OsException(Errno.EBADF);
    }

    int write(byte[] buffer, int offset, int length, @Nullable WakeHandle wake) {
        throw new OsException(Errno.EBADF);
    }

    int readAt(byte[] buffer, int offset, int length, long position) {
        throw new OsException(Errno.ESPIPE);
    }

    int writeAt(byte[] buffer, int offset, int length, long position) {
        throw new OsException(Errno.ESPIPE);
    }

    long seek(long offset, int whence) {
        throw new OsException(Errno.ESPIPE);
    }

    void truncate(long length) {
        throw new OsException(Errno.EINVAL);
    }

    void sync() {
        throw new OsException(Errno.EINVAL);
    }

    int available() {
        throw new OsException(Errno.ENOTTY);
    }

    boolean isTerminal() {
        return false;
    }

    abstract OsStat stat();

    /** Of {@code events}, those that are there now; only for files without a channel to select. */
    int ready(int events) {
        return events & (OsPolling.POLLIN | OsPolling.POLLOUT);
    }

    /** The channel to select instead of asking {@link #ready}, or null. */
    @Nullable
    SelectableChannel channel() {
        return null;
    }

    /** Runs {@code action} at each change of readiness until it is removed. */
    void watch(Runnable action) {}

    void unwatch(Runnable action) {}

    abstract void close();

    static OsStat typeOnly(int type) {
        return new OsStat(type | 0600, 0, 0, 0, 1, 0, 0, 0, new long[6], 4096, 0);
    }

    /** A new offset from {@code lseek}'s arguments. */
    static long target(long offset, int whence, long position, long size) {
        long base;
        if (whence == OsFiles.SEEK_SET) {
            base = 0;
        } else if (whence == OsFiles.SEEK_CUR) {
            base = position;
        } else if (whence == OsFiles.SEEK_END) {
            base = size;
        } else {
            throw new OsException(Errno.EINVAL);
        }
        if (base + offset < 0) {
            throw new OsException(Errno.EINVAL);
        }
        return base + offset;
    }
}
