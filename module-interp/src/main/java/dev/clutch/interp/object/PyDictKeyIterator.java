package dev.clutch.interp.object;

import dev.clutch.extension.spi.ExtensionType;

/** {@code dict_keyiterator}. */
@ExtensionType(name = "dict_keyiterator", exported = false)
public final class PyDictKeyIterator extends DictIterator {
    /** {@code dict_keyiterator}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyDictKeyIteratorDefinition(), TypeObject.OBJECT);

    PyDictKeyIterator(PyDict dict) {
        super(TYPE, dict, false);
    }

    @Override
    Object at(PyDict d, int p) {
        return d.keyAt(p);
    }

    @Override
    DictIterator over(PyDict d) {
        return new PyDictKeyIterator(d);
    }
}
