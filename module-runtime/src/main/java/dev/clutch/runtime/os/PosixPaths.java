package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.FsEncoding;
import dev.clutch.extension.spi.os.OsDirectoryEntry;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsFiles;
import dev.clutch.extension.spi.os.OsPaths;
import dev.clutch.extension.spi.os.OsStat;
import dev.clutch.extension.spi.os.OsStatVfs;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Paths through the C library; stat, listing and readlink through the JDK until the first native call. */
final class PosixPaths extends OsPaths {
    private static final int AT_SYMLINK_NOFOLLOW = 0x100;
    private static final int AT_EACCESS = 0x200;
    private static final int AT_REMOVEDIR = 0x200;
    private static final int AT_SYMLINK_FOLLOW = 0x400;
    private static final int AT_EMPTY_PATH = 0x1000;
    private static final int STATX_BASIC_STATS = 0x7ff;
    private static final int PATH_MAX = 4096;

    private final PosixOs os;
    private final Libc libc;

    PosixPaths(PosixOs os, Libc libc) {
        this.os = os;
        this.libc = libc;
    }

    @Override
    public String getcwd() {
        return os.directory().get();
    }

    @Override
    public void chdir(String path) {
        OsStat stat = stat(path, CWD, true);
        WorkingDirectory.requireDirectory(
                stat.isDirectory(), stat.isDirectory() && access(path, X_OK, CWD, true, true), path);
        os.directory().set(realpath(path));
    }

    @Override
    public void fchdir(int fd) {
        OsStat stat = os.files().stat(fd);
        String link = "/proc/self/fd/" + fd;
        if (!stat.isDirectory() || !access(link, X_OK, CWD, true, true)) {
            throw new OsException(stat.isDirectory() ? Errno.EACCES : Errno.ENOTDIR);
        }
        os.directory().set(readlink(link, CWD));
    }

    @Override
    public String resolve(String path) {
        return os.directory().resolve(path);
    }

    /** The JDK's path where it may answer instead of the C library. */
    private @Nullable Path cold(String path, int dirFd) {
        return libc.isWarm() || dirFd != CWD || path.isEmpty()
                ? null
                : os.nio().path(os.directory().resolve(path));
    }

    @Override
    public OsStat stat(String path, int dirFd, boolean followSymlinks) {
        Path nio = cold(path, dirFd);
        if (nio != null) {
            try {
                return os.nio()
                        .stat(
                                nio,
                                path,
                                followSymlinks,
                                os.blocksOf(os.directory().resolve(path), followSymlinks));
            } catch (NioPaths.Unclear e) {
                // The native call below tells.
            }
        }
        try (NativeFrame f = libc.frame()) {
            return statx(f, dirFd, os.name(f, path, dirFd), followSymlinks, path);
        }
    }

    /** {@code name} 0 means the descriptor itself. The layout of struct statx is the same on every architecture. */
    static OsStat statx(NativeFrame f, int dirFd, long name, boolean follow, @Nullable String path) {
        MemorySegment s = f.memory(256);
        int flags = follow ? 0 : AT_SYMLINK_NOFOLLOW;
        long pointer = name;
        if (name == 0) {
            flags |= AT_EMPTY_PATH;
            pointer = f.string("");
        }
        if ((int) f.call(LibcFunction.STATX, dirFd, pointer, flags, STATX_BASIC_STATS, s.address()) == -1) {
            throw new OsException(f.errno(), path);
        }
        long[] times = {
            NativeFrame.getLong(s, 64), NativeFrame.getUnsigned(s, 72),
            NativeFrame.getLong(s, 112), NativeFrame.getUnsigned(s, 120),
            NativeFrame.getLong(s, 96), NativeFrame.getUnsigned(s, 104),
        };
        return new OsStat(
                NativeFrame.getShort(s, 28),
                NativeFrame.getLong(s, 32),
                device(NativeFrame.getUnsigned(s, 136), NativeFrame.getUnsigned(s, 140)),
                device(NativeFrame.getUnsigned(s, 128), NativeFrame.getUnsigned(s, 132)),
                NativeFrame.getUnsigned(s, 16),
                NativeFrame.getInt(s, 20),
                NativeFrame.getInt(s, 24),
                NativeFrame.getLong(s, 40),
                times,
                NativeFrame.getUnsigned(s, 4),
                NativeFrame.getLong(s, 48));
    }

    /** makedev(3). */
    private static long device(long major, long minor) {
        return (major & 0xFFFFF000L) << 32 | (major & 0xFFF) << 8 | (minor & 0xFFFFFF00L) << 12 | minor & 0xFF;
    }

    @Override
    public boolean access(String path, int mode, int dirFd, boolean effectiveIds, boolean followSymlinks) {
        int flags = (effectiveIds ? AT_EACCESS : 0) | (followSymlinks ? 0 : AT_SYMLINK_NOFOLLOW);
        try (NativeFrame f = libc.frame()) {
            return (int) f.call(LibcFunction.FACCESSAT, dirFd, os.name(f, path, dirFd), mode, flags) == 0;
        }
    }

    private void onPath(String path, int dirFd, LibcFunction function, long c, long d, long e) {
        try (NativeFrame f = libc.frame()) {
            f.checkedPath(path, null, function, dirFd, os.name(f, path, dirFd), c, d, e);
        }
    }

    private static int noFollow(boolean followSymlinks) {
        return followSymlinks ? 0 : AT_SYMLINK_NOFOLLOW;
    }

    @Override
    public void chmod(String path, int mode, int dirFd, boolean followSymlinks) {
        onPath(path, dirFd, LibcFunction.FCHMODAT, mode, noFollow(followSymlinks), 0);
    }

    @Override
    public void chown(String path, int uid, int gid, int dirFd, boolean followSymlinks) {
        onPath(path, dirFd, LibcFunction.FCHOWNAT, uid, gid, noFollow(followSymlinks));
    }

    @Override
    public void mkdir(String path, int mode, int dirFd) {
        onPath(path, dirFd, LibcFunction.MKDIRAT, mode, 0, 0);
    }

    @Override
    public void rmdir(String path, int dirFd) {
        onPath(path, dirFd, LibcFunction.UNLINKAT, AT_REMOVEDIR, 0, 0);
    }

    @Override
    public void unlink(String path, int dirFd) {
        onPath(path, dirFd, LibcFunction.UNLINKAT, 0, 0, 0);
    }

    @Override
    public void mkfifo(String path, int mode, int dirFd) {
        onPath(path, dirFd, LibcFunction.MKFIFOAT, mode, 0, 0);
    }

    @Override
    public void mknod(String path, int mode, long device, int dirFd) {
        onPath(path, dirFd, LibcFunction.MKNODAT, mode, device, 0);
    }

    @Override
    public void rename(String source, String target, int sourceDirFd, int targetDirFd) {
        try (NativeFrame f = libc.frame()) {
            f.checkedPath(
                    source,
                    target,
                    LibcFunction.RENAMEAT,
                    sourceDirFd,
                    os.name(f, source, sourceDirFd),
                    targetDirFd,
                    os.name(f, target, targetDirFd),
                    0);
        }
    }

    @Override
    public void link(String source, String target, int sourceDirFd, int targetDirFd, boolean followSymlinks) {
        try (NativeFrame f = libc.frame()) {
            f.checkedPath(
                    source,
                    target,
                    LibcFunction.LINKAT,
                    sourceDirFd,
                    os.name(f, source, sourceDirFd),
                    targetDirFd,
                    os.name(f, target, targetDirFd),
                    followSymlinks ? AT_SYMLINK_FOLLOW : 0);
        }
    }

    @Override
    public void symlink(String target, String path, int dirFd) {
        try (NativeFrame f = libc.frame()) {
            f.checkedPath(target, path, LibcFunction.SYMLINKAT, f.string(target), dirFd, os.name(f, path, dirFd), 0, 0);
        }
    }

    @Override
    public String readlink(String path, int dirFd) {
        Path nio = cold(path, dirFd);
        if (nio != null) {
            try {
                String target = os.nio().readlink(nio, path);
                if (target != null) {
                    return target;
                }
            } catch (NioPaths.Unclear e) {
                // The native call below tells.
            }
        }
        try (NativeFrame f = libc.frame()) {
            MemorySegment buffer = f.memory(PATH_MAX);
            long name = os.name(f, path, dirFd);
            int n = f.checkedPath(path, null, LibcFunction.READLINKAT, dirFd, name, buffer.address(), PATH_MAX, 0);
            return FsEncoding.decode(NativeFrame.bytes(buffer, n));
        }
    }

    @Override
    public List<String> list(String path) {
        Path nio = cold(path, CWD);
        if (nio != null) {
            try {
                List<String> names = os.nio().list(nio, path);
                if (names != null) {
                    return names;
                }
            } catch (NioPaths.Unclear e) {
                // The native call below tells.
            }
        }
        List<OsDirectoryEntry> entries = scan(path);
        List<String> names = new ArrayList<>(entries.size());
        for (OsDirectoryEntry entry : entries) {
            names.add(entry.name());
        }
        return names;
    }

    @Override
    public List<OsDirectoryEntry> scan(String path) {
        int directory = (int) os.system().constants().value("posix", "O_DIRECTORY");
        try (NativeFrame f = libc.frame()) {
            int flags = OsFiles.O_CLOEXEC | OsFiles.O_NONBLOCK | directory;
            int fd = f.checkedPath(path, null, LibcFunction.OPENAT, CWD, os.name(f, path, CWD), flags, 0, 0);
            try {
                return entries(f, fd);
            } finally {
                f.call(LibcFunction.CLOSE, fd);
            }
        }
    }

    /** Leaves the offset at the beginning, as CPython does. */
    @Override
    public List<OsDirectoryEntry> scan(int fd) {
        try (NativeFrame f = libc.frame()) {
            f.call(LibcFunction.LSEEK, fd, 0, OsFiles.SEEK_SET);
            List<OsDirectoryEntry> entries = entries(f, fd);
            f.call(LibcFunction.LSEEK, fd, 0, OsFiles.SEEK_SET);
            return entries;
        }
    }

    /** getdents64(2) rather than readdir(3), whose end and whose failure differ in an errno that nobody cleared. */
    private static List<OsDirectoryEntry> entries(NativeFrame f, int fd) {
        List<OsDirectoryEntry> entries = new ArrayList<>();
        MemorySegment buffer = f.memory(32 * 1024);
        while (true) {
            int filled = (int)
                    f.checkedLong(LibcFunction.GETDENTS64, null, fd, buffer.address(), buffer.byteSize(), 0, 0, 0);
            if (filled == 0) {
                return entries;
            }
            int at = 0;
            while (at < filled) {
                int length = NativeFrame.getShort(buffer, at + 16);
                String name = NativeFrame.stringAt(buffer.address() + at + 19);
                if (!name.equals(".") && !name.equals("..")) {
                    entries.add(new OsDirectoryEntry(
                            name, NativeFrame.getLong(buffer, at), NativeFrame.getByte(buffer, at + 18)));
                }
                at += length;
            }
        }
    }

    static long times(NativeFrame f, long atimeSeconds, int atimeNanos, long mtimeSeconds, int mtimeNanos) {
        MemorySegment times = f.memory(32);
        NativeFrame.putLong(times, 0, atimeSeconds);
        NativeFrame.putLong(times, 8, atimeNanos);
        NativeFrame.putLong(times, 16, mtimeSeconds);
        NativeFrame.putLong(times, 24, mtimeNanos);
        return times.address();
    }

    @Override
    public void utime(
            String path,
            long atimeSeconds,
            int atimeNanos,
            long mtimeSeconds,
            int mtimeNanos,
            int dirFd,
            boolean followSymlinks) {
        try (NativeFrame f = libc.frame()) {
            long times = times(f, atimeSeconds, atimeNanos, mtimeSeconds, mtimeNanos);
            f.checkedPath(
                    path,
                    null,
                    LibcFunction.UTIMENSAT,
                    dirFd,
                    os.name(f, path, dirFd),
                    times,
                    noFollow(followSymlinks),
                    0);
        }
    }

    @Override
    public OsStatVfs statvfs(String path) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment memory = f.zeroed(112);
            f.checkedPath(path, null, LibcFunction.STATVFS, os.name(f, path, CWD), memory.address(), 0, 0, 0);
            return statvfs(memory);
        }
    }

    static OsStatVfs statvfs(MemorySegment m) {
        return new OsStatVfs(
                NativeFrame.getLong(m, 0),
                NativeFrame.getLong(m, 8),
                NativeFrame.getLong(m, 16),
                NativeFrame.getLong(m, 24),
                NativeFrame.getLong(m, 32),
                NativeFrame.getLong(m, 40),
                NativeFrame.getLong(m, 48),
                NativeFrame.getLong(m, 56),
                NativeFrame.getLong(m, 72),
                NativeFrame.getLong(m, 80),
                NativeFrame.getLong(m, 64));
    }

    @Override
    public void truncate(String path, long length) {
        try (NativeFrame f = libc.frame()) {
            f.checkedPath(path, null, LibcFunction.TRUNCATE, os.name(f, path, CWD), length, 0, 0, 0);
        }
    }

    @Override
    public String realpath(String path) {
        try (NativeFrame f = libc.frame()) {
            MemorySegment buffer = f.memory(PATH_MAX + 1);
            if (f.call(LibcFunction.REALPATH, os.name(f, path, CWD), buffer.address()) == 0) {
                throw f.error(path);
            }
            return NativeFrame.stringAt(buffer.address());
        }
    }

    @Override
    public int umask(int mask) {
        try (NativeFrame f = libc.frame()) {
            return (int) f.call(LibcFunction.UMASK, mask);
        }
    }

    @Override
    public byte[] getxattr(String path, String name, boolean followSymlinks) {
        LibcFunction function = followSymlinks ? LibcFunction.GETXATTR : LibcFunction.LGETXATTR;
        try (NativeFrame f = libc.frame()) {
            int size = 64 * 1024;
            MemorySegment value = f.memory(size);
            int n = f.checkedPath(
                    path, null, function, os.name(f, path, CWD), f.string(name), value.address(), size, 0);
            return NativeFrame.bytes(value, n);
        }
    }

    @Override
    public void setxattr(String path, String name, byte[] value, int flags, boolean followSymlinks) {
        LibcFunction function = followSymlinks ? LibcFunction.SETXATTR : LibcFunction.LSETXATTR;
        try (NativeFrame f = libc.frame()) {
            long bytes = f.copyOf(value, 0, value.length).address();
            f.checkedPath(path, null, function, os.name(f, path, CWD), f.string(name), bytes, value.length, flags);
        }
    }

    @Override
    public void removexattr(String path, String name, boolean followSymlinks) {
        LibcFunction function = followSymlinks ? LibcFunction.REMOVEXATTR : LibcFunction.LREMOVEXATTR;
        try (NativeFrame f = libc.frame()) {
            f.checkedPath(path, null, function, os.name(f, path, CWD), f.string(name), 0, 0, 0);
        }
    }

    @Override
    public List<String> listxattr(String path, boolean followSymlinks) {
        LibcFunction function = followSymlinks ? LibcFunction.LISTXATTR : LibcFunction.LLISTXATTR;
        try (NativeFrame f = libc.frame()) {
            int size = 64 * 1024;
            MemorySegment buffer = f.memory(size);
            int n = f.checkedPath(path, null, function, os.name(f, path, CWD), buffer.address(), size, 0, 0);
            byte[] bytes = NativeFrame.bytes(buffer, n);
            List<String> names = new ArrayList<>();
            int start = 0;
            for (int i = 0; i < n; i++) {
                if (bytes[i] == 0) {
                    names.add(FsEncoding.decode(bytes, start, i));
                    start = i + 1;
                }
            }
            return names;
        }
    }
}
