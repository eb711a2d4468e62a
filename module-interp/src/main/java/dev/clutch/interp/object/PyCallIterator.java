package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Compare;
import org.jspecify.annotations.Nullable;

/** Calls a function until it returns a sentinel. Answers to {@code calliterobject}. */
@ExtensionType(name = "callable_iterator", exported = false)
public final class PyCallIterator extends PyIterator {
    /** {@code callable_iterator}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyCallIteratorDefinition(), TypeObject.OBJECT);

    private @Nullable Object callable;
    private final Object sentinel;

    /** Makes an iterator. */
    public PyCallIterator(Object callable, Object sentinel) {
        super(TYPE);
        this.callable = callable;
        this.sentinel = sentinel;
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return this;
    }

    @Override
    @Expose(name = "__next__")
    public @Nullable Object next(PyThreadState ts) {
        Object f = callable;
        if (f == null) {
            return null;
        }
        Object v;
        try {
            v = Call.call0(ts, f);
        } catch (PythonException e) {
            if (!Errors.matches(e, "StopIteration")) {
                throw e;
            }
            callable = null;
            return null;
        }
        if (callable == null) {
            // the call has ended the iteration itself
            return null;
        }
        if (Compare.equal(ts, sentinel, v)) {
            callable = null;
            return null;
        }
        return v;
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        Object iter = Builtins.get(ts, "iter");
        Object f = callable;
        return f == null ? new PyTuple(iter, new PyTuple(PyTuple.EMPTY)) : new PyTuple(iter, new PyTuple(f, sentinel));
    }
}
