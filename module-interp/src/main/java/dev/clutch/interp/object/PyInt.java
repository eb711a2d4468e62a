package dev.clutch.interp.object;

import dev.clutch.extension.spi.ExtensionType;

/** {@code int}. An int is a {@code Long}, a {@code BigInteger} outside the range of long, or a {@code PyIntInstance}. */
@ExtensionType(name = "int", subclassable = true)
public final class PyInt {
    /** {@code int}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyIntDefinition(), TypeObject.OBJECT);

    private PyInt() {}
}
