package dev.clutch.interp.number;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/** Between numbers that are not negative and their limbs of 32 bits, the lowest first. */
final class Limbs {
    private Limbs() {}

    /** The limbs of a number, which has room in them. */
    static int[] of(BigInteger value, int size) {
        byte[] bytes = value.toByteArray();
        int[] limbs = new int[size];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int end = bytes.length;
        int i = 0;
        while (i < size && end >= 4) {
            end -= 4;
            limbs[i++] = buffer.getInt(end);
        }
        // a byte beyond the last limb has nothing but the sign
        if (i < size) {
            for (int at = 0; at < end; at++) {
                limbs[i] = limbs[i] << 8 | bytes[at] & 0xFF;
            }
        }
        return limbs;
    }

    /** The number that limbs stand for. */
    static BigInteger number(int[] limbs) {
        return number(limbs, limbs.length);
    }

    /** The number that the first limbs stand for. */
    static BigInteger number(int[] limbs, int size) {
        ByteBuffer bytes = ByteBuffer.allocate(size * 4);
        for (int i = size - 1; i >= 0; i--) {
            bytes.putInt(limbs[i]);
        }
        return new BigInteger(1, bytes.array());
    }
}
