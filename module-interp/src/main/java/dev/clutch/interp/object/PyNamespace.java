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
@ExtensionType(name = "types.SimpleNamespace", exported = false, subclassable = true, dict = true, doc = "Attributes under names.")
public final class PyNamespace extends PyObject {
    /** {@code types.SimpleNamespace}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyNamespaceDefinition(), TypeObject.OBJECT);

    /** Makes a namespace with its attributes ({@code _PyNamespace_New}). */
    public PyNamespace(PyDict attributes) {
        super(TYPE);
        setAttributes(this, attributes);
    }

    private PyNamespace(TypeObject type) {
        super(type);
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
        if (kwargs instanceof PyDict given) {
            PyDict d = attributes();
            for (int p = given.next(0); p >= 0; p = given.next(p + 1)) {
                d.put(ts, given.keyAt(p), given.valueAt(p));
            }
        }
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        Object name = type() == TYPE ? "namespace" : Types.of(this).name();
        if (!ts.interp.reprs().enter(this)) {
            return Text.concat(name, "(...)");
        }
        try {
            PyDict d = attributes();
            StrBuilder out = new StrBuilder(32);
            out.append(name).append((Object) "(");
            boolean first = true;
            for (int p = d.next(0); p >= 0; p = d.next(p + 1)) {
                Object key = d.keyAt(p);
                if (PyStr.isStr(key) && Text.java(key).length() > 0) {
                    if (!first) {
                        out.append((Object) ", ");
                    }
                    first = false;
                    out.append(PyStr.plain(key)).append((Object) "=").append(Text.repr(ts, d.valueAt(p)));
                }
            }
            return out.append((Object) ")").build();
        } finally {
            ts.interp.reprs().leave(this);
        }
    }

    @Expose
    Object __richcompare__(PyThreadState ts, Slot op, Object other) {
        if (!(other instanceof PyNamespace n)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return Compare.rich(ts, op.id(), attributes(), n.attributes());
    }

    @Expose(doc = "Return what pickle needs.")
    Object __reduce__(PyThreadState ts) {
        return new PyTuple(Types.of(this), new PyTuple(), attributes());
    }
}
