package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsFile;
import dev.clutch.extension.spi.os.OsFiles;
import dev.clutch.extension.spi.os.OsStat;
import dev.clutch.extension.spi.os.OsStatVfs;
import dev.clutch.extension.spi.os.WakeHandle;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Counts what is written and what is open; everything else is passed on. */
final class LimitedFiles extends OsFiles {
    private final OsFiles delegate;
    private final Quotas quotas;

    LimitedFiles(OsFiles delegate, Quotas quotas) {
        this.delegate = delegate;
        this.quotas = quotas;
    }

    @Override
    public OsFile openFile(String path, int flags, int mode) {
        return new LimitedFile(quotas.open(1, () -> delegate.openFile(path, flags, mode)), quotas, true);
    }

    @Override
    public OsFile fileOf(int fd) {
        return new LimitedFile(delegate.fileOf(fd), quotas, false);
    }

    @Override
    public int open(String path, int flags, int mode, int dirFd) {
        return quotas.openNumbered(() -> delegate.open(path, flags, mode, dirFd));
    }

    @Override
    public void close(int fd) {
        quotas.closed(fd);
        delegate.close(fd);
    }

    @Override
    public void closeRange(int low, int high) {
        quotas.closedRange(low, high);
        delegate.closeRange(low, high);
    }

    @Override
    public int read(int fd, byte[] buffer, int offset, int length, @Nullable WakeHandle wake) {
        return delegate.read(fd, buffer, offset, length, wake);
    }

    @Override
    public int write(int fd, byte[] buffer, int offset, int length, @Nullable WakeHandle wake) {
        return (int) quotas.write(length, () -> delegate.write(fd, buffer, offset, length, wake));
    }

    @Override
    public int pread(int fd, byte[] buffer, int offset, int length, long position) {
        return delegate.pread(fd, buffer, offset, length, position);
    }

    @Override
    public int pwrite(int fd, byte[] buffer, int offset, int length, long position) {
        return (int) quotas.write(length, () -> delegate.pwrite(fd, buffer, offset, length, position));
    }

    @Override
    public long seek(int fd, long offset, int whence) {
        return delegate.seek(fd, offset, whence);
    }

    @Override
    public void truncate(int fd, long length) {
        delegate.truncate(fd, length);
    }

    @Override
    public void sync(int fd) {
        delegate.sync(fd);
    }

    @Override
    public void dataSync(int fd) {
        delegate.dataSync(fd);
    }

    @Override
    public int dup(int fd) {
        return quotas.openNumbered(() -> delegate.dup(fd));
    }

    @Override
    public int dup2(int fd, int fd2, boolean inheritable) {
        boolean replaces = quotas.isOpen(fd2);
        return replaces
                ? delegate.dup2(fd, fd2, inheritable)
                : quotas.openNumbered(() -> delegate.dup2(fd, fd2, inheritable));
    }

    @Override
    public int[] pipe(int flags) {
        return quotas.openPair(() -> delegate.pipe(flags));
    }

    @Override
    public OsStat stat(int fd) {
        return delegate.stat(fd);
    }

    @Override
    public void chmod(int fd, int mode) {
        delegate.chmod(fd, mode);
    }

    @Override
    public void chown(int fd, int uid, int gid) {
        delegate.chown(fd, uid, gid);
    }

    @Override
    public void utime(int fd, long atimeSeconds, int atimeNanos, long mtimeSeconds, int mtimeNanos) {
        delegate.utime(fd, atimeSeconds, atimeNanos, mtimeSeconds, mtimeNanos);
    }

    @Override
    public OsStatVfs statvfs(int fd) {
        return delegate.statvfs(fd);
    }

    @Override
    public boolean isInheritable(int fd) {
        return delegate.isInheritable(fd);
    }

    @Override
    public void setInheritable(int fd, boolean inheritable) {
        delegate.setInheritable(fd, inheritable);
    }

    @Override
    public boolean isBlocking(int fd) {
        return delegate.isBlocking(fd);
    }

    @Override
    public void setBlocking(int fd, boolean blocking) {
        delegate.setBlocking(fd, blocking);
    }

    @Override
    public int fcntl(int fd, int command, long argument) {
        return command == F_DUPFD || command == F_DUPFD_CLOEXEC
                ? quotas.openNumbered(() -> delegate.fcntl(fd, command, argument))
                : delegate.fcntl(fd, command, argument);
    }

    @Override
    public int fcntl(int fd, int command, byte[] argument) {
        return delegate.fcntl(fd, command, argument);
    }

    @Override
    public int ioctl(int fd, long request, long argument) {
        return delegate.ioctl(fd, request, argument);
    }

    @Override
    public int ioctl(int fd, long request, byte[] argument) {
        return delegate.ioctl(fd, request, argument);
    }

    @Override
    public int available(int fd) {
        return delegate.available(fd);
    }

    @Override
    public void flock(int fd, int operation, @Nullable WakeHandle wake) {
        delegate.flock(fd, operation, wake);
    }

    @Override
    public void lockRange(int fd, int operation, long length, long start, int whence, @Nullable WakeHandle wake) {
        delegate.lockRange(fd, operation, length, start, whence, wake);
    }

    @Override
    public long sendFile(int out, int in, long offset, long count) {
        return quotas.copy(count, hasMore(in, offset), allowed -> delegate.sendFile(out, in, offset, allowed));
    }

    /** Whether something is left to be copied, from the descriptor's own offset when it is below zero. */
    private BooleanSupplier hasMore(int in, long offset) {
        return () -> {
            try {
                return offset < 0
                        ? delegate.available(in) > 0
                        : delegate.stat(in).size() > offset;
            } catch (OsException e) {
                return true; // a device, which does not tell
            }
        };
    }

    @Override
    public void allocate(int fd, long offset, long length) {
        long ignored = quotas.write(length, () -> {
            delegate.allocate(fd, offset, length);
            return length;
        });
    }

    @Override
    public void advise(int fd, long offset, long length, int advice) {
        delegate.advise(fd, offset, length, advice);
    }

    @Override
    public int memoryFile(String name, int flags) {
        return quotas.openNumbered(() -> delegate.memoryFile(name, flags));
    }

    @Override
    public int eventFile(int value, int flags) {
        return quotas.openNumbered(() -> delegate.eventFile(value, flags));
    }

    @Override
    public long copyRange(int in, int out, long count, long inOffset, long outOffset) {
        return quotas.copy(
                count, hasMore(in, inOffset), allowed -> delegate.copyRange(in, out, allowed, inOffset, outOffset));
    }

    @Override
    public long splice(int in, int out, long count, long inOffset, long outOffset, int flags) {
        return quotas.copy(
                count, hasMore(in, inOffset), allowed -> delegate.splice(in, out, allowed, inOffset, outOffset, flags));
    }

    @Override
    public void syncAll() {
        delegate.syncAll();
    }
}
