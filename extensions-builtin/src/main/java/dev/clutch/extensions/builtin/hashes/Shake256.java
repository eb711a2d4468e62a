package dev.clutch.extensions.builtin.hashes;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** A SHAKE256 digest under way. */
@ExtensionType(name = "_sha3.shake_256")
final class Shake256 extends ShakeHash {
    private Shake256(PyType type, HashState state) {
        super(type, state, 256);
    }

    @Expose(signature = "(data=b'', /, *, usedforsecurity=True)")
    static Object __new__(ThreadState ts, PyType cls, @Nullable Object data, boolean usedforsecurity) {
        Shake256 hash = new Shake256(cls, new KeccakState(256));
        hash.feed(ts, data);
        return hash;
    }

    @Override
    HashObject with(HashState other) {
        return new Shake256(type(), other);
    }
}
