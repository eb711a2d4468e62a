package dev.clutch.interp.object;

import dev.clutch.extension.spi.PyObject;

/** An instance of a subclass of {@code float}: the plain value and attributes. */
public final class PyFloatInstance extends PyObject {
    /** The plain value. */
    public final Object value;

    /** Makes an instance. */
    public PyFloatInstance(TypeObject type, Object value) {
        super(type);
        this.value = value;
    }
}
