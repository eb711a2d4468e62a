package dev.clutch.extensions.builtin.hashes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** SHAKE128 and SHAKE256 (FIPS 202), whose output of any length the JDK does not offer. */
final class KeccakState implements HashState {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int ROUNDS = 24;
    private static final int LANES = 25;
    private static final byte SUFFIX = 0x1f;

    private static final long[] ROUND_CONSTANTS = {
        0x0000000000000001L, 0x0000000000008082L, 0x800000000000808aL, 0x8000000080008000L,
        0x000000000000808bL, 0x0000000080000001L, 0x8000000080008081L, 0x8000000000008009L,
        0x000000000000008aL, 0x0000000000000088L, 0x0000000080008009L, 0x000000008000000aL,
        0x000000008000808bL, 0x800000000000008bL, 0x8000000000008089L, 0x8000000000008003L,
        0x8000000000008002L, 0x8000000000000080L, 0x000000000000800aL, 0x800000008000000aL,
        0x8000000080008081L, 0x8000000000008080L, 0x0000000080000001L, 0x8000000080008008L
    };

    /** The rotation of each lane, and the lane that it goes to, along the cycle of the steps rho and pi. */
    private static final int[] ROTATIONS = {
        1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44
    };

    private static final int[] PLACES = {
        10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1
    };

    private final long[] lanes;
    /** The bytes that don't fill a block yet. */
    private final byte[] block;

    private int filled;

    KeccakState(int bits) {
        lanes = new long[LANES];
        block = new byte[200 - bits / 4];
    }

    private KeccakState(KeccakState other) {
        lanes = other.lanes.clone();
        block = other.block.clone();
        filled = other.filled;
    }

    @Override
    public HashState copy() {
        return new KeccakState(this);
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        int at = offset;
        int left = length;
        while (left > 0) {
            int n = Math.min(left, block.length - filled);
            System.arraycopy(bytes, at, block, filled, n);
            filled += n;
            at += n;
            left -= n;
            if (filled == block.length) {
                absorb();
            }
        }
    }

    private void absorb() {
        for (int i = 0; i < block.length / 8; i++) {
            lanes[i] ^= (long) LONGS.get(block, 8 * i);
        }
        permute();
        filled = 0;
    }

    @Override
    public byte[] digest(int length) {
        KeccakState last = new KeccakState(this);
        Arrays.fill(last.block, last.filled, last.block.length, (byte) 0);
        last.block[last.filled] = SUFFIX;
        last.block[last.block.length - 1] |= (byte) 0x80;
        last.absorb();
        byte[] result = new byte[length];
        for (int at = 0; at < length; at += block.length) {
            if (at > 0) {
                last.permute();
            }
            for (int i = 0; i < block.length / 8; i++) {
                LONGS.set(last.block, 8 * i, last.lanes[i]);
            }
            System.arraycopy(last.block, 0, result, at, Math.min(block.length, length - at));
        }
        return result;
    }

    /** Keccak-f[1600]. */
    private void permute() {
        long[] a = lanes;
        long[] c = new long[5];
        for (int round = 0; round < ROUNDS; round++) {
            for (int x = 0; x < 5; x++) {
                c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
            }
            for (int x = 0; x < 5; x++) {
                long d = c[(x + 4) % 5] ^ Long.rotateLeft(c[(x + 1) % 5], 1);
                for (int y = 0; y < LANES; y += 5) {
                    a[x + y] ^= d;
                }
            }
            long moved = a[1];
            for (int i = 0; i < PLACES.length; i++) {
                long next = a[PLACES[i]];
                a[PLACES[i]] = Long.rotateLeft(moved, ROTATIONS[i]);
                moved = next;
            }
            for (int y = 0; y < LANES; y += 5) {
                System.arraycopy(a, y, c, 0, 5);
                for (int x = 0; x < 5; x++) {
                    a[x + y] = c[x] ^ ~c[(x + 1) % 5] & c[(x + 2) % 5];
                }
            }
            a[0] ^= ROUND_CONSTANTS[round];
        }
    }
}
