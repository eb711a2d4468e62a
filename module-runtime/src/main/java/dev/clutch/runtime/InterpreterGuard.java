package dev.clutch.runtime;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps an interpreter from closing: close waits for it until the deadline, and names it if it is not given back. Answers to {@code PyInterpreterGuard} of PEP 788. May be closed by another
 * thread than the one that got it.
 */
public final class InterpreterGuard implements AutoCloseable {
    private final RuntimeInterpreter interpreter;
    private final String purpose;
    private final String holder;
    private final AtomicBoolean closed = new AtomicBoolean();

    InterpreterGuard(RuntimeInterpreter interpreter, String purpose) {
        this.interpreter = interpreter;
        this.purpose = purpose;
        this.holder = RuntimeThreadState.describe(Thread.currentThread());
    }

    /** Returns the interpreter that is kept open. */
    public RuntimeInterpreter interpreter() {
        return interpreter;
    }

    /** Returns a weak handle: {@code PyInterpreterView_FromCurrent}. */
    public InterpreterView view() {
        return interpreter.view();
    }

    /** Enters the interpreter, also while a close waits for this guard: {@code PyThreadState_Ensure}. */
    public Attachment attach() {
        if (closed.get()) {
            throw new InterpreterClosedException(this + " is given back already");
        }
        return Attachment.enter(interpreter, null, true);
    }

    /** Gives the guard back: {@code PyInterpreterGuard_Close}. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            interpreter.members().release(this);
        }
    }

    @Override
    public String toString() {
        return "guard for " + purpose + " held by " + holder;
    }
}
