package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.interp.PyThreadState;
import org.jspecify.annotations.Nullable;

/** Iterates over a tuple. Answers to {@code tupleiterobject}. */
@ExtensionType(name = "tuple_iterator", exported = false)
public final class PyTupleIterator extends PyIterator {
    /** {@code tuple_iterator}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyTupleIteratorDefinition(), TypeObject.OBJECT);

    private @Nullable PyTuple sequence;
    private int index;

    PyTupleIterator(PyTuple sequence) {
        super(TYPE);
        this.sequence = sequence;
        this.index = 0;
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return this;
    }

    @Override
    @Expose(name = "__next__")
    public @Nullable Object next(PyThreadState ts) {
        PyTuple s = sequence;
        if (s == null) {
            return null;
        }
        if (index >= s.size()) {
            sequence = null;
            return null;
        }
        return s.get(index++);
    }

    @Expose
    long __length_hint__(PyThreadState ts) {
        PyTuple s = sequence;
        return s == null ? 0 : Math.max(0, s.size() - index);
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        Object iter = Builtins.get(ts, "iter");
        PyTuple s = sequence;
        return s == null
                ? new PyTuple(Builtins.get(ts, "iter"), new PyTuple(PyTuple.EMPTY))
                : new PyTuple(iter, new PyTuple(s), (long) index);
    }

    @Expose
    void __setstate__(PyThreadState ts, long state) {
        PyTuple s = sequence;
        if (s != null) {
            index = Math.clamp(state, 0, s.size());
        }
    }
}
