package dev.clutch.extension.spi;

/**
 * What code outside the interpreter holds of it: a listener that a Java library calls, a timer, a thread of its own. It keeps nothing alive and may be held anywhere; when the interpreter closes, it is revoked.
 * A thread state, in contrast, is good for the call that got it.
 *
 * {@snippet :
 * InterpreterHandle handle = ts.interpreter().handle();
 * library.onEvent(event -> handle.run(inside -> inside.call(function, event.name())));
 * }
 *
 * Answers to {@code PyInterpreterView} of PEP 788.
 */
@Stability(since = "0.1")
public abstract class InterpreterHandle {
    /** For the runtime. */
    protected InterpreterHandle() {}

    /** What is done inside. */
    @FunctionalInterface
    public interface Work {
        /** Does it, attached; what it raises is reported as unraisable, since there is no caller. */
        void run(ThreadState ts);
    }

    /** Returns the id of the interpreter. */
    public abstract long id();

    /**
     * Enters the interpreter with the calling thread, which waits for its lock, and does something there.
     *
     * @return false when nothing was done, since the interpreter closes or is closed
     */
    public abstract boolean run(Work work);
}
