package dev.clutch.extensions.builtin.hashes;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;

/** A hash whose digest has a fixed size. */
abstract class FixedHash extends HashObject {
    FixedHash(PyType type, HashState state, String name, int blockSize, int digestSize) {
        super(type, state, name, blockSize, digestSize);
    }

    @Expose(doc = "Return the digest of what was hashed so far.")
    Object digest(ThreadState ts) {
        return ts.newBytes(state.digest(digestSize));
    }

    @Expose(doc = "Return the digest of what was hashed so far as hexadecimal digits.")
    Object hexdigest(ThreadState ts) {
        return hex(state.digest(digestSize));
    }
}
