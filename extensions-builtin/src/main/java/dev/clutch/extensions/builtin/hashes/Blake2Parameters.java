package dev.clutch.extensions.builtin.hashes;

import dev.clutch.extension.spi.ThreadState;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The arguments of {@code blake2b} and {@code blake2s}, and the parameter block that they make (section 2.8 of the BLAKE2 paper). */
final class Blake2Parameters {
    private static final byte[] NONE = new byte[0];

    private final ThreadState ts;
    /** Bytes of a word: 8 or 4. All limits are multiples of it. */
    private final int word;

    final byte[] block;
    final byte[] key;
    final int digestSize;

    Blake2Parameters(
            ThreadState ts,
            int word,
            int digestSize,
            @Nullable Object key,
            @Nullable Object salt,
            @Nullable Object person,
            int[] tree,
            Object leafSize,
            Object nodeOffset) {
        this.ts = ts;
        this.word = word;
        this.digestSize = digestSize;
        int most = 8 * word;
        if (digestSize <= 0 || digestSize > most) {
            throw ts.valueError("digest_size must be between 1 and " + most + " bytes");
        }
        byte[] p = new byte[most];
        p[0] = (byte) digestSize;
        text(salt, "salt", p, 4 * word);
        text(person, "person", p, 6 * word);
        int fanout = tree[0];
        int depth = tree[1];
        int nodeDepth = tree[2];
        int innerSize = tree[3];
        if (fanout < 0 || fanout > 255) {
            throw ts.valueError("fanout must be between 0 and 255");
        }
        if (depth <= 0 || depth > 255) {
            throw ts.valueError("depth must be between 1 and 255");
        }
        p[2] = (byte) fanout;
        p[3] = (byte) depth;
        BigInteger leaf = unsigned(leafSize);
        if (leaf.bitLength() > 32) {
            throw ts.error("OverflowError", "leaf_size is too large");
        }
        little(p, 4, 4, leaf.longValue());
        BigInteger node = unsigned(nodeOffset);
        if (word == 4 && node.bitLength() > 48) {
            throw ts.error("OverflowError", "node_offset is too large");
        }
        little(p, 8, word == 8 ? 8 : 6, node.longValue());
        if (nodeDepth < 0 || nodeDepth > 255) {
            throw ts.valueError("node_depth must be between 0 and 255");
        }
        if (innerSize < 0 || innerSize > most) {
            throw ts.valueError("inner_size must be between 0 and is " + most);
        }
        int at = word == 8 ? 16 : 14;
        p[at] = (byte) nodeDepth;
        p[at + 1] = (byte) innerSize;
        byte[] k = key == null ? NONE : ts.bytesOf(key);
        if (k.length > most) {
            throw ts.valueError("maximum key length is " + most + " bytes");
        }
        p[1] = (byte) k.length;
        this.key = k;
        this.block = p;
    }

    private void text(@Nullable Object o, String name, byte[] p, int at) {
        byte[] bytes = o == null ? NONE : ts.bytesOf(o);
        if (bytes.length > 2 * word) {
            throw ts.valueError("maximum " + name + " length is " + 2 * word + " bytes");
        }
        System.arraycopy(bytes, 0, p, at, bytes.length);
    }

    private BigInteger unsigned(Object o) {
        BigInteger n = ts.asBigInteger(o);
        if (n.signum() < 0) {
            throw ts.valueError("value must be positive");
        }
        if (n.bitLength() > 64) {
            throw ts.error("OverflowError", "int too big to convert");
        }
        return n;
    }

    private static void little(byte[] p, int at, int size, long v) {
        for (int i = 0; i < size; i++) {
            p[at + i] = (byte) (v >> 8 * i);
        }
    }
}
