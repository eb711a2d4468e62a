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

    /** For the implementations. */
    protected OsPaths() {}

    /** The working directory: absolute and without symbolic links. */
    public abstract String getcwd();

    /** {@code os.chdir}, for this interpreter alone. {@link Errno#ENOENT}, {@link Errno#ENOTDIR}, {@link Errno#EACCES} as of the kernel. */
    public abstract void chdir(String path);

    /** {@code os.fchdir}, for this interpreter alone. */
    public void fchdir(int fd) {
        throw NativeOnly.refuse("fchdir");
    }

    /** {@code path} against the working directory, for Java code that opens files itself. Nothing is normalised. */
    public abstract String resolve(String path);

    /** {@code os.stat}, {@code os.lstat}. */
    public abstract OsStat stat(String path, int dirFd, boolean followSymlinks);

    /** {@code os.access}: {@link #F_OK}, or a sum of {@link #R_OK}, {@link #W_OK} and {@link #X_OK}. False for every error. */
    public abstract boolean access(String path, int mode, int dirFd, boolean effectiveIds, boolean followSymlinks);

    /** {@code os.chmod}; {@code mode} without the type. */
    public abstract void chmod(String path, int mode, int dirFd, boolean followSymlinks);

    /** {@code os.chown}, {@code os.lchown}; -1 leaves one as it is. */
    public abstract void chown(String path, int uid, int gid, int dirFd, boolean followSymlinks);

    /** {@code os.mkdir}; the mask of the process is taken from {@code mode}. {@link Errno#EEXIST} where something is. */
    public abstract void mkdir(String path, int mode, int dirFd);

    /** {@code os.rmdir}. {@link Errno#ENOTEMPTY} unless it is empty. */
    public abstract void rmdir(String path, int dirFd);

    /** {@code os.unlink}, {@code os.remove}. {@link Errno#EISDIR} for a directory. */
    public abstract void unlink(String path, int dirFd);

    /** Replaces an existing target, as rename(2) does. */
    public abstract void rename(String source, String target, int sourceDirFd, int targetDirFd);

    /** {@code os.link}: a second name of the same file. {@link Errno#EXDEV} on another file system. */
    public abstract void link(String source, String target, int sourceDirFd, int targetDirFd, boolean followSymlinks);

    /** {@code target} is stored as it is. */
    public abstract void symlink(String target, String path, int dirFd);

    /** {@code os.readlink}. {@link Errno#EINVAL} when it is no link. */
    public abstract String readlink(String path, int dirFd);

    /** Names without {@code .} and {@code ..}, in the order of the file system. */
    public abstract List<String> list(String path);

    /** {@code os.scandir}: as {@link #list}, with what the file system tells besides. */
    public abstract List<OsDirectoryEntry> scan(String path);

    /** The same of an open directory. */
    public List<OsDirectoryEntry> scan(int fd) {
        throw NativeOnly.refuse("scandir of a descriptor");
    }

    /** {@code os.utime}: seconds since 1970, nanoseconds 0 to 999,999,999 or {@link #UTIME_NOW}, {@link #UTIME_OMIT}. */
    public abstract void utime(
            String path,
            long atimeSeconds,
            int atimeNanos,
            long mtimeSeconds,
            int mtimeNanos,
            int dirFd,
            boolean followSymlinks);

    /** {@code os.statvfs}: the file system that the path is on. */
    public abstract OsStatVfs statvfs(String path);

    /** {@code os.truncate}: {@code length} in bytes from 0; what is added are zeros. */
    public abstract void truncate(String path, long length);

    /** Absolute path without symbolic links; every part must exist. */
    public abstract String realpath(String path);

    /** Sets the mask of the whole JVM, as CPython sets that of its process, and answers the old one. */
    public int umask(int mask) {
        throw NativeOnly.refuse("umask");
    }

    /** {@code os.mkfifo}. {@link Errno#EEXIST} where something is. */
    public void mkfifo(String path, int mode, int dirFd) {
        throw NativeOnly.refuse("mkfifo");
    }

    /** {@code os.mknod}: {@code mode} with the type; {@code device} counts for devices, which need the right ({@link Errno#EPERM}). */
    public void mknod(String path, int mode, long device, int dirFd) {
        throw NativeOnly.refuse("mknod");
    }

    /** {@code os.getxattr}. {@link Errno#ENODATA} where there is none of the name. */
    public byte[] getxattr(String path, String name, boolean followSymlinks) {
        throw NativeOnly.refuse("getxattr");
    }

    /** {@code os.setxattr}; {@code flags} 0, XATTR_CREATE 1 or XATTR_REPLACE 2. */
    public void setxattr(String path, String name, byte[] value, int flags, boolean followSymlinks) {
        throw NativeOnly.refuse("setxattr");
    }

    /** {@code os.removexattr}. {@link Errno#ENODATA} where there is none of the name. */
    public void removexattr(String path, String name, boolean followSymlinks) {
        throw NativeOnly.refuse("removexattr");
    }

    /** {@code os.listxattr}: the names. */
    public List<String> listxattr(String path, boolean followSymlinks) {
        throw NativeOnly.refuse("listxattr");
    }
}
