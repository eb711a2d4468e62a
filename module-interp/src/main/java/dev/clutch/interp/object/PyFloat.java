package dev.clutch.interp.object;

import dev.clutch.extension.spi.ExtensionType;

/** {@code float}. A float is a {@code Double} or a {@code PyFloatInstance}. */
@ExtensionType(name = "float", subclassable = true)
public final class PyFloat {
    /** {@code float}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyFloatDefinition(), TypeObject.OBJECT);

    private PyFloat() {}
}
