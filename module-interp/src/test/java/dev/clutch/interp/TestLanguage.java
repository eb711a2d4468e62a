package dev.clutch.interp;

import dev.clutch.runtime.InterpreterBirth;
import dev.clutch.runtime.Language;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeInterpreter;
import dev.clutch.runtime.RuntimeThreadState;

/** The object model without a standard library, for tests of the compiler. */
public final class TestLanguage implements Language {
    @Override
    public Object createRuntimeData(Runtime runtime) {
        return new Object();
    }

    @Override
    public RuntimeInterpreter createInterpreter(InterpreterBirth birth) {
        return new PyInterpreter(birth);
    }

    @Override
    public RuntimeThreadState createThreadState(RuntimeInterpreter interpreter) {
        return new PyThreadState((PyInterpreter) interpreter);
    }

    @Override
    public void initializeCore(RuntimeThreadState ts) {}

    @Override
    public void initializeMain(RuntimeThreadState ts) {}

    @Override
    public void clearThreadState(RuntimeThreadState ts) {}

    @Override
    public void shutdownThreading(RuntimeThreadState ts) {}

    @Override
    public void runAtExit(RuntimeThreadState ts) {}

    @Override
    public void flushStreams(RuntimeThreadState ts) {}

    @Override
    public void clearModules(RuntimeThreadState ts) {}

    @Override
    public void dropInterpreter(RuntimeInterpreter interpreter) {}

    @Override
    public void runSignalHandlers(RuntimeThreadState ts, long signals) {}

    @Override
    public RuntimeException asynchronousException(RuntimeThreadState ts, Object exception) {
        return new IllegalStateException("asynchronous exception");
    }

    @Override
    public RuntimeException interrupted(RuntimeThreadState ts) {
        return new IllegalStateException("interrupted");
    }

    @Override
    public RuntimeException limitExceeded(RuntimeThreadState ts, String limit) {
        return new IllegalStateException("limit " + limit);
    }

    @Override
    public RuntimeException threadEnding(RuntimeThreadState ts) {
        return new IllegalStateException("thread ends");
    }

    @Override
    public RuntimeException javaFailure(RuntimeThreadState ts, Throwable failure) {
        return new IllegalStateException(failure);
    }

    @Override
    public void threadFailed(RuntimeThreadState ts, Throwable failure) {
        failure.printStackTrace();
    }

    @Override
    public void writeUnraisable(RuntimeThreadState ts, Throwable failure, String where) {
        failure.printStackTrace();
    }
}
