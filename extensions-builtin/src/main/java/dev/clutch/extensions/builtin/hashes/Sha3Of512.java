package dev.clutch.extensions.builtin.hashes;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** A SHA3-512 digest under way. */
@ExtensionType(name = "_sha3.sha3_512")
final class Sha3Of512 extends Sha3Hash {
    private Sha3Of512(PyType type, HashState state) {
        super(type, state, 512);
    }

    @Expose(signature = "(data=b'', /, *, usedforsecurity=True)")
    static Object __new__(ThreadState ts, PyType cls, @Nullable Object data, boolean usedforsecurity) {
        Sha3Of512 hash = new Sha3Of512(cls, JdkState.of("SHA3-512"));
        hash.feed(ts, data);
        return hash;
    }

    @Override
    HashObject with(HashState other) {
        return new Sha3Of512(type(), other);
    }
}
