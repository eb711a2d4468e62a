package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.interp.PyThreadState;

/** {@code dict_keys}. */
@ExtensionType(name = "dict_keys", exported = false)
public final class PyDictKeys extends DictSetView {
    /** {@code dict_keys}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyDictKeysDefinition(), TypeObject.OBJECT);

    PyDictKeys(PyDict dict) {
        super(TYPE, dict);
    }

    /** Makes a view of a subclass. */
    PyDictKeys(TypeObject type, PyDict dict) {
        super(type, dict);
    }

    @Override
    DictIterator iterator(boolean backwards) {
        return backwards ? new PyDictReverseKeyIterator(dict) : new PyDictKeyIterator(dict);
    }

    @Expose
    boolean __contains__(PyThreadState ts, Object key) {
        return dict.find(ts, key) >= 0;
    }
}
