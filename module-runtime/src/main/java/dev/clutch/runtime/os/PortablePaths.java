package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsDirectoryEntry;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsPaths;
import dev.clutch.extension.spi.os.OsStat;
import dev.clutch.extension.spi.os.OsStatVfs;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.AccessMode;
import java.nio.file.FileStore;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Paths by java.nio.file. There are no directory descriptors, hence no {@code dir_fd}. */
final class PortablePaths extends OsPaths {
    private final NioPaths nio;
    private final WorkingDirectory directory;
    private final boolean posixModes;

    PortablePaths(NioPaths nio, WorkingDirectory directory) {
        this.nio = nio;
        this.directory = directory;
        posixModes = FileSystems.getDefault().supportedFileAttributeViews().contains("unix");
    }

    String resolve(String path, int dirFd) {
        if (dirFd != CWD && !path.startsWith("/")) {
            throw OsException.unsupported(
                    "dir_fd needs native access;" + " start Java with --enable-native-access=dev.clutch.runtime");
        }
        if (path.isEmpty()) {
            throw new OsException(Errno.ENOENT, path);
        }
        return directory.resolve(path);
    }

    Path path(String resolved, String shown) {
        Path path = nio.path(resolved);
        if (path == null) {
            throw new OsException(Errno.EILSEQ, shown);
        }
        return path;
    }

    private Path at(String path, int dirFd) {
        return path(resolve(path, dirFd), path);
    }

    OsStat statResolved(String resolved, String shown, boolean follow) {
        try {
            return nio.stat(path(resolved, shown), shown, follow, null);
        } catch (NioPaths.Unclear e) {
            throw IoErrors.translate(e, shown);
        }
    }

    void createFile(String resolved, String shown, int mode) throws IOException {
        if (posixModes) {
            Files.createFile(path(resolved, shown), PosixFilePermissions.asFileAttribute(permissions(mode)));
        } else {
            Files.createFile(path(resolved, shown));
        }
    }

    /** Owner, group, others, each read, write, execute: the order of the enum and of the bits. */
    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
        int bit = 0400;
        for (PosixFilePermission permission : PosixFilePermission.values()) {
            if ((mode & bit) != 0) {
                set.add(permission);
            }
            bit >>= 1;
        }
        return set;
    }

    @Override
    public String getcwd() {
        return directory.get();
    }

    @Override
    public void chdir(String path) {
        boolean isDirectory = stat(path, CWD, true).isDirectory();
        WorkingDirectory.requireDirectory(isDirectory, access(path, X_OK, CWD, false, true), path);
        directory.set(realpath(path));
    }

    @Override
    public String resolve(String path) {
        return directory.resolve(path);
    }

    @Override
    public OsStat stat(String path, int dirFd, boolean followSymlinks) {
        return statResolved(resolve(path, dirFd), path, followSymlinks);
    }

    @Override
    public boolean access(String path, int mode, int dirFd, boolean effectiveIds, boolean followSymlinks) {
        Path file = at(path, dirFd);
        if (!followSymlinks && Files.isSymbolicLink(file)) {
            return true;
        }
        Set<AccessMode> modes = EnumSet.noneOf(AccessMode.class);
        if ((mode & R_OK) != 0) {
            modes.add(AccessMode.READ);
        }
        if ((mode & W_OK) != 0) {
            modes.add(AccessMode.WRITE);
        }
        if ((mode & X_OK) != 0) {
            modes.add(AccessMode.EXECUTE);
        }
        try {
            file.getFileSystem().provider().checkAccess(file, modes.toArray(new AccessMode[0]));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void chmod(String path, int mode, int dirFd, boolean followSymlinks) {
        Path file = at(path, dirFd);
        if (!followSymlinks && Files.isSymbolicLink(file)) {
            throw new OsException(Errno.EOPNOTSUPP, path);
        }
        try {
            Files.setAttribute(file, "unix:mode", mode & 07777);
        } catch (IOException | UnsupportedOperationException e) {
            throw IoErrors.translate(e, path);
        }
    }

    @Override
    public void chown(String path, int uid, int gid, int dirFd, boolean followSymlinks) {
        Path file = at(path, dirFd);
        try {
            if (uid != -1) {
                Files.setAttribute(file, "unix:uid", uid, NioPaths.links(followSymlinks));
            }
            if (gid != -1) {
                Files.setAttribute(file, "unix:gid", gid, NioPaths.links(followSymlinks));
            }
        } catch (IOException | UnsupportedOperationException e) {
            throw IoErrors.translate(e, path);
        }
    }

    @Override
    public void mkdir(String path, int mode, int dirFd) {
        Path file = at(path, dirFd);
        try {
            if (posixModes) {
                Files.createDirectory(file, PosixFilePermissions.asFileAttribute(permissions(mode)));
            } else {
                Files.createDirectory(file);
            }
        } catch (IOException e) {
            throw IoErrors.translate(e, path);
        }
    }

    @Override
    public void rmdir(String path, int dirFd) {
        delete(path, dirFd, true);
    }

    @Override
    public void unlink(String path, int dirFd) {
        delete(path, dirFd, false);
    }

    private void delete(String path, int dirFd, boolean wantDirectory) {
        Path file = at(path, dirFd);
        if (stat(path, dirFd, false).isDirectory() != wantDirectory) {
            throw new OsException(wantDirectory ? Errno.ENOTDIR : Errno.EISDIR, path);
        }
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw IoErrors.translate(e, path);
        }
    }

    @Override
    public void rename(String source, String target, int sourceDirFd, int targetDirFd) {
        try {
            Files.move(at(source, sourceDirFd), at(target, targetDirFd), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw two(e, source, target);
        }
    }

    private static OsException two(IOException e, String source, String target) {
        OsException one = IoErrors.translate(e, source);
        return new OsException(one.errno(), source, target);
    }

    @Override
    public void link(String source, String target, int sourceDirFd, int targetDirFd, boolean followSymlinks) {
        try {
            Path from = at(source, sourceDirFd);
            Files.createLink(at(target, targetDirFd), followSymlinks ? from.toRealPath() : from);
        } catch (IOException e) {
            throw two(e, source, target);
        }
    }

    @Override
    public void symlink(String target, String path, int dirFd) {
        try {
            Files.createSymbolicLink(at(path, dirFd), path(target, target));
        } catch (IOException e) {
            throw two(e, target, path);
        }
    }

    @Override
    public String readlink(String path, int dirFd) {
        String target;
        try {
            target = nio.readlink(at(path, dirFd), path);
        } catch (NioPaths.Unclear e) {
            throw IoErrors.translate(e, path);
        }
        return known(target, path);
    }

    private static <T> T known(@Nullable T answer, String path) {
        if (answer == null) {
            throw new OsException(Errno.EILSEQ, path);
        }
        return answer;
    }

    @Override
    public List<String> list(String path) {
        try {
            return known(nio.list(at(path, CWD), path), path);
        } catch (NioPaths.Unclear e) {
            throw IoErrors.translate(e, path);
        }
    }

    @Override
    public List<OsDirectoryEntry> scan(String path) {
        try {
            return known(nio.scan(at(path, CWD), path), path);
        } catch (NioPaths.Unclear e) {
            throw IoErrors.translate(e, path);
        }
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
        try {
            Files.getFileAttributeView(at(path, dirFd), BasicFileAttributeView.class, NioPaths.links(followSymlinks))
                    .setTimes(time(mtimeSeconds, mtimeNanos), time(atimeSeconds, atimeNanos), null);
        } catch (IOException e) {
            throw IoErrors.translate(e, path);
        }
    }

    private static @Nullable FileTime time(long seconds, int nanos) {
        if (nanos == UTIME_OMIT) {
            return null;
        }
        return FileTime.from(nanos == UTIME_NOW ? Instant.now() : Instant.ofEpochSecond(seconds, nanos));
    }

    /** Sizes are exact; the JDK doesn't count files, so these fields are 0. */
    @Override
    public OsStatVfs statvfs(String path) {
        try {
            FileStore store = Files.getFileStore(at(path, CWD));
            long size = store.getBlockSize();
            return new OsStatVfs(
                    size,
                    size,
                    store.getTotalSpace() / size,
                    store.getUnallocatedSpace() / size,
                    store.getUsableSpace() / size,
                    0,
                    0,
                    0,
                    store.isReadOnly() ? 1 : 0,
                    255,
                    0);
        } catch (IOException e) {
            throw IoErrors.translate(e, path);
        }
    }

    @Override
    public void truncate(String path, long length) {
        if (stat(path, CWD, true).isDirectory()) {
            throw new OsException(Errno.EISDIR, path);
        }
        try (RandomAccessFile file = new RandomAccessFile(at(path, CWD).toFile(), "rw")) {
            file.setLength(length);
        } catch (IOException e) {
            throw IoErrors.translate(e, path);
        }
    }

    @Override
    public String realpath(String path) {
        try {
            return at(path, CWD).toRealPath().toString();
        } catch (IOException e) {
            throw IoErrors.translate(e, path);
        }
    }
}
