package dev.clutch.interp.object;

import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;

/** A bytes object. Answers to {@code PyBytesObject}. Shared by interpreters when of the exact type. */
@ExtensionType(name = "bytes", subclassable = true)
public final class PyBytes extends PyObject {
    /** {@code bytes}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyBytesDefinition(), TypeObject.OBJECT);

    private final byte[] value;

    /** Makes an object that owns the array. */
    public PyBytes(byte[] value) {
        this(TYPE, value);
    }

    /** Makes an object of a subclass that owns the array. */
    public PyBytes(TypeObject type, byte[] value) {
        super(type);
        this.value = value;
    }

    /** Returns the bytes themselves, for reading only. */
    public byte[] value() {
        return value;
    }

    /** Returns the number of bytes. */
    public int size() {
        return value.length;
    }
}
