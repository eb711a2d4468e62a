package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsFile;
import dev.clutch.extension.spi.os.OsFiles;
import dev.clutch.extension.spi.os.OsPaths;
import dev.clutch.extension.spi.os.OsStat;
import dev.clutch.extension.spi.os.OsTerminal;
import dev.clutch.extension.spi.os.WakeHandle;
import java.io.IOException;
import java.io.RandomAccessFile;
import org.jspecify.annotations.Nullable;

/**
 * Virtual descriptors. A file opened for writing must be readable too, since the JDK's random access opens it for both.
 */
final class PortableFiles extends OsFiles {
    private final PortablePaths paths;
    private final VirtualDescriptors descriptors;
    private final OsTerminal terminal;

    PortableFiles(PortablePaths paths, VirtualDescriptors descriptors, OsTerminal terminal) {
        this.paths = paths;
        this.descriptors = descriptors;
        this.terminal = terminal;
    }

    @Override
    public OsFile openFile(String path, int flags, int mode) {
        return fileOf(open(path, flags, mode, OsPaths.CWD));
    }

    @Override
    public OsFile fileOf(int fd) {
        return new DescriptorFile(this, terminal, fd);
    }

    @Override
    public int open(String path, int flags, int mode, int dirFd) {
        String resolved = paths.resolve(path, dirFd);
        boolean writing = (flags & O_ACCMODE) != O_RDONLY;
        try {
            boolean exists = create(path, resolved, flags, mode);
            if (exists && writing && paths.statResolved(resolved, path, true).isDirectory()) {
                throw new OsException(Errno.EISDIR, path);
            }
            RandomAccessFile file =
                    new RandomAccessFile(paths.path(resolved, path).toFile(), writing ? "rw" : "r");
            if (writing && (flags & O_TRUNC) != 0) {
                file.setLength(0);
            }
            return descriptors.add(new VirtualRegularFile(paths, resolved, file, flags));
        } catch (IOException e) {
            throw IoErrors.translate(e, path);
        }
    }

    /** Makes the file when it must be made; whether it was there before. */
    private boolean create(String path, String resolved, int flags, int mode) throws IOException {
        try {
            paths.statResolved(resolved, path, (flags & O_EXCL) == 0);
        } catch (OsException e) {
            if (e.errno() != Errno.ENOENT || (flags & O_CREAT) == 0) {
                throw e;
            }
            paths.createFile(resolved, path, mode);
            return false;
        }
        if ((flags & O_CREAT) != 0 && (flags & O_EXCL) != 0) {
            throw new OsException(Errno.EEXIST, path);
        }
        return true;
    }

    @Override
    public void close(int fd) {
        descriptors.close(fd);
    }

    @Override
    public void closeRange(int low, int high) {
        for (int fd : descriptors.between(low, high)) {
            try {
                descriptors.close(fd);
            } catch (OsException e) {
                // closerange ignores errors.
            }
        }
    }

    @Override
    public int read(int fd, byte[] buffer, int offset, int length, @Nullable WakeHandle wake) {
        return descriptors.get(fd).read(buffer, offset, length, wake);
    }

    @Override
    public int write(int fd, byte[] buffer, int offset, int length, @Nullable WakeHandle wake) {
        return descriptors.get(fd).write(buffer, offset, length, wake);
    }

    @Override
    public int pread(int fd, byte[] buffer, int offset, int length, long position) {
        return descriptors.get(fd).readAt(buffer, offset, length, position);
    }

    @Override
    public int pwrite(int fd, byte[] buffer, int offset, int length, long position) {
        return descriptors.get(fd).writeAt(buffer, offset, length, position);
    }

    @Override
    public long seek(int fd, long offset, int whence) {
        return descriptors.get(fd).seek(offset, whence);
    }

    @Override
    public void truncate(int fd, long length) {
        descriptors.get(fd).truncate(length);
    }

    @Override
    public void sync(int fd) {
        descriptors.get(fd).sync();
    }

    @Override
    public int dup(int fd) {
        return descriptors.add(descriptors.get(fd));
    }

    @Override
    public int dup2(int fd, int fd2, boolean inheritable) {
        VirtualFile file = descriptors.get(fd);
        if (fd != fd2) {
            descriptors.put(fd2, file);
        }
        return fd2;
    }

    @Override
    public int[] pipe(int flags) {
        VirtualPipe pipe = new VirtualPipe();
        pipe.reader.setBlocking((flags & O_NONBLOCK) == 0);
        pipe.writer.setBlocking((flags & O_NONBLOCK) == 0);
        pipe.reader.setInheritable((flags & O_CLOEXEC) == 0);
        pipe.writer.setInheritable((flags & O_CLOEXEC) == 0);
        return new int[] {descriptors.add(pipe.reader), descriptors.add(pipe.writer)};
    }

    @Override
    public OsStat stat(int fd) {
        return descriptors.get(fd).stat();
    }

    @Override
    public boolean isInheritable(int fd) {
        return descriptors.get(fd).isInheritable();
    }

    @Override
    public void setInheritable(int fd, boolean inheritable) {
        descriptors.get(fd).setInheritable(inheritable);
    }

    @Override
    public boolean isBlocking(int fd) {
        return descriptors.get(fd).isBlocking();
    }

    @Override
    public void setBlocking(int fd, boolean blocking) {
        descriptors.get(fd).setBlocking(blocking);
    }

    @Override
    public int available(int fd) {
        return descriptors.get(fd).available();
    }
}
