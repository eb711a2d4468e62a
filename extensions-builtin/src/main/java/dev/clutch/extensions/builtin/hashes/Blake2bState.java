package dev.clutch.extensions.builtin.hashes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** BLAKE2b, on words of 64 bits. */
final class Blake2bState extends Blake2State {
    static final int BLOCK = 128;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int ROUNDS = 12;

    private static final long[] INITIAL = {
        0x6a09e667f3bcc908L, 0xbb67ae8584caa73bL, 0x3c6ef372fe94f82bL, 0xa54ff53a5f1d36f1L,
        0x510e527fade682d1L, 0x9b05688c2b3e6c1fL, 0x1f83d9abfb41bd6bL, 0x5be0cd19137e2179L
    };

    private final long[] h;

    /** {@code parameters}: the 64 bytes of the parameter block. */
    Blake2bState(byte[] parameters, boolean lastNode) {
        super(BLOCK, lastNode);
        h = INITIAL.clone();
        for (int i = 0; i < h.length; i++) {
            h[i] ^= (long) LONGS.get(parameters, 8 * i);
        }
    }

    private Blake2bState(Blake2bState other) {
        super(other);
        h = other.h.clone();
    }

    @Override
    public Blake2State copy() {
        return new Blake2bState(this);
    }

    @Override
    byte[] output() {
        byte[] bytes = new byte[8 * h.length];
        for (int i = 0; i < h.length; i++) {
            LONGS.set(bytes, 8 * i, h[i]);
        }
        return bytes;
    }

    @Override
    void compress(byte[] bytes, int offset, long count, boolean isLast, boolean isLastNode) {
        long[] m = new long[16];
        for (int i = 0; i < m.length; i++) {
            m[i] = (long) LONGS.get(bytes, offset + 8 * i);
        }
        long[] v = new long[16];
        System.arraycopy(h, 0, v, 0, 8);
        System.arraycopy(INITIAL, 0, v, 8, 8);
        v[12] ^= count;
        if (isLast) {
            v[14] = ~v[14];
        }
        if (isLastNode) {
            v[15] = ~v[15];
        }
        for (int round = 0; round < ROUNDS; round++) {
            int r = round % 10;
            mix(v, 0, 4, 8, 12, m[word(r, 0)], m[word(r, 1)]);
            mix(v, 1, 5, 9, 13, m[word(r, 2)], m[word(r, 3)]);
            mix(v, 2, 6, 10, 14, m[word(r, 4)], m[word(r, 5)]);
            mix(v, 3, 7, 11, 15, m[word(r, 6)], m[word(r, 7)]);
            mix(v, 0, 5, 10, 15, m[word(r, 8)], m[word(r, 9)]);
            mix(v, 1, 6, 11, 12, m[word(r, 10)], m[word(r, 11)]);
            mix(v, 2, 7, 8, 13, m[word(r, 12)], m[word(r, 13)]);
            mix(v, 3, 4, 9, 14, m[word(r, 14)], m[word(r, 15)]);
        }
        for (int i = 0; i < 8; i++) {
            h[i] ^= v[i] ^ v[i + 8];
        }
    }

    private static void mix(long[] v, int a, int b, int c, int d, long x, long y) {
        v[a] += v[b] + x;
        v[d] = Long.rotateRight(v[d] ^ v[a], 32);
        v[c] += v[d];
        v[b] = Long.rotateRight(v[b] ^ v[c], 24);
        v[a] += v[b] + y;
        v[d] = Long.rotateRight(v[d] ^ v[a], 16);
        v[c] += v[d];
        v[b] = Long.rotateRight(v[b] ^ v[c], 63);
    }
}
