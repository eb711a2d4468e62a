package dev.clutch.runtime;

import dev.clutch.extension.spi.InterpreterHandle;
import dev.clutch.extension.spi.PythonException;
import org.jspecify.annotations.Nullable;

/**
 * A weak handle of an interpreter: it neither keeps it open nor fails when it is closed, and may be held anywhere, by callbacks of Java libraries first of all. Answers to
 * {@code PyInterpreterView} of PEP 788.
 */
public final class InterpreterView extends InterpreterHandle {
    private final Runtime runtime;
    private final long id;

    InterpreterView(Runtime runtime, long id) {
        this.runtime = runtime;
        this.id = id;
    }

    @Override
    public long id() {
        return id;
    }

    /** Returns a guard, or null when the interpreter closes or is closed: {@code PyInterpreterGuard_FromView}. */
    public @Nullable InterpreterGuard tryGuard(String purpose) {
        RuntimeInterpreter interpreter = runtime.findInterpreter(id);
        return interpreter == null ? null : interpreter.members().tryGuard(interpreter, purpose);
    }

    /** Enters the interpreter, or returns null when it closes or is closed: {@code PyThreadState_EnsureFromView}. */
    public @Nullable Attachment tryAttach() {
        InterpreterGuard guard = tryGuard("attach");
        if (guard == null) {
            return null;
        }
        try {
            return guard.attach();
        } finally {
            // The attachment keeps the interpreter open from here on.
            guard.close();
        }
    }

    @Override
    public boolean run(Work work) {
        Attachment inside = tryAttach();
        if (inside == null) {
            return false;
        }
        try {
            work.run(inside.threadState());
        } catch (PythonException e) {
            inside.threadState().writeUnraisable(e, null);
        } finally {
            inside.close();
        }
        return true;
    }

    @Override
    public String toString() {
        return "view of interpreter " + id;
    }
}
