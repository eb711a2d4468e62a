package dev.clutch.extensions.builtin.hashes;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** A SHAKE128 digest under way. */
@ExtensionType(name = "_sha3.shake_128")
final class Shake128 extends ShakeHash {
    private Shake128(PyType type, HashState state) {
        super(type, state, 128);
    }

    @Expose(signature = "(data=b'', /, *, usedforsecurity=True)")
    static Object __new__(ThreadState ts, PyType cls, @Nullable Object data, boolean usedforsecurity) {
        Shake128 hash = new Shake128(cls, new KeccakState(128));
        hash.feed(ts, data);
        return hash;
    }

    @Override
    HashObject with(HashState other) {
        return new Shake128(type(), other);
    }
}
