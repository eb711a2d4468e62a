package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.interp.PyThreadState;
import org.jspecify.annotations.Nullable;

/** Iterates over a list from its end. Answers to {@code listreviterobject}. */
@ExtensionType(name = "list_reverseiterator", exported = false)
public final class PyListReverseIterator extends PyIterator {
    /** {@code list_reverseiterator}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyListReverseIteratorDefinition(), TypeObject.OBJECT);

    private @Nullable PyList sequence;
    private int index;

    PyListReverseIterator(PyList sequence) {
        super(TYPE);
        this.sequence = sequence;
        this.index = sequence.size() - 1;
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return this;
    }

    @Override
    @Expose(name = "__next__")
    public @Nullable Object next(PyThreadState ts) {
        PyList s = sequence;
        if (s == null) {
            return null;
        }
        if (index < 0 || index >= s.size()) {
            sequence = null;
            return null;
        }
        return s.get(index--);
    }

    @Expose
    long __length_hint__(PyThreadState ts) {
        PyList s = sequence;
        return s == null ? 0 : index + 1;
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        Object iter = Builtins.get(ts, "reversed");
        PyList s = sequence;
        return s == null
                ? new PyTuple(Builtins.get(ts, "iter"), new PyTuple(new PyList()))
                : new PyTuple(iter, new PyTuple(s), (long) index);
    }

    @Expose
    void __setstate__(PyThreadState ts, long state) {
        PyList s = sequence;
        if (s != null) {
            index = Math.clamp(state, -1, s.size() - 1);
        }
    }
}
