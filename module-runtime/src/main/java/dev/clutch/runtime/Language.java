package dev.clutch.runtime;

/**
 * What the runtime asks of the language, found by {@link java.util.ServiceLoader} unless {@link RuntimeConfig} names one. An implementation has no state: what it keeps
 * hangs off the runtime ({@link #createRuntimeData}), the interpreter or the thread state.
 *
 * <p>Methods that take a thread state are called attached, in its thread. Those that return an exception make it, the runtime throws it.
 */
public interface Language {
    /** Makes what the language shares between the interpreters of one runtime, the code cache first of all: see {@link Runtime#languageData}. */
    Object createRuntimeData(Runtime runtime);

    /** Makes the interpreter object; no Python code runs. */
    RuntimeInterpreter createInterpreter(InterpreterBirth birth);

    /** Makes a thread state object for the interpreter; called in the thread that starts the new one, or in the new one. Not attached. */
    RuntimeThreadState createThreadState(RuntimeInterpreter interpreter);

    /** Makes built-in types, {@code sys}, {@code builtins} and the import machinery: {@code init_interp_create}. */
    void initializeCore(RuntimeThreadState ts);

    /** Makes the rest, up to {@code site} and {@code __main__}: {@code init_interp_main}. */
    void initializeMain(RuntimeThreadState ts);

    /** Clears a thread state before it is dropped: {@code PyThreadState_Clear}. */
    void clearThreadState(RuntimeThreadState ts);

    /** Calls {@code threading._shutdown}: {@code wait_for_thread_shutdown}. */
    void shutdownThreading(RuntimeThreadState ts);

    /** Calls the functions registered with {@code atexit}, last first: {@code _PyAtExit_Call}. */
    void runAtExit(RuntimeThreadState ts);

    /** Flushes the standard streams and what else is registered as a writer: {@code flush_std_files}. */
    void flushStreams(RuntimeThreadState ts);

    /** Clears the modules in reverse order of their import, closing the state of extensions: {@code finalize_modules}. */
    void clearModules(RuntimeThreadState ts);

    /** Drops what is left, outside Python: handles, files, class loaders. Also called for an interpreter whose initialisation failed. Not attached. */
    void dropInterpreter(RuntimeInterpreter interpreter);

    /** Runs the Python handlers of tripped signals; bit {@code n} is signal {@code n}: {@code _PyErr_CheckSignalsTstate}. */
    void runSignalHandlers(RuntimeThreadState ts, long signals);

    /** Makes the exception to throw for one that was sent with {@link RuntimeThreadState#setAsyncException}: an instance, or a class to be called. */
    RuntimeException asynchronousException(RuntimeThreadState ts, Object exception);

    /** Makes the exception by which running code is interrupted: {@code KeyboardInterrupt} unless the embedder chose another. */
    RuntimeException interrupted(RuntimeThreadState ts);

    /** Makes the exception for a limit that is used up. */
    RuntimeException limitExceeded(RuntimeThreadState ts, String limit);

    /** Makes the exception by which a thread ends when its interpreter closes: like {@code SystemExit}, it runs {@code finally} blocks and is not reported. */
    RuntimeException threadEnding(RuntimeThreadState ts);

    /** Turns a failure of Java code ({@code StackOverflowError}, {@code OutOfMemoryError}, a bug) into a language exception; returns one of its own exceptions as it is. */
    RuntimeException javaFailure(RuntimeThreadState ts, Throwable failure);

    /** Reports what ended a started thread: {@code threading.excepthook}; the end of a thread by {@link #threadEnding} or {@code SystemExit} is not reported. */
    void threadFailed(RuntimeThreadState ts, Throwable failure);

    /** Reports an exception that nobody can catch: {@code PyErr_WriteUnraisable}. */
    void writeUnraisable(RuntimeThreadState ts, Throwable failure, String where);
}
