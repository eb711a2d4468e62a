package dev.clutch.extension.spi.os;

import dev.clutch.extension.spi.Stability;
import org.jspecify.annotations.Nullable;

/**
 * Operations on file descriptors. Descriptors made here are not inherited by child processes (PEP 446) but for those of
 * {@link #pipe} without O_CLOEXEC and of {@link #dup2} when asked. Flags, commands
 * and modes are the kernel's numbers on this machine, see {@link OsSystem#constants}.
 */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public abstract class OsFiles {
    public static final int O_RDONLY = 0;
    public static final int O_WRONLY = 1;
    public static final int O_RDWR = 2;
    public static final int O_ACCMODE = 3;
    public static final int O_CREAT = 0100;
    public static final int O_EXCL = 0200;
    public static final int O_TRUNC = 01000;
    public static final int O_APPEND = 02000;
    public static final int O_NONBLOCK = 04000;
    public static final int O_CLOEXEC = 02000000;
    public static final int SEEK_SET = 0;
    public static final int SEEK_CUR = 1;
    public static final int SEEK_END = 2;
    public static final int F_DUPFD = 0;
    public static final int F_GETFD = 1;
    public static final int F_SETFD = 2;
    public static final int F_GETFL = 3;
    public static final int F_SETFL = 4;
    public static final int F_DUPFD_CLOEXEC = 1030;
    public static final int FD_CLOEXEC = 1;
    public static final int LOCK_SH = 1;
    public static final int LOCK_EX = 2;
    public static final int LOCK_NB = 4;
    public static final int LOCK_UN = 8;

    /** For the implementations. */
    protected OsFiles() {}

    /** For {@code io.open}: an open file whose number may be made later. */
    public abstract OsFile openFile(String path, int flags, int mode);

    /** The same view of a descriptor that is open already; {@code close} of the result closes it. */
    public abstract OsFile fileOf(int fd);

    /** {@code os.open}: the least free descriptor. {@code mode} counts with {@link #O_CREAT}; {@code dirFd} as in {@link OsPaths}. */
    public abstract int open(String path, int flags, int mode, int dirFd);

    /** {@code os.close}. {@link Errno#EBADF} when it isn't open; after any other error it is closed. */
    public abstract void close(int fd);

    /** Closes {@code low} up to, without, {@code high}; errors are ignored. */
    public abstract void closeRange(int low, int high);

    /** {@code os.read}: at most {@code length} bytes, 0 at the end of the file. {@link Errno#EAGAIN} where it would block and may not, {@link Errno#EINTR} when woken. */
    public abstract int read(int fd, byte[] buffer, int offset, int length, @Nullable WakeHandle wake);

    /** {@code os.write}: the bytes that were taken, perhaps fewer. {@link Errno#EAGAIN} and {@link Errno#EINTR} as {@link #read}. */
    public abstract int write(int fd, byte[] buffer, int offset, int length, @Nullable WakeHandle wake);

    /** {@code os.pread}: from {@code position}; the offset of the descriptor stays. {@link Errno#ESPIPE} for a pipe. */
    public abstract int pread(int fd, byte[] buffer, int offset, int length, long position);

    /** {@code os.pwrite}: to {@code position}; the offset of the descriptor stays. */
    public abstract int pwrite(int fd, byte[] buffer, int offset, int length, long position);

    /** {@code os.lseek}: the new offset from the beginning. {@link Errno#ESPIPE} for a pipe, {@link Errno#EINVAL} below zero. */
    public abstract long seek(int fd, long offset, int whence);

    /** {@code os.ftruncate}: {@code length} in bytes from 0; what is added are zeros. */
    public abstract void truncate(int fd, long length);

    /** {@code os.fsync}: the content is on the device when it returns. */
    public abstract void sync(int fd);

    /** {@code os.fdatasync}: without what isn't needed to read the content again. */
    public void dataSync(int fd) {
        sync(fd);
    }

    /** {@code os.dup}: the least free descriptor, not inherited. {@link Errno#EMFILE} when none is free. */
    public abstract int dup(int fd);

    /** {@code os.dup2}: {@code fd2} is closed first, and is the result. */
    public abstract int dup2(int fd, int fd2, boolean inheritable);

    /** Read end, write end, with exactly these flags: {@code os.pipe} passes O_CLOEXEC, {@code os.pipe2} its own. */
    public abstract int[] pipe(int flags);

    /** {@code os.fstat}. */
    public abstract OsStat stat(int fd);

    /** {@code os.fchmod}; {@code mode} without the type. */
    public void chmod(int fd, int mode) {
        throw NativeOnly.refuse("fchmod");
    }

    /** {@code os.fchown}; -1 leaves one as it is. */
    public void chown(int fd, int uid, int gid) {
        throw NativeOnly.refuse("fchown");
    }

    /** See {@link OsPaths#utime}. */
    public void utime(int fd, long atimeSeconds, int atimeNanos, long mtimeSeconds, int mtimeNanos) {
        throw NativeOnly.refuse("futimens");
    }

    /** {@code os.fstatvfs}: the file system that the file is on. */
    public OsStatVfs statvfs(int fd) {
        throw NativeOnly.refuse("fstatvfs");
    }

    /** {@code os.get_inheritable}: whether a program started by {@code exec} keeps it. */
    public boolean isInheritable(int fd) {
        return (fcntl(fd, F_GETFD, 0) & FD_CLOEXEC) == 0;
    }

    /** {@code os.set_inheritable}. */
    public void setInheritable(int fd, boolean inheritable) {
        int old = fcntl(fd, F_GETFD, 0);
        int flags = inheritable ? old & ~FD_CLOEXEC : old | FD_CLOEXEC;
        if (flags != old) {
            fcntl(fd, F_SETFD, flags);
        }
    }

    /** {@code os.get_blocking}: whether {@link #O_NONBLOCK} is off. */
    public boolean isBlocking(int fd) {
        return (fcntl(fd, F_GETFL, 0) & O_NONBLOCK) == 0;
    }

    /** {@code os.set_blocking}; it holds for all copies of the descriptor. */
    public void setBlocking(int fd, boolean blocking) {
        int old = fcntl(fd, F_GETFL, 0);
        int flags = blocking ? old & ~O_NONBLOCK : old | O_NONBLOCK;
        if (flags != old) {
            fcntl(fd, F_SETFL, flags);
        }
    }

    /** {@code fcntl.fcntl} with a number, {@code fcntl_fcntl_impl}; {@code command} is one of {@code F_}. */
    public int fcntl(int fd, int command, long argument) {
        throw NativeOnly.refuse("fcntl");
    }

    /** {@code argument} is a structure in native byte order, read and written in place. */
    public int fcntl(int fd, int command, byte[] argument) {
        throw NativeOnly.refuse("fcntl");
    }

    /** {@code fcntl.ioctl} with a number, {@code fcntl_ioctl_impl}. */
    public int ioctl(int fd, long request, long argument) {
        throw NativeOnly.refuse("ioctl");
    }

    /** The same with a structure in native byte order, read and written in place. */
    public int ioctl(int fd, long request, byte[] argument) {
        throw NativeOnly.refuse("ioctl");
    }

    /** {@code FIONREAD}: bytes that a read would give without blocking. */
    public int available(int fd) {
        throw NativeOnly.refuse("ioctl FIONREAD");
    }

    /** {@code fcntl.flock}: locks the whole file, for the open file rather than the process. {@link Errno#EAGAIN} with {@link #LOCK_NB} where it is taken. */
    public void flock(int fd, int operation, @Nullable WakeHandle wake) {
        throw NativeOnly.refuse("flock");
    }

    /** {@code fcntl.lockf}: record lock; {@code operation} of LOCK_SH, LOCK_EX, LOCK_UN and LOCK_NB. */
    public void lockRange(int fd, int operation, long length, long start, int whence, @Nullable WakeHandle wake) {
        throw NativeOnly.refuse("lockf");
    }

    /** Copies between descriptors in the kernel; an {@code offset} below zero means the input's own offset. */
    public long sendFile(int out, int in, long offset, long count) {
        throw NativeOnly.refuse("sendfile");
    }

    /** {@code os.posix_fallocate}: space for the range, in bytes. {@link Errno#ENOSPC} when there is too little. */
    public void allocate(int fd, long offset, long length) {
        throw NativeOnly.refuse("posix_fallocate");
    }

    /** {@code os.posix_fadvise}; {@code advice} is one of POSIX_FADV_, {@code length} 0 means up to the end. */
    public void advise(int fd, long offset, long length, int advice) {
        throw NativeOnly.refuse("posix_fadvise");
    }

    /** {@code os.memfd_create}: a file without a place; the name is for people. */
    public int memoryFile(String name, int flags) {
        throw NativeOnly.refuse("memfd_create");
    }

    /** A counter to wait for, eventfd(2). */
    public int eventFile(int value, int flags) {
        throw NativeOnly.refuse("eventfd");
    }

    /** copy_file_range(2); an offset below zero means the descriptor's own. */
    public long copyRange(int in, int out, long count, long inOffset, long outOffset) {
        throw NativeOnly.refuse("copy_file_range");
    }

    /** splice(2); an offset below zero means the descriptor's own. */
    public long splice(int in, int out, long count, long inOffset, long outOffset, int flags) {
        throw NativeOnly.refuse("splice");
    }

    /** sync(2): writes everything that the system holds. */
    public void syncAll() {
        throw NativeOnly.refuse("sync");
    }
}
