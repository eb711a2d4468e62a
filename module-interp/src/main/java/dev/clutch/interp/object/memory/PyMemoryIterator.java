package dev.clutch.interp.object.memory;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyIterator;
import dev.clutch.interp.object.TypeObject;
import org.jspecify.annotations.Nullable;

/** Iterates over the items of a memoryview. Answers to {@code memoryiterobject}. */
@ExtensionType(name = "memory_iterator", exported = false)
public final class PyMemoryIterator extends PyIterator {
    /** {@code memory_iterator}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyMemoryIteratorDefinition(), TypeObject.OBJECT);

    private @Nullable PyMemoryView view;
    private final int length;
    private int index;

    PyMemoryIterator(PyMemoryView view, int length) {
        super(TYPE);
        this.view = view;
        this.length = length;
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return this;
    }

    @Override
    @Expose(name = "__next__")
    public @Nullable Object next(PyThreadState ts) {
        PyMemoryView m = view;
        if (m == null) {
            return null;
        }
        if (index >= length) {
            view = null;
            return null;
        }
        MemoryLayout v = m.live(ts);
        return v.get(ts, v.offset() + index++ * v.strides()[0]);
    }
}
