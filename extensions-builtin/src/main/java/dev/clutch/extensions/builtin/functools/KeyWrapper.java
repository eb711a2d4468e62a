package dev.clutch.extensions.builtin.functools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Setter;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** What {@code cmp_to_key} makes: first a function, and what that makes of each element. */
@ExtensionType(name = "functools.KeyWrapper", exported = false)
final class KeyWrapper extends PyObject {
    private final Object compare;
    private @Nullable Object object;

    KeyWrapper(PyType type, Object compare, @Nullable Object object) {
        super(type);
        this.compare = compare;
        this.object = object;
    }

    @Expose(signature = "(*args, **kwargs)")
    Object __call__(ThreadState ts, Object[] args, @Nullable Object kwargs) {
        int n = args.length + (kwargs == null ? 0 : ts.size(kwargs));
        if (n > 1) {
            throw ts.typeError("K() takes at most 1 argument (" + n + " given)");
        }
        Object obj = args.length == 1 ? args[0] : kwargs == null ? null : ts.dictGet(kwargs, "obj");
        if (obj == null) {
            throw ts.typeError("K() missing required argument 'obj' (pos 1)");
        }
        return new KeyWrapper(type(), compare, obj);
    }

    @Getter
    Object obj(ThreadState ts) {
        Object o = object;
        return o == null ? Singleton.NONE : o;
    }

    @Setter("obj")
    void setObj(ThreadState ts, @Nullable Object value) {
        object = value;
    }

    @Expose
    Object __richcompare__(ThreadState ts, Slot op, Object other) {
        if (!(other instanceof KeyWrapper k)) {
            throw ts.typeError("other argument must be K instance");
        }
        Object a = object;
        Object b = k.object;
        if (a == null || b == null) {
            throw ts.error("AttributeError", "object");
        }
        return ts.compare(op, ts.call(compare, a, b), 0L);
    }
}
