package dev.clutch.runtime;

import org.jspecify.annotations.Nullable;

/** Runs when a runtime or an interpreter closes. Answers to {@code Py_AtExit} and {@code PyUnstable_AtExit}. */
@FunctionalInterface
public interface ExitCallback {
    /** Called once. For an interpreter's callback {@code ts} is the closing thread, attached; for a runtime's it is null, since no interpreter is left. */
    void run(@Nullable RuntimeThreadState ts);
}
