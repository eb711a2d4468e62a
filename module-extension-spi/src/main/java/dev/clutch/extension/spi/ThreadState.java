package dev.clutch.extension.spi;

import dev.clutch.extension.spi.api.Attributes;
import dev.clutch.extension.spi.api.Blocking;
import dev.clutch.extension.spi.api.Buffers;
import dev.clutch.extension.spi.api.Calls;
import dev.clutch.extension.spi.api.Characters;
import dev.clutch.extension.spi.api.Containers;
import dev.clutch.extension.spi.api.Errors;
import dev.clutch.extension.spi.api.Finalization;
import dev.clutch.extension.spi.api.Iteration;
import dev.clutch.extension.spi.api.Modules;
import dev.clutch.extension.spi.api.Numbers;
import dev.clutch.extension.spi.api.Resources;
import dev.clutch.extension.spi.api.Types;
import org.jspecify.annotations.Nullable;

/**
 * The state of one thread in one interpreter, and the root from which an extension reaches everything: passed first to every function, never stored.
 * Answers to {@code PyThreadState}.
 *
 * <p>What an extension may do to Python objects is grouped in the small interfaces that this class implements. There is one implementation, so calls through this
 * class are direct calls for the JIT compiler.
 */
@Stability(since = "0.1")
public abstract class ThreadState
        implements Attributes,
                Blocking,
                Buffers,
                Calls,
                Characters,
                Containers,
                Errors,
                Finalization,
                Iteration,
                Modules,
                Numbers,
                Resources,
                Types {
    private final Cell.Values cells = new Cell.Values();

    /** For the runtime. */
    protected ThreadState() {}

    /** Returns the interpreter in which this thread runs. */
    public abstract Interpreter interpreter();

    final Cell.Values cells() {
        return cells;
    }

    /** For {@link Cell}: the value of a cell in the current context, or null. */
    @Stability(since = "0.1", level = Stability.Level.INTERNAL)
    protected abstract @Nullable Object contextValue(Cell<?> cell);

    /** For {@link Cell}: sets the value of a cell in the current context. */
    @Stability(since = "0.1", level = Stability.Level.INTERNAL)
    protected abstract void setContextValue(Cell<?> cell, Object value);
}
