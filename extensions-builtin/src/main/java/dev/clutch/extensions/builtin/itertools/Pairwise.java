package dev.clutch.extensions.builtin.itertools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code itertools.pairwise}. */
@ExtensionType(name = "itertools.pairwise", subclassable = true, doc = "Iterate over the pairs of neighbours.")
final class Pairwise extends IteratorBase {
    private @Nullable Object iterator;
    private @Nullable Object previous;

    private Pairwise(PyType type, Object iterator) {
        super(type);
        this.iterator = iterator;
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(ThreadState ts, PyType cls, PyType definingClass, Object[] args, @Nullable Object kwargs) {
        Support.check(ts, cls, definingClass, args, kwargs, 1, 1);
        return new Pairwise(cls, ts.iter(args[0]));
    }

    @Expose
    @Nullable
    Object __next__(ThreadState ts) {
        Object it = iterator;
        if (it == null) {
            return null;
        }
        Object left = previous;
        if (left == null) {
            left = ts.next(it);
            previous = left;
            if (left == null) {
                iterator = null;
                return null;
            }
            // the call may have come back to this iterator
            it = iterator;
            if (it == null) {
                previous = null;
                return null;
            }
        }
        Object right = ts.next(it);
        previous = right;
        if (right == null) {
            iterator = null;
            return null;
        }
        return ts.newTuple(left, right);
    }
}
