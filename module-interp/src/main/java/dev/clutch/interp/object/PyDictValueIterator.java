package dev.clutch.interp.object;

import dev.clutch.extension.spi.ExtensionType;

/** {@code dict_valueiterator}. */
@ExtensionType(name = "dict_valueiterator", exported = false)
public final class PyDictValueIterator extends DictIterator {
    /** {@code dict_valueiterator}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyDictValueIteratorDefinition(), TypeObject.OBJECT);

    PyDictValueIterator(PyDict dict) {
        super(TYPE, dict, false);
    }

    @Override
    Object at(PyDict d, int p) {
        return d.valueAt(p);
    }

    @Override
    DictIterator over(PyDict d) {
        return new PyDictValueIterator(d);
    }
}
