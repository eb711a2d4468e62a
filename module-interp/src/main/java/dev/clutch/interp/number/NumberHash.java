package dev.clutch.interp.number;

import java.math.BigInteger;

/** Hashes of numbers: equal numbers of all types hash alike, modulo the prime 2**61 - 1. */
public final class NumberHash {
    private static final int BITS = 61;
    private static final long MODULUS = (1L << BITS) - 1;
    private static final long INFINITY = 314159;
    private static final long IMAGINARY = 1000003;

    private NumberHash() {}

    public static long hash(long value) {
        if (value >= 0 && value < MODULUS) {
            return value;
        }
        long h = value % MODULUS;
        return h == -1 ? -2 : h;
    }

    public static long hash(Object value) {
        if (value instanceof Long l) {
            return hash(l.longValue());
        }
        return hashBig((BigInteger) value);
    }

    private static long hashBig(BigInteger value) {
        byte[] bytes = (value.signum() < 0 ? value.negate() : value).toByteArray();
        long h = 0;
        int at = 0;
        for (int partial = bytes.length & 7; at < partial; at++) {
            h = h << 8 | bytes[at] & 0xFF;
        }
        while (at < bytes.length) {
            long word = 0;
            for (int i = 0; i < 8; i++) {
                word = word << 8 | bytes[at++] & 0xFF;
            }
            // 2**64 is 8 modulo the prime, and multiplying by a power of two rotates 61 bits
            h = ((h << 3 & MODULUS) | h >>> (BITS - 3)) + (word & MODULUS) + (word >>> BITS);
            h = (h & MODULUS) + (h >>> BITS);
        }
        h %= MODULUS;
        h = value.signum() < 0 ? -h : h;
        return h == -1 ? -2 : h;
    }

    /** {@code nanHash} is the answer for NaN, which CPython takes from the object's identity. */
    public static long hash(double value, long nanHash) {
        long truncated = (long) value;
        if ((double) truncated == value && truncated != Long.MAX_VALUE) {
            return hash(truncated);
        }
        if (Double.isNaN(value)) {
            return nanHash;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? INFINITY : -INFINITY;
        }
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) (bits >> 52 & 0x7FF);
        long mantissa = bits & ((1L << 52) - 1);
        if (exponent == 0) {
            exponent = 1;
        } else {
            mantissa |= 1L << 52;
        }
        // value = mantissa * 2**e; multiplying by a power of two modulo 2**61 - 1 is a rotation of 61 bits
        int rotation = Math.floorMod(exponent - 1075, BITS);
        long h = mantissa % MODULUS;
        h = (h << rotation & MODULUS) | h >>> (BITS - rotation);
        if (h == MODULUS) {
            h = 0;
        }
        if (value < 0) {
            h = -h;
        }
        return h == -1 ? -2 : h;
    }

    /** The hash of a complex number; a part that is NaN hashes to {@code nanHash}. */
    public static long hash(double real, double imaginary, long nanHash) {
        long h = hash(real, nanHash) + IMAGINARY * hash(imaginary, nanHash);
        return h == -1 ? -2 : h;
    }
}
