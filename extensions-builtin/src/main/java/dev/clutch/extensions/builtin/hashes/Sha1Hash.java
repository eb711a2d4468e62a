package dev.clutch.extensions.builtin.hashes;

import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;

/** A SHA-1 digest under way. */
@ExtensionType(name = "_sha1.sha1", exported = false)
final class Sha1Hash extends FixedHash {
    Sha1Hash(PyType type, HashState state) {
        super(type, state, "sha1", 64, 20);
    }

    @Override
    HashObject with(HashState other) {
        return new Sha1Hash(type(), other);
    }
}
