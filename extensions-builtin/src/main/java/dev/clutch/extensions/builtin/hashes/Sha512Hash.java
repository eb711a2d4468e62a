package dev.clutch.extensions.builtin.hashes;

import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;

/** A SHA-512 digest under way. */
@ExtensionType(name = "_sha2.SHA512Type")
final class Sha512Hash extends FixedHash {
    Sha512Hash(PyType type, HashState state) {
        super(type, state, "sha512", 128, 64);
    }

    @Override
    HashObject with(HashState other) {
        return new Sha512Hash(type(), other);
    }
}
