package dev.clutch.interp.object;

import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;

/** A slice. Answers to {@code PySliceObject}. */
@ExtensionType(name = "slice")
public final class PySlice extends PyObject {
    /** {@code slice}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PySliceDefinition(), TypeObject.OBJECT);

    /** {@code start}, None when left out. */
    public final Object start;
    /** {@code stop}, None when left out. */
    public final Object stop;
    /** {@code step}, None when left out. */
    public final Object step;

    /** Makes a slice. */
    public PySlice(Object start, Object stop, Object step) {
        super(TYPE);
        this.start = start;
        this.stop = stop;
        this.step = step;
    }
}
