package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsFile;
import dev.clutch.extension.spi.os.OsFiles;
import dev.clutch.extension.spi.os.OsPaths;
import dev.clutch.extension.spi.os.OsPolling;
import dev.clutch.extension.spi.os.OsStat;
import dev.clutch.extension.spi.os.OsStatVfs;
import dev.clutch.extension.spi.os.WakeHandle;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Real descriptors. Standard streams and files opened for reading go through the JDK until the first native call. */
final class PosixFiles extends OsFiles {
    /** On a pipe that poll(2) calls writable, a write of this size doesn't block. */
    private static final int PIPE_BUF = 4096;

    private static final int F_SETLK = 6;
    private static final int F_RDLCK = 0;
    private static final int F_WRLCK = 1;
    private static final int F_UNLCK = 2;
    private static final long FIONREAD = 0x541B;

    private final PosixOs os;
    private final Libc libc;
    private final Descriptors descriptors;
    private final StandardStreams streams;

    PosixFiles(PosixOs os, Libc libc, Descriptors descriptors, StandardStreams streams) {
        this.os = os;
        this.libc = libc;
        this.descriptors = descriptors;
        this.streams = streams;
    }

    @Override
    public OsFile openFile(String path, int flags, int mode) {
        if (!libc.isWarm() && (flags & ~O_CLOEXEC) == O_RDONLY) {
            OsFile file = openThroughJdk(path);
            if (file != null) {
                return file;
            }
        }
        return fileOf(open(path, flags, mode, OsPaths.CWD));
    }

    /** Null when the path isn't a regular file, or the JDK can't say exactly what is wrong with it. */
    private @Nullable OsFile openThroughJdk(String path) {
        String resolved = os.directory().resolve(path);
        Path nio = os.nio().path(resolved);
        if (nio == null || path.isEmpty()) {
            return null;
        }
        try {
            OsStat stat = os.nio().stat(nio, path, true, null);
            if (!stat.isRegular()) {
                return null;
            }
            RandomAccessFile file = new RandomAccessFile(new File(resolved), "r");
            return new SourceFile(this, resolved, os.nio().stat(nio, path, true, os.blocksOf(resolved, true)), file);
        } catch (IOException | NioPaths.Unclear e) {
            return null;
        }
    }

    @Override
    public OsFile fileOf(int fd) {
        return new DescriptorFile(this, os.terminal(), fd);
    }

    @Override
    public int open(String path, int flags, int mode, int dirFd) {
        try (NativeFrame f = libc.frame()) {
            long name = os.name(f, path, dirFd);
            return descriptors.opened(
                    f.checkedPath(path, null, LibcFunction.OPENAT, dirFd, name, flags | O_CLOEXEC, mode, 0));
        }
    }

    /** EINTR isn't retried: Linux has released the number already. */
    @Override
    public void close(int fd) {
        try (NativeFrame f = libc.frame()) {
            descriptors.closed(fd);
            if ((int) f.call(LibcFunction.CLOSE, fd) == -1 && f.errno() != Errno.EINTR) {
                throw f.error();
            }
        }
    }

    @Override
    public void closeRange(int low, int high) {
        try (NativeFrame f = libc.frame()) {
            for (int fd : descriptors.between(low, high)) {
                descriptors.closed(fd);
                f.call(LibcFunction.CLOSE, fd);
            }
            for (int fd = Math.max(low, 0); fd < Math.min(high, 3); fd++) {
                f.call(LibcFunction.CLOSE, fd);
            }
        }
    }

    @Override
    public int read(int fd, byte[] buffer, int offset, int length, @Nullable WakeHandle wake) {
        if (fd == 0 && !libc.isWarm() && (wake == null || streams.available() > 0)) {
            return streams.read(buffer, offset, length);
        }
        try (NativeFrame f = libc.frame()) {
            if (wake != null) {
                Waiter.await(f, fd, OsPolling.POLLIN, wake);
            }
            MemorySegment memory = f.memory(length);
            int n = (int) f.checkedLong(LibcFunction.READ, wake, fd, memory.address(), length, 0, 0, 0);
            NativeFrame.copyOut(memory, buffer, offset, n);
            return n;
        }
    }

    @Override
    public int write(int fd, byte[] buffer, int offset, int length, @Nullable WakeHandle wake) {
        if ((fd == 1 || fd == 2) && !libc.isWarm()) {
            return streams.write(fd, buffer, offset, length);
        }
        try (NativeFrame f = libc.frame()) {
            MemorySegment memory = f.copyOf(buffer, offset, length);
            if (wake == null) {
                return (int) f.checkedLong(LibcFunction.WRITE, null, fd, memory.address(), length, 0, 0, 0);
            }
            if (length <= PIPE_BUF) {
                Waiter.await(f, fd, OsPolling.POLLOUT, wake);
                return (int) f.checkedLong(LibcFunction.WRITE, wake, fd, memory.address(), length, 0, 0, 0);
            }
            int type = PosixPaths.statx(f, fd, 0, true, null).mode() & OsStat.S_IFMT;
            if (type == OsStat.S_IFREG || type == OsStat.S_IFBLK || !isBlocking(fd)) {
                return (int) f.checkedLong(LibcFunction.WRITE, wake, fd, memory.address(), length, 0, 0, 0);
            }
            return writeInPieces(f, fd, memory, length, wake);
        }
    }

    /** A blocking write of much data could not be woken once it sleeps in the kernel. */
    private static int writeInPieces(NativeFrame f, int fd, MemorySegment memory, int length, WakeHandle wake) {
        int done = 0;
        try (NativeFrame waiting = f.another()) {
            while (done < length) {
                Waiter.await(waiting, fd, OsPolling.POLLOUT, wake);
                waiting.reset();
                int piece = Math.min(PIPE_BUF, length - done);
                done += (int) f.checkedLong(LibcFunction.WRITE, wake, fd, memory.address() + done, piece, 0, 0, 0);
            }
        } catch (OsException e) {
            if (done == 0) {
                throw e;
            }
        }
        return done;
    }

    @Override
    public int pread(int fd, byte[] buffer, int offset, int length, long position) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment memory = f.memory(length);
            int n = (int) f.checkedLong(LibcFunction.PREAD, null, fd, memory.address(), length, position, 0, 0);
            NativeFrame.copyOut(memory, buffer, offset, n);
            return n;
        }
    }

    @Override
    public int pwrite(int fd, byte[] buffer, int offset, int length, long position) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment memory = f.copyOf(buffer, offset, length);
            return (int) f.checkedLong(LibcFunction.PWRITE, null, fd, memory.address(), length, position, 0, 0);
        }
    }

    @Override
    public long seek(int fd, long offset, int whence) {
        try (NativeFrame f = libc.frame()) {
            return f.checkedLong(LibcFunction.LSEEK, null, fd, offset, whence, 0, 0, 0);
        }
    }

    @Override
    public void truncate(int fd, long length) {
        simple(LibcFunction.FTRUNCATE, fd, length, 0, 0);
    }

    @Override
    public void sync(int fd) {
        simple(LibcFunction.FSYNC, fd, 0, 0, 0);
    }

    @Override
    public void dataSync(int fd) {
        simple(LibcFunction.FDATASYNC, fd, 0, 0, 0);
    }

    private int simple(LibcFunction function, long a, long b, long c, long d) {
        try (NativeFrame f = libc.frame()) {
            return f.checked(function, a, b, c, d);
        }
    }

    @Override
    public int dup(int fd) {
        return descriptors.opened(fcntlRaw(fd, F_DUPFD_CLOEXEC, 0));
    }

    @Override
    public int dup2(int fd, int fd2, boolean inheritable) {
        try (NativeFrame f = libc.frame()) {
            int result = inheritable || fd == fd2
                    ? f.checked(LibcFunction.DUP2, fd, fd2)
                    : f.checked(LibcFunction.DUP3, fd, fd2, O_CLOEXEC);
            return result > 2 ? descriptors.opened(result) : result;
        }
    }

    @Override
    public int[] pipe(int flags) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment pair = f.memory(8);
            f.checked(LibcFunction.PIPE2, pair.address(), flags);
            return new int[] {
                descriptors.opened(NativeFrame.getInt(pair, 0)), descriptors.opened(NativeFrame.getInt(pair, 4))
            };
        }
    }

    @Override
    public OsStat stat(int fd) {
        if (!libc.isWarm() && fd >= 0) {
            Path link = os.nio().path("/proc/self/fd/" + fd);
            try {
                if (link != null) {
                    return os.nio().stat(link, "/proc/self/fd", true, os.blocksOf(fd));
                }
            } catch (OsException e) {
                if (e.errno() == Errno.ENOENT && new File("/proc/self/fd").isDirectory()) {
                    throw new OsException(Errno.EBADF);
                }
            } catch (NioPaths.Unclear e) {
                // The native call below tells.
            }
        }
        try (NativeFrame f = libc.frame()) {
            return PosixPaths.statx(f, fd, 0, true, null);
        }
    }

    @Override
    public void chmod(int fd, int mode) {
        simple(LibcFunction.FCHMOD, fd, mode, 0, 0);
    }

    @Override
    public void chown(int fd, int uid, int gid) {
        simple(LibcFunction.FCHOWN, fd, uid, gid, 0);
    }

    @Override
    public void utime(int fd, long atimeSeconds, int atimeNanos, long mtimeSeconds, int mtimeNanos) {
        try (NativeFrame f = libc.frame()) {
            f.checked(
                    LibcFunction.FUTIMENS, fd, PosixPaths.times(f, atimeSeconds, atimeNanos, mtimeSeconds, mtimeNanos));
        }
    }

    @Override
    public OsStatVfs statvfs(int fd) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment memory = f.zeroed(112);
            f.checked(LibcFunction.FSTATVFS, fd, memory.address());
            return PosixPaths.statvfs(memory);
        }
    }

    private int fcntlRaw(int fd, int command, long argument) {
        try (NativeFrame f = libc.frame()) {
            return f.checked(LibcFunction.FCNTL, fd, command, argument);
        }
    }

    @Override
    public int fcntl(int fd, int command, long argument) {
        int result = fcntlRaw(fd, command, argument);
        return command == F_DUPFD || command == F_DUPFD_CLOEXEC ? descriptors.opened(result) : result;
    }

    @Override
    public int fcntl(int fd, int command, byte[] argument) {
        return withStructure(LibcFunction.FCNTL, fd, command, argument);
    }

    @Override
    public int ioctl(int fd, long request, long argument) {
        return simple(LibcFunction.IOCTL, fd, request, argument, 0);
    }

    @Override
    public int ioctl(int fd, long request, byte[] argument) {
        return withStructure(LibcFunction.IOCTL, fd, request, argument);
    }

    private int withStructure(LibcFunction function, int fd, long command, byte[] argument) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment memory = f.copyOf(argument, 0, argument.length);
            int result = f.checked(function, fd, command, memory.address());
            NativeFrame.copyOut(memory, argument, 0, argument.length);
            return result;
        }
    }

    @Override
    public int available(int fd) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment count = f.zeroed(4);
            f.checked(LibcFunction.IOCTL, fd, FIONREAD, count.address());
            return NativeFrame.getInt(count, 0);
        }
    }

    @Override
    public void flock(int fd, int operation, @Nullable WakeHandle wake) {
        try (NativeFrame f = libc.frame()) {
            if (wake == null || (operation & (LOCK_NB | LOCK_UN)) != 0) {
                f.checked(LibcFunction.FLOCK, fd, operation);
                return;
            }
            long pause = 500_000;
            while (!tryLock(f, LibcFunction.FLOCK, fd, operation | LOCK_NB, 0)) {
                pause = pause(wake, pause);
            }
        }
    }

    @Override
    public void lockRange(int fd, int operation, long length, long start, int whence, @Nullable WakeHandle wake) {
        int type = (operation & LOCK_UN) != 0 ? F_UNLCK : (operation & LOCK_EX) != 0 ? F_WRLCK : F_RDLCK;
        try (NativeFrame f = libc.frame()) {
            MemorySegment lock = f.zeroed(32);
            NativeFrame.putInt(lock, 0, type | whence << 16);
            NativeFrame.putLong(lock, 8, start);
            NativeFrame.putLong(lock, 16, length);
            if ((operation & LOCK_NB) != 0 || wake == null) {
                int command = (operation & LOCK_NB) != 0 || type == F_UNLCK ? F_SETLK : F_SETLK + 1;
                f.checked(LibcFunction.FCNTL, fd, command, lock.address());
                return;
            }
            long pause = 500_000;
            while (!tryLock(f, LibcFunction.FCNTL, fd, F_SETLK, lock.address())) {
                pause = pause(wake, pause);
            }
        }
    }

    private static boolean tryLock(NativeFrame f, LibcFunction function, int fd, long operation, long argument) {
        if ((int) f.call(function, fd, operation, argument) != -1) {
            return true;
        }
        int errno = f.errno();
        if (errno != Errno.EAGAIN && errno != Errno.EACCES && errno != Errno.EINTR) {
            throw f.error();
        }
        return false;
    }

    /** File locks have no descriptor to poll: look again after a pause that grows up to 20 ms. */
    static long pause(WakeHandle wake, long nanos) {
        if (wake.await(nanos)) {
            wake.check();
        }
        return Math.min(nanos * 2, 20_000_000);
    }

    @Override
    public long sendFile(int out, int in, long offset, long count) {
        try (NativeFrame f = libc.frame()) {
            long where = 0;
            if (offset >= 0) {
                MemorySegment memory = f.memory(8);
                NativeFrame.putLong(memory, 0, offset);
                where = memory.address();
            }
            return f.checkedLong(LibcFunction.SENDFILE, null, out, in, where, count, 0, 0);
        }
    }

    @Override
    public void allocate(int fd, long offset, long length) {
        try (NativeFrame f = libc.frame()) {
            f.checkNumber(f.call(LibcFunction.POSIX_FALLOCATE, fd, offset, length));
        }
    }

    @Override
    public void advise(int fd, long offset, long length, int advice) {
        try (NativeFrame f = libc.frame()) {
            f.checkNumber(f.call(LibcFunction.POSIX_FADVISE, fd, offset, length, advice));
        }
    }

    @Override
    public int memoryFile(String name, int flags) {
        try (NativeFrame f = libc.frame()) {
            return descriptors.opened(f.checked(LibcFunction.MEMFD_CREATE, f.string(name), flags));
        }
    }

    @Override
    public int eventFile(int value, int flags) {
        return descriptors.opened(simple(LibcFunction.EVENTFD, value, flags, 0, 0));
    }

    @Override
    public long copyRange(int in, int out, long count, long inOffset, long outOffset) {
        try (NativeFrame f = libc.frame()) {
            return f.checkedLong(
                    LibcFunction.COPY_FILE_RANGE, null, in, place(f, inOffset), out, place(f, outOffset), count, 0);
        }
    }

    @Override
    public long splice(int in, int out, long count, long inOffset, long outOffset, int flags) {
        try (NativeFrame f = libc.frame()) {
            return f.checkedLong(
                    LibcFunction.SPLICE, null, in, place(f, inOffset), out, place(f, outOffset), count, flags);
        }
    }

    private static long place(NativeFrame f, long offset) {
        if (offset < 0) {
            return 0;
        }
        MemorySegment memory = f.memory(8);
        NativeFrame.putLong(memory, 0, offset);
        return memory.address();
    }

    @Override
    public void syncAll() {
        try (NativeFrame f = libc.frame()) {
            f.call(LibcFunction.SYNC);
        }
    }
}
