package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other threads out of a buffer while the raw stream is called, which may give the interpreter's lock up. Its fields are touched under that lock, so an uncontended
 * entry costs a comparison; only {@link #turn} is waited for without it.
 */
final class StreamLock {
    private @Nullable Thread owner;
    private int waiting;

    /** Grows with every leaving; guarded by this object's monitor. */
    private long turn;

    void enter(ThreadState ts, PyObject stream) {
        Thread me = Thread.currentThread();
        while (owner != null) {
            if (owner == me) {
                throw ts.error("RuntimeError", "reentrant call inside " + ts.reprText(stream));
            }
            long seen;
            synchronized (this) {
                seen = turn;
            }
            waiting++;
            ts.beginBlocking();
            try {
                await(seen);
            } finally {
                ts.endBlocking();
                waiting--;
            }
        }
        owner = me;
    }

    private synchronized void await(long seen) {
        boolean interrupted = false;
        while (turn == seen) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void leave() {
        owner = null;
        if (waiting > 0) {
            synchronized (this) {
                turn++;
                notifyAll();
            }
        }
    }
}
