package dev.clutch.extension.spi.os;

import dev.clutch.extension.spi.Stability;
import java.util.List;

/**
 * Operations on paths. A relative path starts at the interpreter's working directory when {@code dirFd} is
 * {@link #CWD}, otherwise at that open directory. A string with U+0000 is an IllegalArgumentException: Python code gets
 * its ValueError before it comes here.
 */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public abstract class OsPaths {
    /** {@code AT_FDCWD}. */
    public static final int CWD = -100;

    public static final int F_OK = 0;
    public static final int X_OK = 1;
    public static final int W_OK = 2;
    public static final int R_OK = 4;

    /** As nanoseconds in {@link #utime}: the time of the call; leave as it is. */
    public static final int UTIME_NOW = 0x3fffffff;

    public static final int UTIME_OMIT = 0x3ffffffe;

    protected OsPaths() {}

    /** The working directory: absolute and without symbolic links. */
    public abstract String getcwd();

    public abstract void chdir(String path);

    public void fchdir(int fd) {
        throw NativeOnly.refuse("fchdir");
    }

    /** {@code path} against the working directory, for Java code that opens files itself. Nothing is normalised. */
    public abstract String resolve(String path);

    public abstract OsStat stat(String path, int dirFd, boolean followSymlinks);

    public abstract boolean access(String path, int mode, int dirFd, boolean effectiveIds, boolean followSymlinks);

    public abstract void chmod(String path, int mode, int dirFd, boolean followSymlinks);

    public abstract void chown(String path, int uid, int gid, int dirFd, boolean followSymlinks);

    public abstract void mkdir(String path, int mode, int dirFd);

    public abstract void rmdir(String path, int dirFd);

    public abstract void unlink(String path, int dirFd);

    /** Replaces an existing target, as rename(2) does. */
    public abstract void rename(String source, String target, int sourceDirFd, int targetDirFd);

    public abstract void link(String source, String target, int sourceDirFd, int targetDirFd, boolean followSymlinks);

    /** {@code target} is stored as it is. */
    public abstract void symlink(String target, String path, int dirFd);

    public abstract String readlink(String path, int dirFd);

    /** Names without {@code .} and {@code ..}, in the order of the file system. */
    public abstract List<String> list(String path);

    public abstract List<OsDirectoryEntry> scan(String path);

    public List<OsDirectoryEntry> scan(int fd) {
        throw NativeOnly.refuse("scandir of a descriptor");
    }

    public abstract void utime(
            String path,
            long atimeSeconds,
            int atimeNanos,
            long mtimeSeconds,
            int mtimeNanos,
            int dirFd,
            boolean followSymlinks);

    public abstract OsStatVfs statvfs(String path);

    public abstract void truncate(String path, long length);

    /** Absolute path without symbolic links; every part must exist. */
    public abstract String realpath(String path);

    /** Sets the mask of the whole JVM, as CPython sets that of its process, and answers the old one. */
    public int umask(int mask) {
        throw NativeOnly.refuse("umask");
    }

    public void mkfifo(String path, int mode, int dirFd) {
        throw NativeOnly.refuse("mkfifo");
    }

    public void mknod(String path, int mode, long device, int dirFd) {
        throw NativeOnly.refuse("mknod");
    }

    public byte[] getxattr(String path, String name, boolean followSymlinks) {
        throw NativeOnly.refuse("getxattr");
    }

    public void setxattr(String path, String name, byte[] value, int flags, boolean followSymlinks) {
        throw NativeOnly.refuse("setxattr");
    }

    public void removexattr(String path, String name, boolean followSymlinks) {
        throw NativeOnly.refuse("removexattr");
    }

    public List<String> listxattr(String path, boolean followSymlinks) {
        throw NativeOnly.refuse("listxattr");
    }
}
