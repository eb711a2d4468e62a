package dev.clutch.extensions.builtin.hashes;

import dev.clutch.extension.spi.Constant;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** A BLAKE2s digest under way. */
@ExtensionType(name = "_blake2.blake2s", doc = "A new BLAKE2s hash object.")
final class Blake2s extends FixedHash {
    @Constant
    static final long SALT_SIZE = 8;

    @Constant
    static final long PERSON_SIZE = 8;

    @Constant
    static final long MAX_KEY_SIZE = 32;

    @Constant
    static final long MAX_DIGEST_SIZE = 32;

    private Blake2s(PyType type, HashState state, int digestSize) {
        super(type, state, "blake2s", Blake2sState.BLOCK, digestSize);
    }

    @Expose(
            signature =
                    "(data=b'', /, *, digest_size=32, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0,"
                            + " node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True)")
    static Object __new__(
            ThreadState ts,
            PyType cls,
            @Nullable Object data,
            int digest_size,
            @Nullable Object key,
            @Nullable Object salt,
            @Nullable Object person,
            int fanout,
            int depth,
            Object leaf_size,
            Object node_offset,
            int node_depth,
            int inner_size,
            boolean last_node,
            boolean usedforsecurity) {
        int[] tree = {fanout, depth, node_depth, inner_size};
        Blake2Parameters p = new Blake2Parameters(ts, 4, digest_size, key, salt, person, tree, leaf_size, node_offset);
        Blake2sState state = new Blake2sState(p.block, last_node);
        state.key(p.key);
        Blake2s hash = new Blake2s(cls, state, digest_size);
        hash.feed(ts, data);
        return hash;
    }

    @Override
    HashObject with(HashState other) {
        return new Blake2s(type(), other, digestSize);
    }
}
