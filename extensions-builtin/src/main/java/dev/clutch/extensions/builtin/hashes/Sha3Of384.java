package dev.clutch.extensions.builtin.hashes;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** A SHA3-384 digest under way. */
@ExtensionType(name = "_sha3.sha3_384")
final class Sha3Of384 extends Sha3Hash {
    private Sha3Of384(PyType type, HashState state) {
        super(type, state, 384);
    }

    @Expose(signature = "(data=b'', /, *, usedforsecurity=True)")
    static Object __new__(ThreadState ts, PyType cls, @Nullable Object data, boolean usedforsecurity) {
        Sha3Of384 hash = new Sha3Of384(cls, JdkState.of("SHA3-384"));
        hash.feed(ts, data);
        return hash;
    }

    @Override
    HashObject with(HashState other) {
        return new Sha3Of384(type(), other);
    }
}
