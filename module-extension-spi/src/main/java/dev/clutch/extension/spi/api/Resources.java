package dev.clutch.extension.spi.api;

import dev.clutch.extension.spi.Stability;

/**
 * Named resources that exist once for all interpreters, each with a lock that the runtime holds; see {@link dev.clutch.extension.spi.SharedResource} for whole methods.
 *
 * {@snippet :
 * ts.acquireResource("libcups");
 * try {
 *     return cups.jobs();
 * } finally {
 *     ts.releaseResource("libcups");
 * }
 * }
 *
 * <p>Taking two resources in one order here and in the other there warns with a RuntimeWarning, once for the two names, wherever in the runtime the two places are.
 */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public interface Resources {
    /**
     * Takes the lock of a resource. While it waits, first come, first served, the interpreter's lock is given back, and signals and interruption are handled. A thread that holds it takes it once more.
     *
     * @throws dev.clutch.extension.spi.PythonException what an interruption raises; RuntimeError when the wait would never end, since the holder waits for what this thread holds
     */
    void acquireResource(String resource);

    /**
     * Gives the lock back; it needs no interpreter's lock. What a thread still holds when it leaves the interpreter is given back then.
     *
     * @throws dev.clutch.extension.spi.PythonException RuntimeError when this thread doesn't hold it
     */
    void releaseResource(String resource);
}
