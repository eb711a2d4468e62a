package dev.clutch.extensions.builtin.hashes;

import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;

/** A MD5 digest under way. */
@ExtensionType(name = "_md5.md5", exported = false)
final class Md5Hash extends FixedHash {
    Md5Hash(PyType type, HashState state) {
        super(type, state, "md5", 64, 16);
    }

    @Override
    HashObject with(HashState other) {
        return new Md5Hash(type(), other);
    }
}
