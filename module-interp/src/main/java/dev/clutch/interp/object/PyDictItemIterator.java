package dev.clutch.interp.object;

import dev.clutch.extension.spi.ExtensionType;

/** {@code dict_itemiterator}. */
@ExtensionType(name = "dict_itemiterator", exported = false)
public final class PyDictItemIterator extends DictIterator {
    /** {@code dict_itemiterator}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyDictItemIteratorDefinition(), TypeObject.OBJECT);

    PyDictItemIterator(PyDict dict) {
        super(TYPE, dict, false);
    }

    @Override
    Object at(PyDict d, int p) {
        return new PyTuple(d.keyAt(p), d.valueAt(p));
    }

    @Override
    DictIterator over(PyDict d) {
        return new PyDictItemIterator(d);
    }
}
