package dev.clutch.extension.spi.builtin;

import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * What the interpreters of a runtime share besides code: results that are costly to find and follow from their key alone. Key and result are immutable in depth and hold nothing of an
 * interpreter; the key is of a class of the extension's own, so that nobody else's is equal to it.
 */
public interface Sharing {
    /** Returns those of the runtime of a thread. */
    static Sharing of(ThreadState ts) {
        return (Sharing) ts;
    }

    /**
     * Returns what an interpreter of the runtime has remembered under an equal key. Null when there is nothing, or no more, and while this thread is traced, so that what a tracer waits
     * for does run.
     */
    @Nullable
    Object recall(Object key);

    /** Keeps a result for all interpreters of the runtime, as long as memory allows. */
    void remember(Object key, Object result);
}
