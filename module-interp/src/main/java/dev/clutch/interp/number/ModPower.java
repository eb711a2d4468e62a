package dev.clutch.interp.number;

import java.math.BigInteger;

/**
 * Powers modulo an odd number of middle size by Montgomery multiplication: {@code BigInteger.modPow} takes long to get ready. Numbers are limbs of 32 bits, the lowest
 * first.
 */
final class ModPower {
    private static final int MAX_LIMBS = 16;
    private static final long MASK = 0xFFFF_FFFFL;
    private static final int WINDOW = 4;

    private final int[] modulus;
    private final int size;
    private final long inverse;
    private final int[] product;

    private ModPower(BigInteger modulus) {
        this.size = (modulus.bitLength() + 31) >> 5;
        this.modulus = Limbs.of(modulus, size);
        long n = this.modulus[0] & MASK;
        long x = n;
        // each step doubles the bits in which x is the inverse of n
        for (int i = 0; i < 4; i++) {
            x *= 2 - n * x;
        }
        this.inverse = -x & MASK;
        this.product = new int[size + 2];
    }

    /** Whether this is the faster way; the exponent is positive. */
    static boolean suits(BigInteger modulus) {
        return modulus.testBit(0) && modulus.bitLength() > 1 && modulus.bitLength() <= MAX_LIMBS * 32;
    }

    static BigInteger power(BigInteger base, BigInteger exponent, BigInteger modulus) {
        ModPower m = new ModPower(modulus);
        int shift = m.size * 32;
        int[] one = Limbs.of(BigInteger.ONE.shiftLeft(shift).mod(modulus), m.size);
        int[] factor = Limbs.of(base.mod(modulus).shiftLeft(shift).mod(modulus), m.size);
        int bits = exponent.bitLength();
        int[] result = bits <= 64 ? m.bitwise(factor, exponent.longValue(), bits) : m.windows(one, factor, exponent);
        int[] unit = new int[m.size];
        unit[0] = 1;
        m.multiply(result, unit, result);
        return Limbs.number(result);
    }

    private int[] bitwise(int[] factor, long exponent, int bits) {
        int[] result = factor.clone();
        for (int bit = bits - 2; bit >= 0; bit--) {
            multiply(result, result, result);
            if ((exponent >>> bit & 1) != 0) {
                multiply(result, factor, result);
            }
        }
        return result;
    }

    private int[] windows(int[] one, int[] factor, BigInteger exponent) {
        int[][] powers = new int[1 << WINDOW][];
        powers[0] = one;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = new int[size];
            multiply(powers[i - 1], factor, powers[i]);
        }
        int[] result = one.clone();
        for (int window = (exponent.bitLength() - 1) / WINDOW; window >= 0; window--) {
            int digit = 0;
            for (int i = WINDOW - 1; i >= 0; i--) {
                multiply(result, result, result);
                digit = digit << 1 | (exponent.testBit(window * WINDOW + i) ? 1 : 0);
            }
            if (digit != 0) {
                multiply(result, powers[digit], result);
            }
        }
        return result;
    }

    /** {@code out = a * b / 2**(32 * size)} modulo the modulus; {@code out} may be one of the operands. */
    private void multiply(int[] a, int[] b, int[] out) {
        int n = size;
        int[] t = product;
        int[] m = modulus;
        for (int i = 0; i <= n + 1; i++) {
            t[i] = 0;
        }
        for (int i = 0; i < n; i++) {
            long x = a[i] & MASK;
            long carry = 0;
            for (int j = 0; j < n; j++) {
                carry += x * (b[j] & MASK) + (t[j] & MASK);
                t[j] = (int) carry;
                carry >>>= 32;
            }
            carry += t[n] & MASK;
            t[n] = (int) carry;
            t[n + 1] = (int) (carry >>> 32);
            long q = (t[0] & MASK) * inverse & MASK;
            carry = q * (m[0] & MASK) + (t[0] & MASK) >>> 32;
            for (int j = 1; j < n; j++) {
                carry += q * (m[j] & MASK) + (t[j] & MASK);
                t[j - 1] = (int) carry;
                carry >>>= 32;
            }
            carry += t[n] & MASK;
            t[n - 1] = (int) carry;
            t[n] = t[n + 1] + (int) (carry >>> 32);
        }
        if (t[n] != 0 || !below(t, m)) {
            long borrow = 0;
            for (int j = 0; j < n; j++) {
                borrow += (t[j] & MASK) - (m[j] & MASK);
                out[j] = (int) borrow;
                borrow >>= 32;
            }
        } else {
            System.arraycopy(t, 0, out, 0, n);
        }
    }

    private boolean below(int[] a, int[] b) {
        for (int i = size - 1; i >= 0; i--) {
            if (a[i] != b[i]) {
                return Integer.compareUnsigned(a[i], b[i]) < 0;
            }
        }
        return false;
    }
}
