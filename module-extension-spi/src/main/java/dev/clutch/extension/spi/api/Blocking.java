package dev.clutch.extension.spi.api;

import dev.clutch.extension.spi.Stability;
import dev.clutch.extension.spi.os.Os;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.WakeHandle;

/** Giving up the interpreter's lock, and being interrupted. */
@Stability(since = "0.1")
public interface Blocking {
    /** Releases the interpreter's lock ({@code Py_BEGIN_ALLOW_THREADS}): no Python object may be touched until {@link #endBlocking}. */
    void beginBlocking();

    /** Takes the lock again ({@code Py_END_ALLOW_THREADS}). */
    void endBlocking();

    /**
     * As {@link #beginBlocking} for a call that signals, pending calls and the end of the interpreter may wake, through the handle:
     *
     * {@snippet :
     * while (true) {
     *     WakeHandle wake = ts.beginWakeable();
     *     try {
     *         return os.files().read(fd, buffer, 0, n, wake);
     *     } catch (OsException e) {
     *         failure = e;
     *     } finally {
     *         ts.endWakeable(wake);
     *     }
     *     ts.retryOrRaise(failure);
     * }
     * }
     */
    WakeHandle beginWakeable();

    /** Ends what {@link #beginWakeable} began: takes the lock again. */
    void endWakeable(WakeHandle handle);

    /** Returns when the call was only woken, after the handlers have run without raising, so that it is made again (PEP 475); raises any other failure. */
    void retryOrRaise(OsException failure);

    /** Handles signals, pending calls and interruption, and lets a thread that waits for the lock have it; long loops call it now and then. */
    void checkInterrupts();

    /**
     * Handles signals and interruption, no more: the lock stays here ({@code PyErr_CheckSignals}). For loops in the middle of which no other thread may look, above all those over iterators: that
     * {@code list(d)} is one step is what programs rely on.
     */
    void checkSignals();

    /** The operating system as this interpreter sees it. */
    Os os();
}
