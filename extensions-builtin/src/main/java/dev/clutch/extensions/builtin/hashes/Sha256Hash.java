package dev.clutch.extensions.builtin.hashes;

import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;

/** A SHA-256 digest under way. */
@ExtensionType(name = "_sha2.SHA256Type")
final class Sha256Hash extends FixedHash {
    Sha256Hash(PyType type, HashState state) {
        super(type, state, "sha256", 64, 32);
    }

    @Override
    HashObject with(HashState other) {
        return new Sha256Hash(type(), other);
    }
}
