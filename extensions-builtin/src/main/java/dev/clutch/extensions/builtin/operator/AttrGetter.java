package dev.clutch.extensions.builtin.operator;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;

/** {@code operator.attrgetter}. */
@ExtensionType(name = "operator.attrgetter", doc = "Return a callable that fetches attributes.")
final class AttrGetter extends PyObject {
    /** The dotted names as given. */
    private final Object[] names;

    /** The parts of each, interned. */
    private final String[][] paths;

    private AttrGetter(PyType type, Object[] names, String[][] paths) {
        super(type);
        this.names = names;
        this.paths = paths;
    }

    @Expose(signature = "(attr, /, *attrs)")
    static Object __new__(ThreadState ts, PyType cls, Object attr, Object[] attrs) {
        Object[] all = new Object[attrs.length + 1];
        all[0] = attr;
        System.arraycopy(attrs, 0, all, 1, attrs.length);
        String[][] paths = new String[all.length][];
        for (int i = 0; i < all.length; i++) {
            if (!ts.isStr(all[i])) {
                throw ts.typeError("attribute name must be a string");
            }
            String[] parts = ts.strValue(all[i]).toString().split("\\.", -1);
            for (int k = 0; k < parts.length; k++) {
                parts[k] = parts[k].intern();
            }
            paths[i] = parts;
        }
        return new AttrGetter(cls, all, paths);
    }

    private static Object get(ThreadState ts, Object obj, String[] path) {
        Object o = obj;
        for (String name : path) {
            o = ts.getAttr(o, name);
        }
        return o;
    }

    @Expose(signature = "(obj, /)")
    Object __call__(ThreadState ts, Object obj) {
        if (paths.length == 1) {
            return get(ts, obj, paths[0]);
        }
        Object[] out = new Object[paths.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = get(ts, obj, paths[i]);
        }
        return ts.newTuple(out);
    }

    @Expose
    Object __repr__(ThreadState ts) {
        return Reprs.of(ts, this, names, null);
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        return ts.newTuple(type(), ts.newTuple(names.clone()));
    }
}
