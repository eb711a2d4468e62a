package dev.clutch.runtime;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A language without Python: it records what the runtime asks of it, and a test replaces the steps it cares about. */
class TestLanguage implements Language {
    /** What stands for a raised Python exception. */
    static final class Raised extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Raised(String message) {
            super(message);
        }
    }

    abstract static class StubInterpreter extends RuntimeInterpreter {
        StubInterpreter(InterpreterBirth birth) {
            super(birth);
        }
    }

    abstract static class StubThreadState extends RuntimeThreadState {
        StubThreadState(RuntimeInterpreter interpreter) {
            super(interpreter);
        }
    }

    private static final java.lang.invoke.MethodHandle NEW_INTERPRETER =
            Concrete.constructor(StubInterpreter.class, InterpreterBirth.class);
    private static final java.lang.invoke.MethodHandle NEW_THREAD_STATE =
            Concrete.constructor(StubThreadState.class, RuntimeInterpreter.class);

    /** One step of the language, as a test writes it. */
    interface Step {
        void run(RuntimeThreadState ts);
    }

    final List<String> log = new CopyOnWriteArrayList<>();
    volatile @Nullable Step onInitializeMain;
    volatile @Nullable Step onShutdownThreading;
    volatile @Nullable Step onAtExit;
    volatile @Nullable Step onFlush;

    @Override
    public Object createRuntimeData(Runtime runtime) {
        return List.of("shared");
    }

    @Override
    public RuntimeInterpreter createInterpreter(InterpreterBirth birth) {
        try {
            return (StubInterpreter) NEW_INTERPRETER.invokeExact(birth);
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }

    @Override
    public RuntimeThreadState createThreadState(RuntimeInterpreter interpreter) {
        try {
            return (StubThreadState) NEW_THREAD_STATE.invokeExact(interpreter);
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }

    private void step(String name, RuntimeThreadState ts, @Nullable Step body) {
        if (!ts.isAttached()) {
            throw new AssertionError(name + " called without being attached");
        }
        log.add(name + " " + ts.interpreter().id());
        if (body != null) {
            body.run(ts);
        }
    }

    @Override
    public void initializeCore(RuntimeThreadState ts) {
        step("initializeCore", ts, null);
    }

    @Override
    public void initializeMain(RuntimeThreadState ts) {
        step("initializeMain", ts, onInitializeMain);
    }

    @Override
    public void clearThreadState(RuntimeThreadState ts) {
        step("clearThreadState", ts, null);
    }

    @Override
    public void shutdownThreading(RuntimeThreadState ts) {
        step("shutdownThreading", ts, onShutdownThreading);
    }

    @Override
    public void runAtExit(RuntimeThreadState ts) {
        step("runAtExit", ts, onAtExit);
    }

    @Override
    public void flushStreams(RuntimeThreadState ts) {
        step("flushStreams", ts, onFlush);
    }

    @Override
    public void clearModules(RuntimeThreadState ts) {
        step("clearModules", ts, null);
    }

    @Override
    public void dropInterpreter(RuntimeInterpreter interpreter) {
        log.add("dropInterpreter " + interpreter.id());
    }

    @Override
    public void runSignalHandlers(RuntimeThreadState ts, long signals) {
        step("signals " + Long.toBinaryString(signals) + " in", ts, null);
    }

    @Override
    public RuntimeException asynchronousException(RuntimeThreadState ts, Object exception) {
        return new Raised("async " + exception);
    }

    @Override
    public RuntimeException interrupted(RuntimeThreadState ts) {
        return new Raised("interrupted");
    }

    @Override
    public RuntimeException limitExceeded(RuntimeThreadState ts, String limit) {
        return new Raised("limit " + limit);
    }

    @Override
    public RuntimeException threadEnding(RuntimeThreadState ts) {
        return new Raised("ending");
    }

    @Override
    public RuntimeException javaFailure(RuntimeThreadState ts, Throwable failure) {
        return new Raised("java " + failure);
    }

    @Override
    public void threadFailed(RuntimeThreadState ts, Throwable failure) {
        log.add("threadFailed " + failure.getMessage());
    }

    @Override
    public void writeUnraisable(RuntimeThreadState ts, Throwable failure, String where) {
        log.add("unraisable " + failure.getMessage() + " in " + where);
    }
}
