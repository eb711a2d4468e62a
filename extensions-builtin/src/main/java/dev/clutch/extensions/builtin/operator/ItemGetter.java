package dev.clutch.extensions.builtin.operator;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;

/** {@code operator.itemgetter}. */
@ExtensionType(name = "operator.itemgetter", doc = "Return a callable that fetches items.")
final class ItemGetter extends PyObject {
    private final Object[] items;

    private ItemGetter(PyType type, Object[] items) {
        super(type);
        this.items = items;
    }

    @Expose(signature = "(item, /, *items)")
    static Object __new__(ThreadState ts, PyType cls, Object item, Object[] items) {
        Object[] all = new Object[items.length + 1];
        all[0] = item;
        System.arraycopy(items, 0, all, 1, items.length);
        return new ItemGetter(cls, all);
    }

    @Expose(signature = "(obj, /)")
    Object __call__(ThreadState ts, Object obj) {
        if (items.length == 1) {
            return ts.getItem(obj, items[0]);
        }
        Object[] out = new Object[items.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = ts.getItem(obj, items[i]);
        }
        return ts.newTuple(out);
    }

    @Expose
    Object __repr__(ThreadState ts) {
        return Reprs.of(ts, this, items, null);
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        return ts.newTuple(type(), ts.newTuple(items.clone()));
    }
}
