package dev.clutch.interp.object.context;

import dev.clutch.extension.spi.Cell;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Compare;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Text;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code contextvars.Context}: the values of context variables; the current one hangs off the thread state. Answers to {@code PyContext}. */
@ExtensionType(
        name = "_contextvars.Context",
        exported = false,
        weakReferences = true,
        doc = "The values of context variables.")
public final class PyContext extends PyObject {
    /** {@code contextvars.Context}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyContextDefinition(), TypeObject.OBJECT);

    ContextMap map = ContextMap.EMPTY;
    /** The values of extensions' cells, which Python code doesn't see. */
    private ContextMap cells = ContextMap.EMPTY;

    private @Nullable PyContext previous;
    private boolean entered;

    /** Makes an empty context. */
    public PyContext() {
        super(TYPE);
    }

    /** Returns the current context of a thread, made when needed ({@code context_get}). */
    public static PyContext current(PyThreadState ts) {
        PyContext context = ts.context;
        if (context == null) {
            context = new PyContext();
            ts.context = context;
        }
        return context;
    }

    /** {@code copy_context()}. */
    public static PyContext copyOfCurrent(PyThreadState ts) {
        return (PyContext) current(ts).copy(ts);
    }

    /** Returns the value of an extension's cell, or null. */
    public static @Nullable Object cellValue(PyThreadState ts, Cell<?> cell) {
        PyContext context = ts.context;
        return context == null ? null : context.cells.get(cell);
    }

    /** Sets the value of an extension's cell. */
    public static void setCellValue(PyThreadState ts, Cell<?> cell, Object value) {
        PyContext context = current(ts);
        context.cells = context.cells.with(cell, value);
    }

    /** Makes it the current one ({@code PyContext_Enter}). */
    public void enter(PyThreadState ts) {
        if (entered) {
            throw Errors.error(
                    ts,
                    "RuntimeError",
                    "cannot enter context: " + Text.java(Text.repr(ts, this)) + " is already entered");
        }
        previous = ts.context;
        entered = true;
        ts.context = this;
    }

    /** Makes the one before current again ({@code PyContext_Exit}). */
    public void exit(PyThreadState ts) {
        ts.context = previous;
        previous = null;
        entered = false;
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        if (args.length > 0 || kwargs instanceof PyDict d && d.size() > 0) {
            throw Errors.typeError(ts, "Context() does not accept any arguments");
        }
        return new PyContext();
    }

    @Expose(signature = "(*args, **kwargs)", doc = "Call a function with this context as the current one.")
    Object run(PyThreadState ts, Object[] args, @Nullable Object kwargs) {
        if (args.length == 0) {
            throw Errors.typeError(ts, "run() missing 1 required positional argument");
        }
        enter(ts);
        try {
            return Call.withDict(ts, args[0], Arrays.copyOfRange(args, 1, args.length), kwargs);
        } finally {
            exit(ts);
        }
    }

    @Expose(doc = "Return a context of its own with the same values.")
    Object copy(PyThreadState ts) {
        PyContext copy = new PyContext();
        copy.map = map;
        copy.cells = cells;
        return copy;
    }

    private static PyContextVar key(PyThreadState ts, Object key) {
        if (key instanceof PyContextVar v) {
            return v;
        }
        throw Errors.typeError(ts, "a ContextVar key was expected, got " + Text.java(Text.repr(ts, key)));
    }

    @Expose
    Object __getitem__(PyThreadState ts, Object key) {
        Object value = map.get(key(ts, key));
        if (value == null) {
            throw Errors.make(ts, Exceptions.type("KeyError"), key);
        }
        return value;
    }

    @Expose
    boolean __contains__(PyThreadState ts, Object key) {
        return map.get(key(ts, key)) != null;
    }

    @Expose(signature = "(key, default=None, /)", doc = "Return the value of a variable, else the default.")
    Object get(PyThreadState ts, Object key, Object default_) {
        Object value = map.get(key(ts, key));
        return value == null ? default_ : value;
    }

    @Expose
    long __len__(PyThreadState ts) {
        return map.size;
    }

    private PyTuple every(int first, int kinds) {
        Object[] pairs = map.pairs();
        Object[] out = new Object[map.size];
        for (int i = 0; i < out.length; i++) {
            out[i] = kinds == 2 ? new PyTuple(pairs[2 * i], pairs[2 * i + 1]) : pairs[2 * i + first];
        }
        return new PyTuple(out);
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return Iter.iter(ts, every(0, 1));
    }

    @Expose(doc = "Return the variables.")
    Object keys(PyThreadState ts) {
        return Iter.iter(ts, every(0, 1));
    }

    @Expose(doc = "Return the values.")
    Object values(PyThreadState ts) {
        return Iter.iter(ts, every(1, 1));
    }

    @Expose(doc = "Return pairs of variable and value.")
    Object items(PyThreadState ts) {
        return Iter.iter(ts, every(0, 2));
    }

    @Expose
    Object __richcompare__(PyThreadState ts, Slot op, Object other) {
        if (op != Slot.EQ && op != Slot.NE || !(other instanceof PyContext c)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return equalTo(ts, c) == (op == Slot.EQ);
    }

    private boolean equalTo(PyThreadState ts, PyContext other) {
        if (map.size != other.map.size) {
            return false;
        }
        Object[] pairs = map.pairs();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = other.map.get((PyContextVar) pairs[i]);
            if (value == null || !Compare.equal(ts, pairs[i + 1], value)) {
                return false;
            }
        }
        return true;
    }
}
