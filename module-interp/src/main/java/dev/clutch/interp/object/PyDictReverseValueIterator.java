package dev.clutch.interp.object;

import dev.clutch.extension.spi.ExtensionType;

/** {@code dict_reversevalueiterator}. */
@ExtensionType(name = "dict_reversevalueiterator", exported = false)
public final class PyDictReverseValueIterator extends DictIterator {
    /** {@code dict_reversevalueiterator}. */
    public static final TypeObject TYPE =
            TypeObject.builtin(new PyDictReverseValueIteratorDefinition(), TypeObject.OBJECT);

    PyDictReverseValueIterator(PyDict dict) {
        super(TYPE, dict, true);
    }

    @Override
    Object at(PyDict d, int p) {
        return d.valueAt(p);
    }

    @Override
    DictIterator over(PyDict d) {
        return new PyDictReverseValueIterator(d);
    }
}
