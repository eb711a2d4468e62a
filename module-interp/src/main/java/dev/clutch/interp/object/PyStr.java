package dev.clutch.interp.object;

import dev.clutch.extension.spi.ExtensionType;

/** {@code str}. A str is a {@code String} without surrogates, a {@code CodePoints}, or a {@code PyStrInstance}. */
@ExtensionType(name = "str", subclassable = true)
public final class PyStr {
    /** {@code str}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyStrDefinition(), TypeObject.OBJECT);

    private PyStr() {}
}
