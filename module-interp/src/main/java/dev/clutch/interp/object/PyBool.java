package dev.clutch.interp.object;

import dev.clutch.extension.spi.ExtensionType;

/** {@code bool}: {@code Boolean.TRUE} and {@code Boolean.FALSE}. */
@ExtensionType(name = "bool", base = "int")
public final class PyBool {
    /** {@code bool}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyBoolDefinition(), PyInt.TYPE);

    private PyBool() {}
}
