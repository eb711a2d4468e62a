package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsFiles;
import dev.clutch.extension.spi.os.OsStat;
import dev.clutch.extension.spi.os.WakeHandle;
import java.io.IOException;
import java.io.RandomAccessFile;
import org.jspecify.annotations.Nullable;

/** A file on disk by a RandomAccessFile, which an interrupted thread doesn't close, unlike a channel. */
final class VirtualRegularFile extends VirtualFile {
    private final PortablePaths paths;
    private final String path;
    private final RandomAccessFile file;
    private final int flags;

    VirtualRegularFile(PortablePaths paths, String path, RandomAccessFile file, int flags) {
        this.paths = paths;
        this.path = path;
        this.file = file;
        this.flags = flags;
    }

    private void require(boolean writing) {
        int access = flags & OsFiles.O_ACCMODE;
        if (access == (writing ? OsFiles.O_RDONLY : OsFiles.O_WRONLY)) {
            throw new OsException(Errno.EBADF);
        }
    }

    @Override
    synchronized int read(byte[] buffer, int offset, int length, @Nullable WakeHandle wake) {
        require(false);
        try {
            return Math.max(0, file.read(buffer, offset, length));
        } catch (IOException e) {
            throw IoErrors.translate(e);
        }
    }

    @Override
    synchronized int write(byte[] buffer, int offset, int length, @Nullable WakeHandle wake) {
        require(true);
        try {
            if ((flags & OsFiles.O_APPEND) != 0) {
                file.seek(file.length());
            }
            file.write(buffer, offset, length);
            return length;
        } catch (IOException e) {
            throw IoErrors.translate(e);
        }
    }

    @Override
    synchronized int readAt(byte[] buffer, int offset, int length, long position) {
        require(false);
        try {
            long old = file.getFilePointer();
            file.seek(position);
            int n = Math.max(0, file.read(buffer, offset, length));
            file.seek(old);
            return n;
        } catch (IOException e) {
            throw IoErrors.translate(e);
        }
    }

    @Override
    synchronized int writeAt(byte[] buffer, int offset, int length, long position) {
        require(true);
        try {
            long old = file.getFilePointer();
            file.seek((flags & OsFiles.O_APPEND) != 0 ? file.length() : position);
            file.write(buffer, offset, length);
            file.seek(old);
            return length;
        } catch (IOException e) {
            throw IoErrors.translate(e);
        }
    }

    @Override
    synchronized long seek(long offset, int whence) {
        try {
            long target = target(offset, whence, file.getFilePointer(), file.length());
            file.seek(target);
            return target;
        } catch (IOException e) {
            throw IoErrors.translate(e);
        }
    }

    /** Keeps the offset, which setLength would pull back to the end. */
    @Override
    synchronized void truncate(long length) {
        if ((flags & OsFiles.O_ACCMODE) == OsFiles.O_RDONLY || length < 0) {
            throw new OsException(Errno.EINVAL);
        }
        try {
            long old = file.getFilePointer();
            file.setLength(length);
            file.seek(old);
        } catch (IOException e) {
            throw IoErrors.translate(e);
        }
    }

    @Override
    synchronized void sync() {
        try {
            file.getFD().sync();
        } catch (IOException e) {
            throw IoErrors.translate(e);
        }
    }

    @Override
    synchronized int available() {
        try {
            return (int) Math.min(Integer.MAX_VALUE, Math.max(0, file.length() - file.getFilePointer()));
        } catch (IOException e) {
            throw IoErrors.translate(e);
        }
    }

    @Override
    OsStat stat() {
        return paths.statResolved(path, path, true);
    }

    @Override
    synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw IoErrors.translate(e);
        }
    }
}
