package dev.clutch.interp.object.bytes;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Builtins;
import dev.clutch.interp.object.PyIterator;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import org.jspecify.annotations.Nullable;

/** Iterates over the values of a bytearray, which may change meanwhile. Answers to {@code bytesiterobject}. */
@ExtensionType(name = "bytearray_iterator", exported = false)
public final class PyByteArrayIterator extends PyIterator {
    /** {@code bytearray_iterator}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyByteArrayIteratorDefinition(), TypeObject.OBJECT);

    private @Nullable PyByteArray sequence;
    private int index;

    PyByteArrayIterator(PyByteArray sequence) {
        super(TYPE);
        this.sequence = sequence;
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return this;
    }

    @Override
    @Expose(name = "__next__")
    public @Nullable Object next(PyThreadState ts) {
        PyByteArray s = sequence;
        if (s == null) {
            return null;
        }
        if (index >= s.count()) {
            sequence = null;
            return null;
        }
        return (long) s.byteAt(index++);
    }

    @Expose
    long __length_hint__(PyThreadState ts) {
        PyByteArray s = sequence;
        return s == null ? 0 : Math.max(0, s.count() - index);
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        Object iter = Builtins.get(ts, "iter");
        PyByteArray s = sequence;
        return s == null
                ? new PyTuple(iter, new PyTuple(PyTuple.EMPTY))
                : new PyTuple(iter, new PyTuple(s), (long) index);
    }

    @Expose
    void __setstate__(PyThreadState ts, long state) {
        PyByteArray s = sequence;
        if (s != null) {
            index = Math.clamp(state, 0, s.count());
        }
    }
}
