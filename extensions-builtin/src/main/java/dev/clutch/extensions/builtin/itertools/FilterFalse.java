package dev.clutch.extensions.builtin.itertools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code itertools.filterfalse}. */
@ExtensionType(
        name = "itertools.filterfalse",
        subclassable = true,
        doc = "Iterate over the items for which the function is false.")
final class FilterFalse extends IteratorBase {
    private final Object function;
    private final Object iterator;

    private FilterFalse(PyType type, Object function, Object iterator) {
        super(type);
        this.function = function;
        this.iterator = iterator;
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(ThreadState ts, PyType cls, PyType definingClass, Object[] args, @Nullable Object kwargs) {
        Support.check(ts, cls, definingClass, args, kwargs, 2, 2);
        return new FilterFalse(cls, args[0], ts.iter(args[1]));
    }

    @Expose
    @Nullable
    Object __next__(ThreadState ts) {
        boolean plain = function == Singleton.NONE || function == ts.builtinType("bool");
        while (true) {
            Object value = ts.next(iterator);
            if (value == null || !ts.isTrue(plain ? value : ts.call(function, value))) {
                return value;
            }
            ts.checkSignals();
        }
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        Support.pickling(ts);
        return ts.newTuple(type(), ts.newTuple(function, iterator));
    }
}
