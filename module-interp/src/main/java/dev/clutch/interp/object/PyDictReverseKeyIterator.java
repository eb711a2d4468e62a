package dev.clutch.interp.object;

import dev.clutch.extension.spi.ExtensionType;

/** {@code dict_reversekeyiterator}. */
@ExtensionType(name = "dict_reversekeyiterator", exported = false)
public final class PyDictReverseKeyIterator extends DictIterator {
    /** {@code dict_reversekeyiterator}. */
    public static final TypeObject TYPE =
            TypeObject.builtin(new PyDictReverseKeyIteratorDefinition(), TypeObject.OBJECT);

    PyDictReverseKeyIterator(PyDict dict) {
        super(TYPE, dict, true);
    }

    @Override
    Object at(PyDict d, int p) {
        return d.keyAt(p);
    }

    @Override
    DictIterator over(PyDict d) {
        return new PyDictReverseKeyIterator(d);
    }
}
