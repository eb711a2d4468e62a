package dev.clutch.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Java thread's stay in an interpreter, from entering to {@link #close}: it holds the lock, and keeps the interpreter open. Answers to the pair {@code PyThreadState_Ensure} and
 * {@code PyThreadState_Release} of PEP 788; it never guesses an interpreter, as {@code PyGILState_Ensure} does.
 *
 * <p>Attachments nest, to the same interpreter or to another: entering another gives the lock of the one before back and closing takes it again, so a thread never waits for a lock while it
 * holds one. They are closed by their thread, last opened first.
 */
public final class Attachment implements AutoCloseable {
    private final RuntimeThreadState ts;
    private final @Nullable Attachment previous;
    /** Whom we took the thread from and give it back to; null when nobody was attached. */
    private final @Nullable RuntimeThreadState resumed;
    /** Whether the thread state was made for this attachment and goes with it. */
    private final boolean owner;
    /** Whether {@link #close} detaches; false when the thread was attached to this very thread state before. */
    private final boolean detaches;

    /** What would wake the blocking call of this thread state from which the thread came in again: it waits until the thread is back there. */
    private @Nullable Waker suspended;

    private boolean closed;

    private Attachment(
            RuntimeThreadState ts,
            @Nullable Attachment previous,
            @Nullable RuntimeThreadState resumed,
            boolean owner,
            boolean detaches) {
        this.ts = ts;
        this.previous = previous;
        this.resumed = resumed;
        this.owner = owner;
        this.detaches = detaches;
    }

    /** Returns the thread state, attached as long as this is the innermost attachment of its thread. */
    public RuntimeThreadState threadState() {
        return ts;
    }

    /** Returns the interpreter. */
    public RuntimeInterpreter interpreter() {
        return ts.interpreter();
    }

    /**
     * Enters.
     *
     * @param from the attached thread state of the caller when it belongs to another runtime; null to look it up in this one
     * @param forced whether a shut door does not matter, because the caller holds a guard
     */
    static Attachment enter(RuntimeInterpreter interpreter, @Nullable RuntimeThreadState from, boolean forced) {
        Runtime runtime = interpreter.runtime();
        Attachment top = runtime.currentAttachment();
        RuntimeThreadState existing = find(interpreter, top);
        if (existing != null) {
            return push(existing, top, from, false);
        }
        Thread thread = Thread.currentThread();
        if (thread.isVirtual() && !interpreter.config().allowVirtualThreads()) {
            throw new OperationRefusedException("virtual threads may not enter " + interpreter);
        }
        RuntimeThreadState main = runtime.mainThreadState();
        if (main != null && main.interpreter() == interpreter && runtime.isMainThread(thread)) {
            if (!interpreter.members().bindMain(main, thread, forced)) {
                throw interpreter.refusal();
            }
            return push(main, top, from, true);
        }
        RuntimeThreadState made = runtime.language().createThreadState(interpreter);
        made.setKind(ThreadKind.FOREIGN);
        made.bind(thread);
        if (!interpreter.admit(made, forced)) {
            made.bind(null);
            throw interpreter.refusal();
        }
        return push(made, top, from, true);
    }

    /** Enters with a thread state that is registered and bound already. */
    static Attachment enterWith(RuntimeThreadState ts) {
        return push(ts, ts.interpreter().runtime().currentAttachment(), null, true);
    }

    /** As {@link #enterWith}, but gives up after a time: null, and the thread is where it was. */
    static @Nullable Attachment tryEnterWith(RuntimeThreadState ts, long timeoutNanos) {
        Runtime runtime = ts.interpreter().runtime();
        Attachment top = runtime.currentAttachment();
        RuntimeThreadState resumed = null;
        if (top != null && top.ts.isAttached()) {
            top.ts.detach();
            resumed = top.ts;
        }
        if (!ts.tryReattach(timeoutNanos)) {
            if (resumed != null) {
                resumed.reattach();
            }
            return null;
        }
        Attachment entered = new Attachment(ts, top, resumed, true, true);
        runtime.setCurrentAttachment(entered);
        return entered;
    }

    private static Attachment push(
            RuntimeThreadState ts, @Nullable Attachment top, @Nullable RuntimeThreadState from, boolean owner) {
        RuntimeThreadState current = from != null ? from : top == null ? null : top.ts;
        if (current == ts && ts.isAttached()) {
            if (ts.isGone()) {
                throw ts.ended();
            }
            Attachment nested = new Attachment(ts, top, null, owner, false);
            ts.interpreter().runtime().setCurrentAttachment(nested);
            return nested;
        }
        RuntimeThreadState resumed = null;
        if (current != null && current.isAttached()) {
            current.detach();
            resumed = current;
        }
        Waker suspended = ts.exchangeWaker(null);
        try {
            ts.reattach();
        } catch (Throwable t) {
            if (owner) {
                dropUnattached(ts);
            }
            if (resumed != null) {
                resumed.reattach();
            }
            throw t;
        }
        Attachment entered = new Attachment(ts, top, resumed, owner, true);
        entered.suspended = suspended;
        ts.interpreter().runtime().setCurrentAttachment(entered);
        return entered;
    }

    /** Leaves: gives the lock back and takes up what the thread was attached to before. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        Runtime runtime = ts.interpreter().runtime();
        if (runtime.currentAttachment() != this) {
            throw new IllegalStateException("attachments are closed by their thread, last opened first: " + this);
        }
        closed = true;
        try {
            if (owner && ts.kind() != ThreadKind.MAIN && ts.isAttached() && !ts.isGone()) {
                runtime.language().clearThreadState(ts);
            }
        } finally {
            if (detaches && ts.isAttached()) {
                ts.detach();
            }
            if (suspended != null) {
                ts.exchangeWaker(suspended);
            }
            runtime.setCurrentAttachment(previous);
            if (owner) {
                dropUnattached(ts);
            }
        }
        if (resumed != null) {
            resumed.reattach();
        }
    }

    private static void dropUnattached(RuntimeThreadState ts) {
        if (ts.kind() == ThreadKind.MAIN) {
            ts.interpreter().members().unbindMain(ts);
        } else {
            ts.interpreter().members().leave(ts);
            ts.bind(null);
        }
    }

    /** Returns the thread state of this thread for an interpreter that it has entered already, further out. */
    static @Nullable RuntimeThreadState find(RuntimeInterpreter interpreter, @Nullable Attachment top) {
        for (Attachment a = top; a != null; a = a.previous) {
            if (a.ts.interpreter() == interpreter) {
                return a.ts;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return "attachment of " + Objects.toString(ts.thread(), "an ended thread") + " to " + ts.interpreter();
    }
}
