package dev.clutch.extensions.builtin.hashes;

import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;

/** What the four SHA-3 functions share. */
abstract class Sha3Hash extends FixedHash {
    private static final int STATE_BITS = 1600;

    /** The capacity is twice the size of the digest. */
    Sha3Hash(PyType type, HashState state, int bits) {
        super(type, state, "sha3_" + bits, (STATE_BITS - 2 * bits) / 8, bits / 8);
    }

    @Getter("_capacity_bits")
    long capacityBits(ThreadState ts) {
        return STATE_BITS - 8L * blockSize;
    }

    @Getter("_rate_bits")
    long rateBits(ThreadState ts) {
        return 8L * blockSize;
    }

    @Getter("_suffix")
    Object suffix(ThreadState ts) {
        return ts.newBytes(new byte[] {6});
    }
}
