package dev.clutch.extension.spi.api;

import dev.clutch.extension.spi.os.Os;

/** Giving up the interpreter's lock, and being interrupted. */
public interface Blocking {
    /** Releases the interpreter's lock ({@code Py_BEGIN_ALLOW_THREADS}): no Python object may be touched until {@link #endBlocking}. */
    void beginBlocking();

    /** Takes the lock again ({@code Py_END_ALLOW_THREADS}). */
    void endBlocking();

    /** Handles signals, pending calls and interruption; long loops call it now and then ({@code PyErr_CheckSignals}). */
    void checkInterrupts();

    /** The operating system as this interpreter sees it. */
    Os os();
}
