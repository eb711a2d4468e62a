package dev.clutch.interp.object;

import dev.clutch.extension.spi.ExtensionType;

/** {@code dict_values}. */
@ExtensionType(name = "dict_values", exported = false)
public final class PyDictValues extends DictView {
    /** {@code dict_values}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyDictValuesDefinition(), TypeObject.OBJECT);

    PyDictValues(PyDict dict) {
        super(TYPE, dict);
    }

    /** Makes a view of a subclass. */
    PyDictValues(TypeObject type, PyDict dict) {
        super(type, dict);
    }

    @Override
    DictIterator iterator(boolean backwards) {
        return backwards ? new PyDictReverseValueIterator(dict) : new PyDictValueIterator(dict);
    }
}
