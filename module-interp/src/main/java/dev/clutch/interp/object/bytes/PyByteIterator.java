package dev.clutch.interp.object.bytes;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Builtins;
import dev.clutch.interp.object.PyIterator;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import org.jspecify.annotations.Nullable;

/** Iterates over the values of bytes. Answers to {@code striterobject}. */
@ExtensionType(name = "bytes_iterator", exported = false)
public final class PyByteIterator extends PyIterator {
    /** {@code bytes_iterator}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyByteIteratorDefinition(), TypeObject.OBJECT);

    private @Nullable PyBytes sequence;
    private int index;

    PyByteIterator(PyBytes sequence) {
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
        PyBytes s = sequence;
        if (s == null) {
            return null;
        }
        byte[] a = s.value();
        if (index >= a.length) {
            sequence = null;
            return null;
        }
        return (long) (a[index++] & 0xff);
    }

    @Expose
    long __length_hint__(PyThreadState ts) {
        PyBytes s = sequence;
        return s == null ? 0 : Math.max(0, s.size() - index);
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        Object iter = Builtins.get(ts, "iter");
        PyBytes s = sequence;
        return s == null
                ? new PyTuple(iter, new PyTuple(PyTuple.EMPTY))
                : new PyTuple(iter, new PyTuple(s), (long) index);
    }

    @Expose
    void __setstate__(PyThreadState ts, long state) {
        PyBytes s = sequence;
        if (s != null) {
            index = Math.clamp(state, 0, s.size());
        }
    }
}
