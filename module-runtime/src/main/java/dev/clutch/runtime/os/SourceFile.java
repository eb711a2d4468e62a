package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsFile;
import dev.clutch.extension.spi.os.OsFiles;
import dev.clutch.extension.spi.os.OsPaths;
import dev.clutch.extension.spi.os.OsStat;
import dev.clutch.extension.spi.os.WakeHandle;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A regular file open for reading through the JDK. {@link #fileno} finds the descriptor that the JDK hides: it moves
 * the offset to a mark nobody else has, looks for that mark in {@code /proc/self/fdinfo}, duplicates the descriptor
 * found (one open file, one offset), and closes the JDK's. A RandomAccessFile is used since, unlike a channel, it
 * isn't closed by an interrupt of the thread.
 */
final class SourceFile extends OsFile {
    private static final long MARK = 1L << 40;
    private static final String OPEN_FILES = "/proc/self/fdinfo";

    private final PosixFiles files;
    private final String resolved;
    private final OsStat stat;
    private @Nullable RandomAccessFile file;
    private @Nullable OsFile real;

    SourceFile(PosixFiles files, String resolved, OsStat stat, RandomAccessFile file) {
        this.files = files;
        this.resolved = resolved;
        this.stat = stat;
        this.file = file;
    }

    private RandomAccessFile open() {
        RandomAccessFile open = file;
        if (open == null) {
            throw new OsException(Errno.EBADF);
        }
        return open;
    }

    @Override
    public synchronized int fileno() {
        if (real == null) {
            RandomAccessFile jdk = open();
            try {
                real = materialise(jdk);
                jdk.close();
                file = null;
            } catch (IOException e) {
                throw IoErrors.translate(e);
            }
        }
        return real.fileno();
    }

    private OsFile materialise(RandomAccessFile jdk) throws IOException {
        long offset = jdk.getFilePointer();
        int hidden = -1;
        try {
            long mark = MARK + (System.nanoTime() & (MARK - 1));
            jdk.seek(mark);
            hidden = descriptorAt(mark);
        } catch (IOException e) {
            // A file system without such offsets; the path is opened again below.
        }
        jdk.seek(offset);
        if (hidden >= 0) {
            return files.fileOf(files.dup(hidden));
        }
        OsFile again = files.fileOf(files.open(resolved, OsFiles.O_RDONLY, 0, OsPaths.CWD));
        again.seek(offset, OsFiles.SEEK_SET);
        return again;
    }

    /** The descriptor of this process whose offset is the mark, or -1. */
    private static int descriptorAt(long mark) {
        String[] names = new File(OPEN_FILES).list();
        if (names == null) {
            return -1;
        }
        String row = "pos:\t" + mark + "\n";
        byte[] buffer = new byte[64];
        for (String name : names) {
            try (FileInputStream in = new FileInputStream(new File(OPEN_FILES, name))) {
                int length = in.read(buffer);
                if (length > 0 && new String(buffer, 0, length, StandardCharsets.ISO_8859_1).startsWith(row)) {
                    return Integer.parseInt(name);
                }
            } catch (IOException e) {
                // Closed by its owner since the list was read: not ours.
            }
        }
        return -1;
    }

    @Override
    public synchronized int read(byte[] buffer, int offset, int length, @Nullable WakeHandle wake) {
        if (real != null) {
            return real.read(buffer, offset, length, wake);
        }
        try {
            return Math.max(0, open().read(buffer, offset, length));
        } catch (IOException e) {
            throw IoErrors.translate(e);
        }
    }

    @Override
    public synchronized int write(byte[] buffer, int offset, int length, @Nullable WakeHandle wake) {
        throw new OsException(Errno.EBADF);
    }

    @Override
    public synchronized long seek(long offset, int whence) {
        if (real != null) {
            return real.seek(offset, whence);
        }
        RandomAccessFile jdk = open();
        try {
            long base;
            if (whence == OsFiles.SEEK_SET) {
                base = 0;
            } else if (whence == OsFiles.SEEK_CUR) {
                base = jdk.getFilePointer();
            } else if (whence == OsFiles.SEEK_END) {
                base = jdk.length();
            } else {
                return files.seek(fileno(), offset, whence);
            }
            if (base + offset < 0) {
                throw new OsException(Errno.EINVAL);
            }
            jdk.seek(base + offset);
            return base + offset;
        } catch (IOException e) {
            throw IoErrors.translate(e);
        }
    }

    @Override
    public synchronized void truncate(long length) {
        fileno();
        throw new OsException(Errno.EINVAL);
    }

    /** The file as it was when it was opened, with its size now. */
    @Override
    public synchronized OsStat stat() {
        if (real != null) {
            return real.stat();
        }
        try {
            return open().length() == stat.size() ? stat : files.stat(fileno());
        } catch (IOException e) {
            throw IoErrors.translate(e);
        }
    }

    @Override
    public synchronized boolean isTerminal() {
        if (isClosed()) {
            throw new OsException(Errno.EBADF);
        }
        return false;
    }

    @Override
    public synchronized boolean isClosed() {
        return real != null ? real.isClosed() : file == null;
    }

    @Override
    public synchronized void close() {
        if (real != null) {
            real.close();
            return;
        }
        RandomAccessFile jdk = file;
        file = null;
        if (jdk != null) {
            try {
                jdk.close();
            } catch (IOException e) {
                throw IoErrors.translate(e);
            }
        }
    }
}
