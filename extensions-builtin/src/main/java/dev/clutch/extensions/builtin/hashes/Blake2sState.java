package dev.clutch.extensions.builtin.hashes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** BLAKE2s, on words of 32 bits. */
final class Blake2sState extends Blake2State {
    static final int BLOCK = 64;

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int ROUNDS = 10;

    private static final int[] INITIAL = {
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
    };

    private final int[] h;

    /** {@code parameters}: the 32 bytes of the parameter block. */
    Blake2sState(byte[] parameters, boolean lastNode) {
        super(BLOCK, lastNode);
        h = INITIAL.clone();
        for (int i = 0; i < h.length; i++) {
            h[i] ^= (int) INTS.get(parameters, 4 * i);
        }
    }

    private Blake2sState(Blake2sState other) {
        super(other);
        h = other.h.clone();
    }

    @Override
    public Blake2State copy() {
        return new Blake2sState(this);
    }

    @Override
    byte[] output() {
        byte[] bytes = new byte[4 * h.length];
        for (int i = 0; i < h.length; i++) {
            INTS.set(bytes, 4 * i, h[i]);
        }
        return bytes;
    }

    @Override
    void compress(byte[] bytes, int offset, long count, boolean isLast, boolean isLastNode) {
        int[] m = new int[16];
        for (int i = 0; i < m.length; i++) {
            m[i] = (int) INTS.get(bytes, offset + 4 * i);
        }
        int[] v = new int[16];
        System.arraycopy(h, 0, v, 0, 8);
        System.arraycopy(INITIAL, 0, v, 8, 8);
        v[12] ^= (int) count;
        v[13] ^= (int) (count >>> 32);
        if (isLast) {
            v[14] = ~v[14];
        }
        if (isLastNode) {
            v[15] = ~v[15];
        }
        for (int round = 0; round < ROUNDS; round++) {
            mix(v, 0, 4, 8, 12, m[word(round, 0)], m[word(round, 1)]);
            mix(v, 1, 5, 9, 13, m[word(round, 2)], m[word(round, 3)]);
            mix(v, 2, 6, 10, 14, m[word(round, 4)], m[word(round, 5)]);
            mix(v, 3, 7, 11, 15, m[word(round, 6)], m[word(round, 7)]);
            mix(v, 0, 5, 10, 15, m[word(round, 8)], m[word(round, 9)]);
            mix(v, 1, 6, 11, 12, m[word(round, 10)], m[word(round, 11)]);
            mix(v, 2, 7, 8, 13, m[word(round, 12)], m[word(round, 13)]);
            mix(v, 3, 4, 9, 14, m[word(round, 14)], m[word(round, 15)]);
        }
        for (int i = 0; i < 8; i++) {
            h[i] ^= v[i] ^ v[i + 8];
        }
    }

    private static void mix(int[] v, int a, int b, int c, int d, int x, int y) {
        v[a] += v[b] + x;
        v[d] = Integer.rotateRight(v[d] ^ v[a], 16);
        v[c] += v[d];
        v[b] = Integer.rotateRight(v[b] ^ v[c], 12);
        v[a] += v[b] + y;
        v[d] = Integer.rotateRight(v[d] ^ v[a], 8);
        v[c] += v[d];
        v[b] = Integer.rotateRight(v[b] ^ v[c], 7);
    }
}
