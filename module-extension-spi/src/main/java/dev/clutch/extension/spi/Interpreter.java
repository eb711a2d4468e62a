package dev.clutch.extension.spi;

/** One isolated Python interpreter, as an extension sees it. Answers to {@code PyInterpreterState}. */
@Stability(since = "0.1")
public abstract class Interpreter {
    private final Cell.Values cells = new Cell.Values();

    /** For the runtime. */
    protected Interpreter() {}

    /** Returns the id: 0 for the main interpreter, never reused within a runtime. */
    public abstract long id();

    /** Returns whether this is the runtime's main interpreter. */
    public abstract boolean isMain();

    /** Returns whether the process may be forked from here: {@code Py_RTFLAGS_FORK}. */
    public abstract boolean allowsFork();

    /** Returns whether the process may be replaced from here: {@code Py_RTFLAGS_EXEC}. */
    public abstract boolean allowsExec();

    /** Returns a handle for callbacks from outside. */
    public abstract InterpreterHandle handle();

    final Cell.Values cells() {
        return cells;
    }

    /** For the runtime: drops the values of cells when the interpreter closes. */
    @Stability(since = "0.1", level = Stability.Level.INTERNAL)
    protected final void clearCells() {
        cells.clear();
    }
}
