package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.interp.PyThreadState;
import org.jspecify.annotations.Nullable;

/** Iterates over a set. Answers to {@code setiterobject}. */
@ExtensionType(name = "set_iterator", exported = false)
public final class PySetIterator extends PyIterator {
    /** {@code set_iterator}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PySetIteratorDefinition(), TypeObject.OBJECT);

    private @Nullable PyDict elements;
    private final int size;
    private int position;

    PySetIterator(PyDict elements) {
        this(elements, elements.size());
    }

    private PySetIterator(PyDict elements, int size) {
        super(TYPE);
        this.elements = elements;
        this.size = size;
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return this;
    }

    @Override
    @Expose(name = "__next__")
    public @Nullable Object next(PyThreadState ts) {
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

    @Expose
    long __length_hint__(PyThreadState ts) {
        PyDict d = elements;
        if (d == null || d.size() != size) {
            return 0;
        }
        long n = 0;
        for (int p = d.next(position); p >= 0; p = d.next(p + 1)) {
            n++;
        }
        return n;
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        PyList rest = new PyList();
        PySetIterator copy = new PySetIterator(elements == null ? PyDict.ofKeys() : elements, size);
        copy.position = position;
        for (Object v = copy.next(ts); v != null; v = copy.next(ts)) {
            rest.append(v);
        }
        return new PyTuple(Builtins.get(ts, "iter"), new PyTuple(rest));
    }
}
