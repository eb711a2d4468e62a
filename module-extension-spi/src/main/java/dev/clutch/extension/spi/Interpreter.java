package dev.clutch.extension.spi;

/** One isolated Python interpreter, as an extension sees it. Answers to {@code PyInterpreterState}. */
public abstract class Interpreter {
    /** For the runtime. */
    protected Interpreter() {}

    /** Returns the id: 0 for the main interpreter, never reused within a runtime. */
    public abstract long id();

    /** Returns whether this is the runtime's main interpreter. */
    public abstract boolean isMain();

    /** Whether code in it may fork the process. */
    public abstract boolean allowsFork();

    /** Whether code in it may replace the process by another program. */
    public abstract boolean allowsExec();

    /** Returns a handle for callbacks from outside. */
    public abstract InterpreterHandle handle();
}
