package dev.clutch.interp.object;

import dev.clutch.extension.spi.ExtensionType;

/** {@code range_iterator}. */
@ExtensionType(name = "range_iterator", exported = false)
public final class PyRangeIterator extends RangeIteration {
    /** {@code range_iterator}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyRangeIteratorDefinition(), TypeObject.OBJECT);

    PyRangeIterator(Object start, Object step, Object length) {
        super(TYPE, start, step, length);
    }
}
