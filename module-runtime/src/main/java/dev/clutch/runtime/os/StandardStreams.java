package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * Descriptors 0, 1 and 2 through the JDK, whose streams make the same read(2) and write(2) on the same numbers: after
 * dup2(fd, 1) or close(1) they see what a native call would see.
 */
final class StandardStreams {
    private final FileInputStream in = new FileInputStream(FileDescriptor.in);
    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    private final FileOutputStream err = new FileOutputStream(FileDescriptor.err);

    /** Bytes that a read gives without blocking; 0 also at the end and where nobody knows. */
    int available() {
        try {
            return in.available();
        } catch (IOException e) {
            return 0;
        }
    }

    int read(byte[] buffer, int offset, int length) {
        try {
            return Math.max(0, in.read(buffer, offset, length));
        } catch (IOException e) {
            throw IoErrors.translate(e);
        }
    }

    int write(int fd, byte[] buffer, int offset, int length) {
        if (fd != 1 && fd != 2) {
            throw new OsException(Errno.EBADF);
        }
        try {
            (fd == 1 ? out : err).write(buffer, offset, length);
            return length;
        } catch (IOException e) {
            throw IoErrors.translate(e);
        }
    }
}
