package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Iter;
import org.jspecify.annotations.Nullable;

/** Iterates over a dict, forwards or backwards: what the iterators over keys, values and items share. Answers to {@code dictiterobject}. */
abstract class DictIterator extends PyIterator {
    private @Nullable PyDict dict;
    private final boolean backwards;
    private final int size;
    private final int layout;
    private int position;
    private int remaining;

    DictIterator(TypeObject type, PyDict dict, boolean backwards) {
        super(type);
        this.dict = dict;
        this.backwards = backwards;
        this.size = dict.size();
        this.layout = dict.layout();
        this.remaining = size;
        this.position = backwards ? dict.limit() - 1 : 0;
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return this;
    }

    @Override
    @Expose(name = "__next__")
    public @Nullable Object next(PyThreadState ts) {
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
            if (remaining == 0 && d.layout() != layout) {
                throw Errors.error(ts, "RuntimeError", "dictionary keys changed during iteration");
            }
            return null;
        }
        if (remaining-- <= 0) {
            dict = null;
            throw Errors.error(ts, "RuntimeError", "dictionary keys changed during iteration");
        }
        position = backwards ? p - 1 : p + 1;
        return at(d, p);
    }

    /** Returns what the iterator gives at a position of the dict. */
    abstract Object at(PyDict d, int p);

    /** Makes an iterator of the same kind and direction. */
    abstract DictIterator over(PyDict d);

    @Expose
    long __length_hint__(PyThreadState ts) {
        return dict == null ? 0 : remaining;
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        PyDict d = dict;
        PyList rest = new PyList();
        if (d != null) {
            DictIterator copy = over(d);
            copy.position = position;
            copy.remaining = remaining;
            rest = new PyList(Iter.toArray(ts, copy));
        }
        return new PyTuple(Builtins.get(ts, "iter"), new PyTuple(rest));
    }
}
