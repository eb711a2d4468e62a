package dev.clutch.extensions.builtin.hashes;

import dev.clutch.extension.spi.Constant;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;

/** {@code _sha3}. */
@ExtensionModule(
        name = "_sha3",
        doc = "The SHA-3 algorithms and SHAKE.",
        types = {Sha3Of224.class, Sha3Of256.class, Sha3Of384.class, Sha3Of512.class, Shake128.class, Shake256.class},
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class Sha3Module {
    @Constant("implementation")
    static final String IMPLEMENTATION = "JDK";
}
