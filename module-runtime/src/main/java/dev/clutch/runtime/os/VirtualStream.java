package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsPolling;
import dev.clutch.extension.spi.os.OsStat;
import dev.clutch.extension.spi.os.WakeHandle;
import java.nio.file.FileSystems;
import org.jspecify.annotations.Nullable;

/** Standard input, output or error of the JVM. Closing it forgets the number; the JVM keeps its stream. */
final class VirtualStream extends VirtualFile {
    private final StandardStreams streams;
    private final int fd;

    VirtualStream(StandardStreams streams, int fd) {
        this.streams = streams;
        this.fd = fd;
        setInheritable(true);
    }

    int number() {
        return fd;
    }

    /** With a wake handle, input is looked at every few milliseconds until there is some, or nothing can come. */
    @Override
    int read(byte[] buffer, int offset, int length, @Nullable WakeHandle wake) {
        if (fd != 0) {
            throw new OsException(Errno.EBADF);
        }
        if (wake != null && isTerminal()) {
            while (streams.available() == 0) {
                if (wake.await(10_000_000)) {
                    wake.check();
                }
            }
        }
        return streams.read(buffer, offset, length);
    }

    @Override
    int write(byte[] buffer, int offset, int length, @Nullable WakeHandle wake) {
        return streams.write(fd, buffer, offset, length);
    }

    @Override
    int available() {
        return fd == 0 ? streams.available() : 0;
    }

    @Override
    int ready(int events) {
        return fd == 0 ? streams.available() > 0 ? events & OsPolling.POLLIN : 0 : events & OsPolling.POLLOUT;
    }

    @Override
    boolean isTerminal() {
        return stat().isCharacterDevice() && (stat().rdev() >> 8 & 0xFFF) != 1;
    }

    @Override
    OsStat stat() {
        try {
            return new NioPaths().stat(FileSystems.getDefault().getPath("/proc/self/fd/" + fd), "", true, null);
        } catch (NioPaths.Unclear | OsException e) {
            return typeOnly(OsStat.S_IFIFO);
        }
    }

    @Override
    void close() {
        // The stream belongs to the JVM.
    }
}
