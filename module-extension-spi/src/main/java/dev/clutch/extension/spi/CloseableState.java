package dev.clutch.extension.spi;

/**
 * Implemented by a module class whose state holds something that the garbage collector doesn't give back: memory of an arena, a descriptor, a thread. Answers to {@code m_free}.
 */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public interface CloseableState {
    /**
     * Gives it back. Called once when the interpreter closes, also for a module whose execution failed or that is no longer in {@code sys.modules}: after all
     * finalizers, the modules made last first. What it raises is reported as unraisable.
     */
    void close(ThreadState ts);
}
