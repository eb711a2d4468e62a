package dev.clutch.extensions.builtin.hashes;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import java.math.BigInteger;

/** What the two functions with output of any length share. */
abstract class ShakeHash extends HashObject {
    private static final int STATE_BITS = 1600;
    private static final int LENGTH_LIMIT = 1 << 29;

    ShakeHash(PyType type, HashState state, int bits) {
        super(type, state, "shake_" + bits, (STATE_BITS - 2 * bits) / 8, 0);
    }

    private byte[] output(ThreadState ts, Object length) {
        if (!ts.isInt(length)) {
            throw ts.typeError("an integer is required");
        }
        BigInteger n = ts.asBigInteger(length);
        if (n.signum() < 0) {
            throw ts.valueError("value must be positive");
        }
        if (n.bitLength() > 64) {
            throw ts.error("OverflowError", "Python int too large to convert to C unsigned long");
        }
        if (n.bitLength() > 63 || n.longValue() >= LENGTH_LIMIT) {
            throw ts.valueError("length is too large");
        }
        return state.digest(n.intValue());
    }

    @Expose(signature = "(length, /)", doc = "Return as many bytes of the digest.")
    Object digest(ThreadState ts, Object length) {
        return ts.newBytes(output(ts, length));
    }

    @Expose(signature = "(length, /)", doc = "Return as many bytes of the digest as hexadecimal digits.")
    Object hexdigest(ThreadState ts, Object length) {
        return hex(output(ts, length));
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
        return ts.newBytes(new byte[] {0x1f});
    }
}
