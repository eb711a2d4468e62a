package dev.clutch.extensions.builtin.select;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsPolling;
import dev.clutch.extension.spi.os.WakeHandle;
import dev.clutch.extensions.builtin.time.Moments;

/** Timeouts, and waits that go on after a signal for the rest of their time. */
final class Timeouts {
    private Timeouts() {}

    /** Nanoseconds of a number of seconds; {@code message} for what is no number. */
    static long seconds(ThreadState ts, Object timeout, String message) {
        try {
            return Moments.timeout(ts, timeout);
        } catch (PythonException e) {
            throw ts.matches(e, "TypeError") ? ts.typeError(message) : e;
        }
    }

    /** Fills {@code ready}; below zero waits for ever. */
    static void poll(ThreadState ts, int[] fds, int[] events, int[] ready, long nanos) {
        OsPolling polling = ts.os().polling();
        long start = System.nanoTime();
        long left = nanos;
        while (true) {
            OsException failure;
            WakeHandle wake = ts.beginWakeable();
            try {
                polling.poll(fds, events, ready, left, wake);
                return;
            } catch (OsException e) {
                failure = e;
            } finally {
                ts.endWakeable(wake);
            }
            ts.retryOrRaise(failure);
            left = rest(nanos, start);
        }
    }

    /** The rest of a timeout; below zero stays for ever. */
    static long rest(long nanos, long start) {
        return nanos < 0 ? nanos : Math.max(0, nanos - (System.nanoTime() - start));
    }
}
