package dev.clutch.interp;

import dev.clutch.extension.spi.Interpreter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.interp.object.PyFunction;
import org.jspecify.annotations.Nullable;

/**
 * The state of one thread in one interpreter. Answers to {@code PyThreadState}. Touched by its own thread only, while that holds the interpreter's lock;
 * other threads reach only the breaker word of the superclass.
 */
public final class PyThreadState extends ApiThreadState {
    /** The interpreter. */
    public final PyInterpreter interp;

    /**
     * The running functions, outermost first: a {@link PyFunction}, or the frame object that replaced it when somebody looked. Elements from {@link #depth} on are null.
     */
    public Object[] frames = new Object[64];

    /** Number of running functions; also the recursion depth of Python code. */
    public int depth;

    /** The most functions that may run ({@code sys.setrecursionlimit}). */
    public int recursionLimit = 1000;

    /**
     * The exception being handled ({@code exc_info}), null for none. A function that handles one restores the former value when it leaves the handler; a
     * generator swaps its own in and out.
     */
    public @Nullable PyObject handled;

    /** Makes a thread state of an interpreter. */
    public PyThreadState(PyInterpreter interp) {
        super(interp);
        this.interp = interp;
    }

    @Override
    public Interpreter interpreter() {
        return interp;
    }
}
