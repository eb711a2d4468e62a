package dev.clutch.extensions.builtin.itertools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code itertools.dropwhile}. */
@ExtensionType(
        name = "itertools.dropwhile",
        subclassable = true,
        doc = "Iterate over the items from the first one on for which the predicate is false.")
final class DropWhile extends IteratorBase {
    private final Object predicate;
    private final Object iterator;
    private boolean started;

    private DropWhile(PyType type, Object predicate, Object iterator) {
        super(type);
        this.predicate = predicate;
        this.iterator = iterator;
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(ThreadState ts, PyType cls, PyType definingClass, Object[] args, @Nullable Object kwargs) {
        Support.check(ts, cls, definingClass, args, kwargs, 2, 2);
        return new DropWhile(cls, args[0], ts.iter(args[1]));
    }

    @Expose
    @Nullable
    Object __next__(ThreadState ts) {
        Object value = ts.next(iterator);
        while (!started && value != null) {
            if (!ts.isTrue(ts.call(predicate, value))) {
                started = true;
                break;
            }
            ts.checkSignals();
            value = ts.next(iterator);
        }
        return value;
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        Support.pickling(ts);
        return ts.newTuple(type(), ts.newTuple(predicate, iterator), started ? 1L : 0L);
    }

    @Expose
    void __setstate__(ThreadState ts, Object state) {
        Support.pickling(ts);
        started = ts.isTrue(state);
    }
}
