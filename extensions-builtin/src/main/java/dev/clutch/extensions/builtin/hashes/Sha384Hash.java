package dev.clutch.extensions.builtin.hashes;

import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;

/** A SHA-384 digest under way. */
@ExtensionType(name = "_sha2.SHA384Type")
final class Sha384Hash extends FixedHash {
    Sha384Hash(PyType type, HashState state) {
        super(type, state, "sha384", 128, 48);
    }

    @Override
    HashObject with(HashState other) {
        return new Sha384Hash(type(), other);
    }
}
