package dev.clutch.extensions.builtin.itertools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code itertools.starmap}. */
@ExtensionType(
        name = "itertools.starmap",
        subclassable = true,
        doc = "Iterate over the results of a function called with each tuple of arguments.")
final class StarMap extends IteratorBase {
    private final Object function;
    private final Object iterator;

    private StarMap(PyType type, Object function, Object iterator) {
        super(type);
        this.function = function;
        this.iterator = iterator;
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(ThreadState ts, PyType cls, PyType definingClass, Object[] args, @Nullable Object kwargs) {
        Support.check(ts, cls, definingClass, args, kwargs, 2, 2);
        return new StarMap(cls, args[0], ts.iter(args[1]));
    }

    @Expose
    @Nullable
    Object __next__(ThreadState ts) {
        Object args = ts.next(iterator);
        return args == null ? null : ts.callVector(function, ts.toArray(args), null);
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        Support.pickling(ts);
        return ts.newTuple(type(), ts.newTuple(function, iterator));
    }
}
