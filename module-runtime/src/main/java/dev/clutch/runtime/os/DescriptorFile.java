package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsFile;
import dev.clutch.extension.spi.os.OsFiles;
import dev.clutch.extension.spi.os.OsStat;
import dev.clutch.extension.spi.os.OsTerminal;
import dev.clutch.extension.spi.os.WakeHandle;
import org.jspecify.annotations.Nullable;

/** An open file that has its number from the start. */
final class DescriptorFile extends OsFile {
    private final OsFiles files;
    private final OsTerminal terminal;
    private final int fd;
    private boolean closed;

    DescriptorFile(OsFiles files, OsTerminal terminal, int fd) {
        this.files = files;
        this.terminal = terminal;
        this.fd = fd;
    }

    @Override
    public int fileno() {
        if (isClosed()) {
            throw new OsException(Errno.EBADF);
        }
        return fd;
    }

    @Override
    public int read(byte[] buffer, int offset, int length, @Nullable WakeHandle wake) {
        return files.read(fileno(), buffer, offset, length, wake);
    }

    @Override
    public int write(byte[] buffer, int offset, int length, @Nullable WakeHandle wake) {
        return files.write(fileno(), buffer, offset, length, wake);
    }

    @Override
    public long seek(long offset, int whence) {
        return files.seek(fileno(), offset, whence);
    }

    @Override
    public void truncate(long length) {
        files.truncate(fileno(), length);
    }

    @Override
    public OsStat stat() {
        return files.stat(fileno());
    }

    @Override
    public boolean isTerminal() {
        return terminal.isTerminal(fileno());
    }

    @Override
    public synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        files.close(fd);
    }
}
