package dev.clutch.extensions.builtin.itertools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code itertools.chain}. */
@ExtensionType(
        name = "itertools.chain",
        subclassable = true,
        doc = "Iterate over the items of one iterable after the other.")
final class Chain extends IteratorBase {
    /** The iterator over iterables, null at the end. */
    private @Nullable Object source;

    private @Nullable Object active;

    Chain(PyType type, Object source) {
        super(type);
        this.source = source;
    }

    @Expose(signature = "(*iterables, **kwargs)")
    static Object __new__(
            ThreadState ts, PyType cls, PyType definingClass, Object[] iterables, @Nullable Object kwargs) {
        Support.check(ts, cls, definingClass, iterables, kwargs, 0, Integer.MAX_VALUE);
        return new Chain(cls, ts.iter(ts.newTuple(iterables)));
    }

    @Expose(kind = Expose.Kind.CLASS, doc = "Make a chain of the iterables that an iterable gives.")
    static Object from_iterable(ThreadState ts, PyType cls, Object iterable) {
        return new Chain(cls, ts.iter(iterable));
    }

    @Expose
    @Nullable
    Object __next__(ThreadState ts) {
        while (true) {
            Object current = active;
            if (current == null) {
                Object from = source;
                if (from == null) {
                    return null;
                }
                Object next;
                try {
                    Object iterable = ts.next(from);
                    next = iterable == null ? null : ts.iter(iterable);
                } catch (PythonException e) {
                    source = null;
                    throw e;
                }
                if (next == null) {
                    source = null;
                    return null;
                }
                current = next;
                active = current;
            }
            Object value = ts.next(current);
            if (value != null) {
                return value;
            }
            active = null;
            ts.checkSignals();
        }
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        Support.pickling(ts);
        Object from = source;
        if (from == null) {
            return ts.newTuple(type(), ts.newTuple());
        }
        Object current = active;
        Object state = current == null ? ts.newTuple(from) : ts.newTuple(from, current);
        return ts.newTuple(type(), ts.newTuple(), state);
    }

    @Expose
    void __setstate__(ThreadState ts, Object state) {
        Support.pickling(ts);
        Object[] parts = Support.state(ts, state, 1, 2);
        for (Object part : parts) {
            if (!ts.isIterator(part)) {
                throw ts.typeError("Arguments must be iterators.");
            }
        }
        source = parts[0];
        active = parts.length == 2 ? parts[1] : null;
    }

    @Expose(name = "__class_getitem__", kind = Expose.Kind.CLASS, doc = "See PEP 585.")
    static Object generic(ThreadState ts, PyType cls, Object item) {
        return ts.genericAlias(cls, item);
    }
}
