package dev.clutch.extensions.builtin.itertools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code itertools.takewhile}. */
@ExtensionType(
        name = "itertools.takewhile",
        subclassable = true,
        doc = "Iterate over the items before the first one for which the predicate is false.")
final class TakeWhile extends IteratorBase {
    private final Object predicate;
    private final Object iterator;
    private boolean stopped;

    private TakeWhile(PyType type, Object predicate, Object iterator) {
        super(type);
        this.predicate = predicate;
        this.iterator = iterator;
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(ThreadState ts, PyType cls, PyType definingClass, Object[] args, @Nullable Object kwargs) {
        Support.check(ts, cls, definingClass, args, kwargs, 2, 2);
        return new TakeWhile(cls, args[0], ts.iter(args[1]));
    }

    @Expose
    @Nullable
    Object __next__(ThreadState ts) {
        if (stopped) {
            return null;
        }
        Object value = ts.next(iterator);
        if (value == null || ts.isTrue(ts.call(predicate, value))) {
            return value;
        }
        stopped = true;
        return null;
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        Support.pickling(ts);
        return ts.newTuple(type(), ts.newTuple(predicate, iterator), stopped ? 1L : 0L);
    }

    @Expose
    void __setstate__(ThreadState ts, Object state) {
        Support.pickling(ts);
        stopped = ts.isTrue(state);
    }
}
