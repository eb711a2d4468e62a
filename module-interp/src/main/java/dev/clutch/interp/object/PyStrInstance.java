package dev.clutch.interp.object;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Slot;

/** An instance of a subclass of {@code str}: the plain value and attributes. */
public final class PyStrInstance extends PyObject {
    /** The plain value. */
    public final Object value;

    /** Makes an instance. */
    public PyStrInstance(TypeObject type, Object value) {
        super(type);
        this.value = value;
    }

    /** Whether equality and hash are those of str, so that a search by text need not run Python code. */
    boolean hasPlainEquality() {
        TypeObject type = (TypeObject) type();
        return type.slot(Slot.EQ) == PyStr.TYPE.slot(Slot.EQ);
    }
}
