package dev.clutch.extensions.builtin.random;

import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;

/** {@code _random}. */
@ExtensionModule(
        name = "_random",
        doc = "The Mersenne Twister.",
        types = RandomGenerator.class,
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class RandomModule {}
