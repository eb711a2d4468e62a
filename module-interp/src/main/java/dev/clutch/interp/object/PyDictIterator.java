package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Iter;
import org.jspecify.annotations.Nullable;

/** Iterates over keys, values or items of a dict, forwards or backwards. Answers to {@code dictiterobject}. */
@ExtensionType(name = "dict_keyiterator", exported = false)
public final class PyDictIterator extends PyObject {
    /** {@code dict_keyiterator}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyDictIteratorDefinition(), TypeObject.OBJECT);

    static final int KEYS = 0;
    static final int VALUES = 1;
    static final int ITEMS = 2;

    private @Nullable PyDict dict;
    private final int kind;
    private final boolean backwards;
    private final int size;
    private int position;
    private int remaining;

    PyDictIterator(PyDict dict, int kind, boolean backwards) {
        super(TYPE);
        this.dict = dict;
        this.kind = kind;
        this.backwards = backwards;
        this.size = dict.size();
        this.remaining = size;
        this.position = backwards ? dict.limit() - 1 : 0;
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return this;
    }

    @Expose
    @Nullable
    Object __next__(PyThreadState ts) {
        PyDict d = dict;
        if (d == null) {
            return null;
        }
        if (d.size() != size) {
            dict = null;
            throw Errors.error(ts, "RuntimeError", "dictionary changed size during iteration");
        }
        int p = backwards ? d.previous(position) : d.next(position);
        if (p < 0) {
            dict = null;
            return null;
        }
        if (remaining-- <= 0) {
            dict = null;
            throw Errors.error(ts, "RuntimeError", "dictionary keys changed during iteration");
        }
        position = backwards ? p - 1 : p + 1;
        switch (kind) {
            case KEYS:
                return d.keyAt(p);
            case VALUES:
                return d.valueAt(p);
            default:
                return new PyTuple(d.keyAt(p), d.valueAt(p));
        }
    }

    @Expose
    long __length_hint__(PyThreadState ts) {
        return dict == null ? 0 : remaining;
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        PyDict d = dict;
        PyList rest = new PyList();
        if (d != null) {
            PyDictIterator copy = new PyDictIterator(d, kind, backwards);
            copy.position = position;
            copy.remaining = remaining;
            rest = new PyList(Iter.toArray(ts, copy));
        }
        return new PyTuple(Builtins.get(ts, "iter"), new PyTuple(rest));
    }
}
