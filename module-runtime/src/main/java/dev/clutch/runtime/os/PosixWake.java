package dev.clutch.runtime.os;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsFiles;
import dev.clutch.extension.spi.os.WakeHandle;
import java.lang.foreign.MemorySegment;

/** A wake handle with an eventfd(2), made by the first call that blocks in the kernel. */
final class PosixWake extends WakeHandle {
    private static final int EFD_NONBLOCK_CLOEXEC = 02004000;

    private static final int FIRST_NUMBER = 512;

    private final Libc libc;
    private int eventFd = -1;
    private boolean closed;

    PosixWake(Libc libc) {
        this.libc = libc;
    }

    /** The descriptor that is readable while the handle is fired. */
    int descriptor() {
        locked(new Runnable() {
            @Override
            public void run() {
                if (closed) {
                    throw new IllegalStateException("closed wake handle");
                }
                if (eventFd < 0) {
                    try (NativeFrame frame = libc.frame()) {
                        eventFd = outOfTheWay(
                                frame, frame.checked(LibcFunction.EVENTFD, isFired() ? 1 : 0, EFD_NONBLOCK_CLOEXEC));
                    }
                }
            }
        });
        return eventFd;
    }

    /** Programs count on getting the lowest free number, so ours is a high one where the limit allows. */
    private static int outOfTheWay(NativeFrame frame, int fd) {
        int high = (int) frame.call(LibcFunction.FCNTL, fd, OsFiles.F_DUPFD_CLOEXEC, FIRST_NUMBER);
        if (high == -1) {
            return fd;
        }
        frame.call(LibcFunction.CLOSE, fd);
        return high;
    }

    @Override
    protected void fired() {
        if (eventFd >= 0) {
            transfer(LibcFunction.WRITE);
        }
    }

    @Override
    protected void cleared() {
        if (eventFd >= 0) {
            transfer(LibcFunction.READ);
        }
    }

    private void transfer(LibcFunction function) {
        try (NativeFrame frame = libc.frame()) {
            MemorySegment one = frame.memory(8);
            one.set(JAVA_LONG_UNALIGNED, 0, 1);
            frame.checked(function, eventFd, one.address(), 8);
        } catch (OsException e) {
            throw new IllegalStateException("the wake descriptor " + eventFd + " was closed by other code", e);
        }
    }

    @Override
    public void close() {
        locked(new Runnable() {
            @Override
            public void run() {
                closed = true;
                if (eventFd >= 0) {
                    try (NativeFrame frame = libc.frame()) {
                        frame.call(LibcFunction.CLOSE, eventFd);
                    }
                    eventFd = -1;
                }
            }
        });
    }
}
