package dev.clutch.extensions.builtin.select;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsPolling;
import dev.clutch.extension.spi.os.WakeHandle;
import dev.clutch.extensions.builtin.posix.FileDescriptors;
import org.jspecify.annotations.Nullable;

/** {@code select.epoll}. */
@ExtensionType(name = "select.epoll", doc = "Waits for descriptors that are registered in the kernel.")
final class Epoll extends PyObject {
    private static final int EPOLL_CLOEXEC = 02000000;
    /** As many events as CPython takes when it is not told. */
    private static final int FD_SETSIZE = 1024;

    private int fd;

    private Epoll(PyType type, int fd) {
        super(type);
        this.fd = fd;
    }

    @Expose(signature = "(sizehint=-1, flags=0)")
    static Object __new__(ThreadState ts, PyType cls, int sizehint, int flags) {
        if (sizehint == -1) {
            sizehint = FD_SETSIZE;
        } else if (sizehint <= 0) {
            throw ts.valueError("negative sizehint");
        }
        if (flags != 0 && flags != EPOLL_CLOEXEC) {
            throw ts.error("OSError", "invalid flags");
        }
        try {
            return new Epoll(cls, ts.os().polling().epollCreate(EPOLL_CLOEXEC));
        } catch (OsException e) {
            throw ts.osError(e, null, null);
        }
    }

    @Expose(signature = "(fd, /)", kind = Expose.Kind.CLASS, doc = "Make one from its descriptor.")
    static Object fromfd(ThreadState ts, PyType cls, int fd) {
        return new Epoll(cls, fd);
    }

    private int open(ThreadState ts) {
        if (fd < 0) {
            throw ts.valueError("I/O operation on closed epoll object");
        }
        return fd;
    }

    @Expose(doc = "Close the descriptor.")
    void close(ThreadState ts) {
        int old = fd;
        if (old >= 0) {
            fd = -1;
            try {
                ts.os().files().close(old);
            } catch (OsException e) {
                throw ts.osError(e, null, null);
            }
        }
    }

    @Getter(doc = "Whether it is closed.")
    boolean closed(ThreadState ts) {
        return fd < 0;
    }

    @Expose(doc = "The descriptor.")
    long fileno(ThreadState ts) {
        return open(ts);
    }

    private void control(ThreadState ts, int operation, Object target, int events) {
        int epoll = open(ts);
        int number = FileDescriptors.of(ts, target);
        OsException failure;
        ts.beginBlocking();
        try {
            ts.os().polling().epollControl(epoll, operation, number, events, number & 0xFFFFFFFFL);
            return;
        } catch (OsException e) {
            failure = e;
        } finally {
            ts.endBlocking();
        }
        throw ts.osError(failure, null, null);
    }

    /** The unit {@code unsigned int} of the argument clinic, which wraps. */
    private static int mask(ThreadState ts, Object events) {
        return ts.asBigInteger(events).intValue();
    }

    @Expose(signature = "(fd, eventmask=7)", doc = "Add a descriptor with the events to wait for.")
    void register(ThreadState ts, Object fd, Object eventmask) {
        control(ts, OsPolling.EPOLL_CTL_ADD, fd, mask(ts, eventmask));
    }

    @Expose(signature = "(fd, eventmask)", doc = "Change the events to wait for.")
    void modify(ThreadState ts, Object fd, Object eventmask) {
        control(ts, OsPolling.EPOLL_CTL_MOD, fd, mask(ts, eventmask));
    }

    @Expose(signature = "(fd)", doc = "Remove a descriptor.")
    void unregister(ThreadState ts, Object fd) {
        control(ts, OsPolling.EPOLL_CTL_DEL, fd, 0);
    }

    @Expose(
            signature = "(timeout=None, maxevents=-1)",
            doc = "Wait for so many seconds; return a list of descriptors with their events.")
    Object poll(ThreadState ts, @Nullable Object timeout, int maxevents) {
        int epoll = open(ts);
        long nanos = -1;
        if (timeout != null && timeout != Singleton.NONE) {
            nanos = Timeouts.seconds(ts, timeout, "timeout must be an integer or None");
            if (nanos > Integer.MAX_VALUE * 1_000_000L) {
                throw ts.error("OverflowError", "timeout is too large");
            }
            nanos = nanos < 0 ? -1 : (nanos + 999_999) / 1_000_000 * 1_000_000;
        }
        if (maxevents == -1) {
            maxevents = FD_SETSIZE - 1;
        } else if (maxevents < 1) {
            throw ts.valueError("maxevents must be greater than 0, got " + maxevents);
        }
        long[] data = new long[maxevents];
        int[] events = new int[maxevents];
        int count = await(ts, epoll, data, events, nanos);
        Object[] out = new Object[count];
        for (int i = 0; i < count; i++) {
            out[i] = ts.newTuple((long) (int) data[i], events[i] & 0xFFFFFFFFL);
        }
        return ts.newList(out);
    }

    private static int await(ThreadState ts, int epoll, long[] data, int[] events, long nanos) {
        OsPolling polling = ts.os().polling();
        long start = System.nanoTime();
        long left = nanos;
        while (true) {
            OsException failure;
            WakeHandle wake = ts.beginWakeable();
            try {
                return polling.epollWait(epoll, data, events, left, wake);
            } catch (OsException e) {
                failure = e;
            } finally {
                ts.endWakeable(wake);
            }
            ts.retryOrRaise(failure);
            left = Timeouts.rest(nanos, start);
        }
    }

    @Expose
    Object __enter__(ThreadState ts) {
        open(ts);
        return this;
    }

    @Expose(signature = "(exc_type=None, exc_value=None, exc_tb=None, /)")
    void __exit__(ThreadState ts, Object exc_type, Object exc_value, Object exc_tb) {
        close(ts);
    }
}
