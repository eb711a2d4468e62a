package dev.clutch.interp.object;

import dev.clutch.extension.spi.ExtensionType;

/** {@code dict_reverseitemiterator}. */
@ExtensionType(name = "dict_reverseitemiterator", exported = false)
public final class PyDictReverseItemIterator extends DictIterator {
    /** {@code dict_reverseitemiterator}. */
    public static final TypeObject TYPE =
            TypeObject.builtin(new PyDictReverseItemIteratorDefinition(), TypeObject.OBJECT);

    PyDictReverseItemIterator(PyDict dict) {
        super(TYPE, dict, true);
    }

    @Override
    Object at(PyDict d, int p) {
        return new PyTuple(d.keyAt(p), d.valueAt(p));
    }

    @Override
    DictIterator over(PyDict d) {
        return new PyDictReverseItemIterator(d);
    }
}
