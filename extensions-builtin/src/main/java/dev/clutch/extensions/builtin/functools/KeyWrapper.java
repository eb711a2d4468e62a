package dev.clutch.extensions.builtin.functools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Setter;
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

    @Expose(signature = "(obj)")
    Object __call__(ThreadState ts, Object obj) {
        return new KeyWrapper(type(), compare, obj);
    }

    @Getter
    Object obj(ThreadState ts) {
        Object o = object;
        if (o == null) {
            throw ts.error("AttributeError", "object");
        }
        return o;
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

    @Expose
    long __hash__(ThreadState ts) {
        throw ts.typeError("unhashable type: 'functools.KeyWrapper'");
    }
}
