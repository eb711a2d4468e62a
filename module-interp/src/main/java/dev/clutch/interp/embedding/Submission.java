package dev.clutch.interp.embedding;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The future of a call in a thread of its own. Whoever completes it from outside, by a cancel or a timeout, ends the call too. */
final class Submission extends CompletableFuture<@Nullable Object> implements Runnable {
    /** What is done. */
    interface Body {
        @Nullable
        Object run(Stay stay);
    }

    private final Stay stay = new Stay();
    private @Nullable Body body;

    Submission(Body body) {
        this.body = body;
    }

    @Override
    public void run() {
        Body work = body;
        body = null;
        if (work == null || isDone()) {
            return;
        }
        try {
            super.complete(work.run(stay));
        } catch (Throwable t) {
            super.completeExceptionally(t);
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean done = super.cancel(mayInterruptIfRunning);
        if (done) {
            stay.cancel();
        }
        return done;
    }

    @Override
    public boolean complete(@Nullable Object value) {
        boolean done = super.complete(value);
        if (done) {
            stay.cancel();
        }
        return done;
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        boolean done = super.completeExceptionally(failure);
        if (done) {
            stay.cancel();
        }
        return done;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
