package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.interp.PyThreadState;

/** {@code dict_items}. */
@ExtensionType(name = "dict_items", exported = false)
public final class PyDictItems extends DictSetView {
    /** {@code dict_items}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyDictItemsDefinition(), TypeObject.OBJECT);

    PyDictItems(PyDict dict) {
        super(TYPE, dict);
    }

    /** Makes a view of a subclass. */
    PyDictItems(TypeObject type, PyDict dict) {
        super(type, dict);
    }

    @Override
    DictIterator iterator(boolean backwards) {
        return backwards ? new PyDictReverseItemIterator(dict) : new PyDictItemIterator(dict);
    }

    @Expose
    boolean __contains__(PyThreadState ts, Object key) {
        return contains(ts, key);
    }

    private boolean contains(PyThreadState ts, Object item) {
        if (!(item instanceof PyTuple t) || t.size() != 2) {
            return false;
        }
        Object v = dict.get(ts, t.get(0));
        return v != null && dev.clutch.interp.op.Compare.equal(ts, v, t.get(1));
    }
}
