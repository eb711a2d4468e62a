package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.interp.PyThreadState;
import org.jspecify.annotations.Nullable;

/** Iterates over a set. Answers to {@code setiterobject}. */
@ExtensionType(name = "set_iterator", exported = false)
public final class PySetIterator extends PyObject {
    /** {@code set_iterator}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PySetIteratorDefinition(), TypeObject.OBJECT);

    private @Nullable PyDict elements;
    private final int size;
    private int position;

    PySetIterator(PyDict elements) {
        super(TYPE);
        this.elements = elements;
        this.size = elements.size();
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return this;
    }

    @Expose
    @Nullable
    Object __next__(PyThreadState ts) {
        PyDict d = elements;
        if (d == null) {
            return null;
        }
        if (d.size() != size) {
            elements = null;
            throw Errors.error(ts, "RuntimeError", "Set changed size during iteration");
        }
        int p = d.next(position);
        if (p < 0) {
            elements = null;
            return null;
        }
        position = p + 1;
        return d.keyAt(p);
    }
}
