package dev.clutch.runtime;

/** What an interpreter is born with: passed through the language's factory to the constructor of {@link RuntimeInterpreter}, made by the runtime only. */
public final class InterpreterBirth {
    final Runtime runtime;
    final long id;
    final InterpreterConfig config;
    final Whence whence;
    final InterpreterLock lock;

    InterpreterBirth(Runtime runtime, long id, InterpreterConfig config, Whence whence, InterpreterLock lock) {
        this.runtime = runtime;
        this.id = id;
        this.config = config;
        this.whence = whence;
        this.lock = lock;
    }

    /** Returns the runtime that the interpreter belongs to. */
    public Runtime runtime() {
        return runtime;
    }

    /** Returns the configuration. */
    public InterpreterConfig config() {
        return config;
    }
}
