package dev.clutch.interp.number;

import java.math.BigInteger;

/** The bits of Python's {@code int}: logic, shifts, counts and bytes, on two's complement of unlimited width. */
public final class IntBits {
    private IntBits() {}

    public static boolean isOdd(Object value) {
        return value instanceof Long l ? (l & 1) != 0 : ((BigInteger) value).testBit(0);
    }

    public static Object and(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return a & b;
        }
        return IntMath.of(IntMath.big(left).and(IntMath.big(right)));
    }

    public static Object or(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return a | b;
        }
        return IntMath.of(IntMath.big(left).or(IntMath.big(right)));
    }

    public static Object xor(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return a ^ b;
        }
        return IntMath.of(IntMath.big(left).xor(IntMath.big(right)));
    }

    public static Object invert(Object value) {
        return value instanceof Long l ? (Object) Long.valueOf(~l) : IntMath.of(((BigInteger) value).not());
    }

    public static Object shiftLeft(Object value, Object count) {
        if (IntMath.signum(count) < 0) {
            throw AlgorithmException.value("negative shift count");
        }
        if (IntMath.signum(value) == 0) {
            return 0L;
        }
        if (!(count instanceof Long n)) {
            throw AlgorithmException.overflow("too many digits in integer");
        }
        if (value instanceof Long v && n < Long.SIZE) {
            long shifted = v << n;
            if (shifted >> n == v) {
                return shifted;
            }
        }
        if (n > Integer.MAX_VALUE) {
            throw IntMath.tooLarge();
        }
        try {
            return IntMath.of(IntMath.big(value).shiftLeft(n.intValue()));
        } catch (ArithmeticException e) {
            throw IntMath.tooLarge();
        }
    }

    public static Object shiftRight(Object value, Object count) {
        if (IntMath.signum(count) < 0) {
            throw AlgorithmException.value("negative shift count");
        }
        if (!(count instanceof Long n) || n > Integer.MAX_VALUE) {
            return IntMath.signum(value) < 0 ? -1L : 0L;
        }
        if (value instanceof Long v) {
            return v >> Math.min(n, 63);
        }
        return IntMath.of(((BigInteger) value).shiftRight(n.intValue()));
    }

    /** {@code int.bit_length}: of the absolute value. */
    public static int bitLength(Object value) {
        if (value instanceof Long l) {
            return Long.SIZE - Long.numberOfLeadingZeros(Math.abs(l));
        }
        return ((BigInteger) value).abs().bitLength();
    }

    /** {@code int.bit_count}: ones in the absolute value. */
    public static int bitCount(Object value) {
        if (value instanceof Long l) {
            return Long.bitCount(Math.abs(l));
        }
        return ((BigInteger) value).abs().bitCount();
    }

    /** {@code int.to_bytes}. */
    public static byte[] toBytes(Object value, int length, boolean littleEndian, boolean signed) {
        if (length < 0) {
            throw AlgorithmException.value("length argument must be non-negative");
        }
        BigInteger v = IntMath.big(value);
        if (!signed && v.signum() < 0) {
            throw AlgorithmException.overflow("can't convert negative int to unsigned");
        }
        long needed = (long) v.bitLength() + (signed && v.signum() != 0 ? 1 : 0);
        boolean nothing = v.signum() < 0 && needed == 1 && length == 0; // CPython writes -1 into no bytes
        if (needed > 8L * length && !nothing) {
            throw AlgorithmException.overflow("int too big to convert");
        }
        byte[] source = v.toByteArray();
        byte[] result = new byte[length];
        byte fill = (byte) (v.signum() < 0 ? -1 : 0);
        for (int i = 0; i < length; i++) {
            byte b = i < source.length ? source[source.length - 1 - i] : fill;
            result[littleEndian ? i : length - 1 - i] = b;
        }
        return result;
    }

    /** {@code int.from_bytes}. */
    public static Object fromBytes(byte[] bytes, int from, int to, boolean littleEndian, boolean signed) {
        int length = to - from;
        if (length == 0) {
            return 0L;
        }
        if (length <= 8) {
            long r = 0;
            for (int i = 0; i < length; i++) {
                r = r << 8 | (bytes[littleEndian ? to - 1 - i : from + i] & 0xFF);
            }
            if (signed) {
                int unused = Long.SIZE - 8 * length;
                return r << unused >> unused;
            }
            if (r >= 0 || length < 8) {
                return r;
            }
        }
        byte[] big = new byte[length];
        for (int i = 0; i < length; i++) {
            big[i] = bytes[littleEndian ? to - 1 - i : from + i];
        }
        return IntMath.of(signed ? new BigInteger(big) : new BigInteger(1, big));
    }
}
