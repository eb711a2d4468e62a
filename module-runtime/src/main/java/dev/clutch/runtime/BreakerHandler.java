package dev.clutch.runtime;

/** The slow path behind the breaker word. Answers to {@code _Py_HandlePending} of {@code ceval_gil.c}, in its order. */
final class BreakerHandler {
    private BreakerHandler() {}

    /**
     * Each bit is withdrawn before its work is done, so that a request made meanwhile is seen at the next poll. What is thrown leaves the later bits set: the next poll does them.
     */
    static void handle(RuntimeThreadState ts) {
        if (!ts.isAttached()) {
            throw new IllegalStateException(ts + " polls its breaker without being attached");
        }
        RuntimeInterpreter interpreter = ts.interpreter();
        if (ts.isRequested(Breaker.LISTENED)) {
            interpreter.polled(ts);
        }
        Runtime runtime = interpreter.runtime();
        Language language = runtime.language();
        if (ts.isRequested(Breaker.FINALIZING)) {
            finalizing(ts, language);
        }
        signals(ts, runtime, language);
        if (ts.isRequested(Breaker.PENDING)) {
            ts.withdraw(Breaker.PENDING);
            interpreter.drainPendingCalls(ts);
        }
        if (ts.isRequested(Breaker.SWITCH)) {
            ts.detach();
            ts.reattach();
        }
        exceptions(ts, language);
    }

    /** The part that keeps the lock: {@code PyErr_CheckSignals}, and what ends the thread's work. */
    static void interrupt(RuntimeThreadState ts) {
        if (!ts.isAttached()) {
            throw new IllegalStateException(ts + " polls its breaker without being attached");
        }
        Runtime runtime = ts.interpreter().runtime();
        Language language = runtime.language();
        if (ts.isRequested(Breaker.FINALIZING)) {
            finalizing(ts, language);
        }
        signals(ts, runtime, language);
        exceptions(ts, language);
    }

    private static void signals(RuntimeThreadState ts, Runtime runtime, Language language) {
        if (ts.isRequested(Breaker.SIGNAL)) {
            ts.withdraw(Breaker.SIGNAL);
            long signals = runtime.takeSignals();
            if (signals != 0) {
                language.runSignalHandlers(ts, signals);
            }
        }
    }

    private static void exceptions(RuntimeThreadState ts, Language language) {
        if (ts.isRequested(Breaker.ASYNC_EXC)) {
            ts.withdraw(Breaker.ASYNC_EXC);
            Object exception = ts.takeAsyncException();
            if (exception != null) {
                throw language.asynchronousException(ts, exception);
            }
        }
        if (ts.isRequested(Breaker.INTERRUPT)) {
            ts.withdraw(Breaker.INTERRUPT);
            throw language.interrupted(ts);
        }
        if (ts.isRequested(Breaker.LIMIT)) {
            ts.withdraw(Breaker.LIMIT);
            String limit = ts.limit();
            if (limit != null) {
                throw language.limitExceeded(ts, limit);
            }
        }
    }

    /**
     * While close waits for the thread, it ends by an exception that runs its {@code finally} blocks; the bit is withdrawn so that they run in peace, and the closing thread sets it again
     * if the thread goes on. Once close has given the thread up, nothing of it may run.
     */
    private static void finalizing(RuntimeThreadState ts, Language language) {
        if (ts.isGone()) {
            throw ts.ended();
        }
        ts.withdraw(Breaker.FINALIZING);
        throw language.threadEnding(ts);
    }
}
