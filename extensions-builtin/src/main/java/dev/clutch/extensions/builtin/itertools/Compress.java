package dev.clutch.extensions.builtin.itertools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code itertools.compress}. */
@ExtensionType(name = "itertools.compress", subclassable = true, doc = "Iterate over the items whose selector is true.")
final class Compress extends IteratorBase {
    private final Object data;
    private final Object selectors;

    private Compress(PyType type, Object data, Object selectors) {
        super(type);
        this.data = data;
        this.selectors = selectors;
    }

    @Expose(signature = "(data, selectors)")
    static Object __new__(ThreadState ts, PyType cls, Object data, Object selectors) {
        return new Compress(cls, ts.iter(data), ts.iter(selectors));
    }

    @Expose
    @Nullable
    Object __next__(ThreadState ts) {
        while (true) {
            Object value = ts.next(data);
            if (value == null) {
                return null;
            }
            Object selector = ts.next(selectors);
            if (selector == null) {
                return null;
            }
            if (ts.isTrue(selector)) {
                return value;
            }
            ts.checkSignals();
        }
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        Support.pickling(ts);
        return ts.newTuple(type(), ts.newTuple(data, selectors));
    }
}
