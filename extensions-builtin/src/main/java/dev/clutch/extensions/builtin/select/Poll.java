package dev.clutch.extensions.builtin.select;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extensions.builtin.posix.FileDescriptors;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code select.poll()} makes. */
@ExtensionType(name = "select.poll", exported = false)
final class Poll extends PyObject {
    private final Map<Integer, Integer> registered = new LinkedHashMap<>();
    private boolean isPolling;

    Poll(PyType type) {
        super(type);
    }

    /** {@code _PyLong_UnsignedShort_Converter}. */
    private static int events(ThreadState ts, Object mask) {
        if (!ts.isInt(mask)) {
            throw ts.typeError("an integer is required");
        }
        BigInteger n = ts.asBigInteger(mask);
        if (n.signum() < 0) {
            throw ts.valueError("value must be positive");
        }
        if (n.bitLength() > 64) {
            throw ts.error("OverflowError", "Python int too large to convert to C unsigned long");
        }
        if (n.bitLength() > 16) {
            throw ts.error("OverflowError", "Python int too large for C unsigned short");
        }
        return n.intValue();
    }

    @Expose(signature = "(fd, eventmask=7, /)", doc = "Add a descriptor with the events to wait for.")
    void register(ThreadState ts, Object fd, Object eventmask) {
        int number = FileDescriptors.of(ts, fd);
        registered.put(number, events(ts, eventmask));
    }

    @Expose(signature = "(fd, eventmask, /)", doc = "Change the events to wait for.")
    void modify(ThreadState ts, Object fd, Object eventmask) {
        int number = FileDescriptors.of(ts, fd);
        int events = events(ts, eventmask);
        if (!registered.containsKey(number)) {
            throw ts.osError(Errno.ENOENT, null, null);
        }
        registered.put(number, events);
    }

    @Expose(signature = "(fd, /)", doc = "Remove a descriptor.")
    void unregister(ThreadState ts, Object fd) {
        int number = FileDescriptors.of(ts, fd);
        if (registered.remove(number) == null) {
            throw ts.error(ts.exceptionType("KeyError"), (long) number);
        }
    }

    /** Milliseconds as {@code _PyTime_FromMillisecondsObject} rounds them. */
    private static long timeout(ThreadState ts, @Nullable Object timeout) {
        if (timeout == null || timeout == Singleton.NONE) {
            return -1;
        }
        long nanos;
        try {
            if (ts.isInstance(timeout, ts.builtinType("float"))) {
                double millis = ts.asDouble(timeout);
                if (Double.isNaN(millis)) {
                    throw ts.valueError("Invalid value NaN (not a number)");
                }
                double n = millis * 1e6;
                n = n < 0 ? Math.floor(n) : Math.ceil(n);
                if (!(n >= -0x1p63 && n < 0x1p63)) {
                    throw ts.error("OverflowError", "timestamp out of range for platform time_t");
                }
                nanos = (long) n;
            } else {
                BigInteger n = ts.asBigInteger(timeout).multiply(BigInteger.valueOf(1_000_000));
                if (n.bitLength() > 63) {
                    throw ts.error("OverflowError", "timestamp too large to convert to C _PyTime_t");
                }
                nanos = n.longValue();
            }
        } catch (PythonException e) {
            throw ts.matches(e, "TypeError") ? ts.typeError("timeout must be an integer or None") : e;
        }
        long millis = nanos < 0 ? -1 : (nanos + 999_999) / 1_000_000;
        if (nanos > Integer.MAX_VALUE * 1_000_000L) {
            throw ts.error("OverflowError", "timeout is too large");
        }
        return millis < 0 ? -1 : millis * 1_000_000;
    }

    @Expose(
            signature = "(timeout=None, /)",
            doc = "Wait for so many milliseconds; return a list of descriptors with their events.")
    Object poll(ThreadState ts, @Nullable Object timeout) {
        long nanos = timeout(ts, timeout);
        if (isPolling) {
            throw ts.error("RuntimeError", "concurrent poll() invocation");
        }
        int[] fds = new int[registered.size()];
        int[] events = new int[fds.length];
        int k = 0;
        for (Map.Entry<Integer, Integer> entry : registered.entrySet()) {
            fds[k] = entry.getKey();
            events[k++] = entry.getValue();
        }
        int[] ready = new int[fds.length];
        isPolling = true;
        try {
            Timeouts.poll(ts, fds, events, ready, nanos);
        } finally {
            isPolling = false;
        }
        Object list = ts.newList();
        for (int i = 0; i < fds.length; i++) {
            if (ready[i] != 0) {
                ts.listAppend(list, ts.newTuple((long) fds[i], ready[i] & 0xFFFFL));
            }
        }
        return list;
    }
}
