package dev.clutch.extensions.builtin.sre;

/** Asked from time to time while a match runs, so that a runaway one can be ended by a signal or an exception. */
public interface InterruptCheck {

    /** Returns to let the match go on; an exception ends it and reaches the caller of the matcher. */
    void check();
}
