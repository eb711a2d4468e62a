package dev.clutch.extensions.builtin.itertools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code itertools.zip_longest}. */
@ExtensionType(
        name = "itertools.zip_longest",
        subclassable = true,
        doc = "Iterate over the tuples of the items of several iterables, up to the end of the longest.")
final class ZipLongest extends IteratorBase {
    /** Null for one that is at its end. */
    private final @Nullable Object[] iterators;

    private int active;
    private Object fill;

    private ZipLongest(PyType type, @Nullable Object[] iterators, Object fill) {
        super(type);
        this.iterators = iterators;
        this.active = iterators.length;
        this.fill = fill;
    }

    @Expose(signature = "(*iterables, **kwargs)")
    static Object __new__(ThreadState ts, PyType cls, Object[] iterables, @Nullable Object kwargs) {
        Object fill = Singleton.NONE;
        if (kwargs != null && ts.size(kwargs) > 0) {
            Object given = ts.dictGet(kwargs, "fillvalue");
            if (given == null || ts.size(kwargs) > 1) {
                throw ts.typeError("zip_longest() got an unexpected keyword argument");
            }
            fill = given;
        }
        @Nullable Object[] iterators = new @Nullable Object[iterables.length];
        for (int i = 0; i < iterators.length; i++) {
            iterators[i] = ts.iter(iterables[i]);
        }
        return new ZipLongest(cls, iterators, fill);
    }

    @Expose
    @Nullable
    Object __next__(ThreadState ts) {
        if (active == 0) {
            return null;
        }
        Object[] result = new Object[iterators.length];
        for (int i = 0; i < result.length; i++) {
            Object it = iterators[i];
            Object value = null;
            if (it != null) {
                try {
                    value = ts.next(it);
                } catch (PythonException e) {
                    active = 0;
                    throw e;
                }
                if (value == null) {
                    if (--active == 0) {
                        return null;
                    }
                    iterators[i] = null;
                }
            }
            result[i] = value == null ? fill : value;
        }
        return ts.newTuple(result);
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        Support.pickling(ts);
        Object[] args = new Object[iterators.length];
        for (int i = 0; i < args.length; i++) {
            Object it = iterators[i];
            args[i] = it == null ? ts.newTuple() : it;
        }
        return ts.newTuple(type(), ts.newTuple(args), fill);
    }

    @Expose
    void __setstate__(ThreadState ts, Object state) {
        Support.pickling(ts);
        fill = state;
    }
}
