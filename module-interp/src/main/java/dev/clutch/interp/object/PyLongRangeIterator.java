package dev.clutch.interp.object;

import dev.clutch.extension.spi.ExtensionType;

/** {@code longrange_iterator}. */
@ExtensionType(name = "longrange_iterator", exported = false)
public final class PyLongRangeIterator extends RangeIteration {
    /** {@code longrange_iterator}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyLongRangeIteratorDefinition(), TypeObject.OBJECT);

    PyLongRangeIterator(Object start, Object step, Object length) {
        super(TYPE, start, step, length);
    }
}
