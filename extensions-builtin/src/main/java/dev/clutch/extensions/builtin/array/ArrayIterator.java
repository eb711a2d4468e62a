package dev.clutch.extensions.builtin.array;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** Iterates over an array, which may change meanwhile. */
@ExtensionType(name = "array.arrayiterator", exported = false)
final class ArrayIterator extends PyObject {
    /** Null at the end. */
    private @Nullable ArrayType array;

    private int index;

    ArrayIterator(PyType type, ArrayType array) {
        super(type);
        this.array = array;
    }

    @Expose
    Object __iter__(ThreadState ts) {
        return this;
    }

    @Expose
    @Nullable
    Object __next__(ThreadState ts) {
        ArrayType a = array;
        if (a == null) {
            return null;
        }
        if (index >= a.size) {
            array = null;
            return null;
        }
        return a.get(ts, index++);
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        Object iter = ts.getAttr(ts.importModule("builtins"), "iter");
        ArrayType a = array;
        return a == null
                ? ts.newTuple(iter, ts.newTuple(ts.newTuple()))
                : ts.newTuple(iter, ts.newTuple(a), (long) index);
    }

    @Expose
    void __setstate__(ThreadState ts, long state) {
        ArrayType a = array;
        if (a != null) {
            index = Math.clamp(state, 0, a.size);
        }
    }
}
