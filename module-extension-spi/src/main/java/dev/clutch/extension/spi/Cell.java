package dev.clutch.extension.spi;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A variable with a value of its own in each interpreter, each thread of an interpreter, or each context, for code that has no module object at hand: the state of a module is the first
 * choice. The cell itself never changes, so it may stand in a static final field; the values hang off the interpreter, the thread state and the context, and are gone with them.
 *
 * {@snippet :
 * private static final Cell<Parser> PARSER = Cell.perThread(ts -> new Parser());
 *
 * static Object parse(ThreadState ts, String text) {
 *     return PARSER.get(ts).parse(ts, text);
 * }
 * }
 *
 * <p>Answers to {@code PyInterpreterState_GetDict}, {@code PyThread_tss_get} and {@code PyContextVar_Get}. A value of a context is not seen by Python code that lists the context.
 *
 * @param <T> the class of the values: any Java class, a Python value or not
 */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public final class Cell<T> {
    /**
     * Makes the value that a cell has at first.
     *
     * @param <T> the class of the value
     */
    @FunctionalInterface
    public interface Initial<T> {
        /** Makes it, asked once for each interpreter, thread or context; what it raises leaves the cell without a value. */
        T make(ThreadState ts);
    }

    private enum Scope {
        INTERPRETER,
        THREAD,
        CONTEXT
    }

    private final Scope scope;
    private final Initial<T> initial;

    private Cell(Scope scope, Initial<T> initial) {
        this.scope = scope;
        this.initial = initial;
    }

    /** Makes a cell with a value for each interpreter. It is used under the interpreter's lock, as everything is. */
    public static <T> Cell<T> perInterpreter(Initial<T> initial) {
        return new Cell<>(Scope.INTERPRETER, initial);
    }

    /** Makes a cell with a value for each thread state: a Python thread has one, a Java thread of another owner has a new one each time it enters. */
    public static <T> Cell<T> perThread(Initial<T> initial) {
        return new Cell<>(Scope.THREAD, initial);
    }

    /** Makes a cell with a value for each context (PEP 567): a task sees what was set in the context it was made in, and nobody else sees what it sets. */
    public static <T> Cell<T> perContext(Initial<T> initial) {
        return new Cell<>(Scope.CONTEXT, initial);
    }

    /** Returns the value that belongs to where the thread runs now, made when there is none. */
    @SuppressWarnings("unchecked") // only set() puts values under this key
    public T get(ThreadState ts) {
        Object value = switch (scope) {
            case INTERPRETER -> ts.interpreter().cells().get(this);
            case THREAD -> ts.cells().get(this);
            case CONTEXT -> ts.contextValue(this);
        };
        if (value != null) {
            return (T) value;
        }
        T made = initial.make(ts);
        set(ts, made);
        return made;
    }

    /** Replaces the value. */
    public void set(ThreadState ts, T value) {
        switch (scope) {
            case INTERPRETER -> ts.interpreter().cells().set(this, value);
            case THREAD -> ts.cells().set(this, value);
            case CONTEXT -> ts.setContextValue(this, value);
        }
    }

    /** The values of one interpreter or thread; cells are told apart by identity. */
    static final class Values {
        private @Nullable IdentityHashMap<Cell<?>, Object> values;

        @Nullable
        Object get(Cell<?> cell) {
            return values == null ? null : values.get(cell);
        }

        void set(Cell<?> cell, Object value) {
            if (values == null) {
                values = new IdentityHashMap<>();
            }
            values.put(cell, value);
        }

        void clear() {
            values = null;
        }
    }
}
