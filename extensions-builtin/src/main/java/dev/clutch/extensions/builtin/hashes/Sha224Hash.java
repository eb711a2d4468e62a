package dev.clutch.extensions.builtin.hashes;

import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;

/** A SHA-224 digest under way. */
@ExtensionType(name = "_sha2.SHA224Type")
final class Sha224Hash extends FixedHash {
    Sha224Hash(PyType type, HashState state) {
        super(type, state, "sha224", 64, 28);
    }

    @Override
    HashObject with(HashState other) {
        return new Sha224Hash(type(), other);
    }
}
