package dev.clutch.extensions.builtin.hashes;

import dev.clutch.extension.spi.Constant;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;

/** {@code _blake2}. */
@ExtensionModule(
        name = "_blake2",
        doc = "The BLAKE2 algorithms.",
        types = {Blake2b.class, Blake2s.class},
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class Blake2Module {
    @Constant
    static final long BLAKE2B_SALT_SIZE = Blake2b.SALT_SIZE;

    @Constant
    static final long BLAKE2B_PERSON_SIZE = Blake2b.PERSON_SIZE;

    @Constant
    static final long BLAKE2B_MAX_KEY_SIZE = Blake2b.MAX_KEY_SIZE;

    @Constant
    static final long BLAKE2B_MAX_DIGEST_SIZE = Blake2b.MAX_DIGEST_SIZE;

    @Constant
    static final long BLAKE2S_SALT_SIZE = Blake2s.SALT_SIZE;

    @Constant
    static final long BLAKE2S_PERSON_SIZE = Blake2s.PERSON_SIZE;

    @Constant
    static final long BLAKE2S_MAX_KEY_SIZE = Blake2s.MAX_KEY_SIZE;

    @Constant
    static final long BLAKE2S_MAX_DIGEST_SIZE = Blake2s.MAX_DIGEST_SIZE;
}
