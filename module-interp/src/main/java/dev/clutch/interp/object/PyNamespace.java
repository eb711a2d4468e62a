package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Compare;
import dev.clutch.interp.op.Text;
import org.jspecify.annotations.Nullable;

/** {@code types.SimpleNamespace}. Answers to {@code _PyNamespaceObject}. */
@ExtensionType(
        name = "types.SimpleNamespace",
        exported = false,
        subclassable = true,
        dict = true,
        doc = "An object whose attributes are the keyword arguments that it was made with.")
public final class PyNamespace extends PyObject {
    /** {@code types.SimpleNamespace}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyNamespaceDefinition(), TypeObject.OBJECT);

    private PyNamespace(TypeObject type) {
        super(type);
    }

    /** Makes a namespace whose attributes are those of the dict, which it owns from here on ({@code _PyNamespace_New}). */
    public PyNamespace(PyDict attributes) {
        super(TYPE);
        setAttributes(this, attributes);
    }

    private PyDict attributes() {
        PyDict d = AttributeStorage.dict(this);
        return d == null ? new PyDict() : d;
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new PyNamespace((TypeObject) cls);
    }

    @Expose(signature = "(*args, **kwargs)")
    void __init__(PyThreadState ts, Object[] args, @Nullable Object kwargs) {
        if (args.length > 0) {
            throw Errors.typeError(ts, "no positional arguments expected");
        }
        if (kwargs instanceof PyDict d) {
            DictUpdate.merge(ts, attributes(), d);
        }
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        String name = type() == TYPE ? "namespace" : type().name();
        if (!ts.reprs.enter(this)) {
            return name + "(...)";
        }
        ts.enterNative();
        try {
            StrBuilder out = new StrBuilder(32);
            out.append((Object) name).append((Object) "(");
            PyDict d = attributes();
            boolean first = true;
            for (int p = d.next(0); p >= 0; p = d.next(p + 1)) {
                Object key = d.keyAt(p);
                if (!PyStr.TYPE.isInstance(key) || "".equals(key)) {
                    continue;
                }
                Object value = d.valueAt(p);
                if (!first) {
                    out.append((Object) ", ");
                }
                first = false;
                out.append(Text.str(ts, key)).append((Object) "=").append(Text.repr(ts, value));
            }
            return out.append((Object) ")").build();
        } finally {
            ts.leaveNative();
            ts.reprs.leave(this);
        }
    }

    @Expose(name = "__richcompare__")
    Object compare(PyThreadState ts, Slot op, Object other) {
        if (!(other instanceof PyNamespace n)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return Compare.rich(ts, op.id(), attributes(), n.attributes());
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        return new PyTuple(type(), PyTuple.EMPTY, attributes());
    }
}
