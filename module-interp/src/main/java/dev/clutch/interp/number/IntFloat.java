package dev.clutch.interp.number;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Between {@code int} and {@code float}: conversion, exact comparison, division that is rounded once. */
public final class IntFloat {
    private static final long EXACT = 1L << 53;

    private IntFloat() {}

    /** {@code float(int)}. */
    public static double toDouble(Object value) {
        if (value instanceof Long l) {
            return (double) l;
        }
        double d = ((BigInteger) value).doubleValue();
        if (Double.isInfinite(d)) {
            throw AlgorithmException.overflow("int too large to convert to float");
        }
        return d;
    }

    /** {@code int(float)}: truncation. */
    public static Object fromDouble(double value) {
        if (value >= -0x1p63 && value < 0x1p63) {
            return (long) value;
        }
        if (Double.isNaN(value)) {
            throw AlgorithmException.value("cannot convert float NaN to integer");
        }
        if (Double.isInfinite(value)) {
            throw AlgorithmException.overflow("cannot convert float infinity to integer");
        }
        return bigOf(value);
    }

    private static BigInteger bigOf(double integral) {
        return new BigDecimal(integral).toBigInteger();
    }

    /** Compares without rounding the integer; {@code number} is not NaN. */
    public static int compare(Object value, double number) {
        if (value instanceof Long l) {
            return compare(l.longValue(), number);
        }
        BigInteger big = (BigInteger) value;
        if (number < 0x1p63 && number >= -0x1p63) {
            return big.signum();
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? -1 : 1;
        }
        return big.compareTo(bigOf(number));
    }

    public static int compare(long value, double number) {
        if (value >= -EXACT && value <= EXACT) {
            return Double.compare((double) value, number == 0 ? 0.0 : number);
        }
        if (number >= 0x1p63) {
            return -1;
        }
        if (number < -0x1p63) {
            return 1;
        }
        // beyond 2**53 a double that lies between two integers is nearer to zero than the value
        int c = Long.compare(value, (long) number);
        return c != 0 ? c : Double.compare(0.0, number - (double) (long) number + 0.0);
    }

    public static boolean equal(Object value, double number) {
        return !Double.isNaN(number) && compare(value, number) == 0;
    }

    /** {@code int / int}, correctly rounded; answers to long_true_divide. */
    public static double trueDivide(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b && b != 0) {
            if (a >= -EXACT && a <= EXACT && b >= -EXACT && b <= EXACT) {
                return (double) a / (double) b;
            }
        }
        BigInteger a = IntMath.big(left);
        BigInteger b = IntMath.big(right);
        if (b.signum() == 0) {
            throw AlgorithmException.zeroDivision("division by zero");
        }
        if (a.signum() == 0) {
            return b.signum() < 0 ? -0.0 : 0.0;
        }
        boolean negative = a.signum() != b.signum();
        double quotient = divideMagnitudes(a.abs(), b.abs());
        return negative ? -quotient : quotient;
    }

    private static double divideMagnitudes(BigInteger a, BigInteger b) {
        long difference = (long) a.bitLength() - b.bitLength();
        if (difference > Double.MAX_EXPONENT + 1) {
            throw divisionOverflow();
        }
        if (difference < Double.MIN_EXPONENT - 53 - 1) {
            return 0.0;
        }
        // a quotient of at least 55 bits, or as many as a subnormal result has plus two
        int shift = (int) Math.max(difference, Double.MIN_EXPONENT + 1) - 55;
        BigInteger[] parts =
                shift <= 0 ? a.shiftLeft(-shift).divideAndRemainder(b) : a.divideAndRemainder(b.shiftLeft(shift));
        long x = parts[0].longValueExact();
        boolean inexact = parts[1].signum() != 0;
        int bits = Long.SIZE - Long.numberOfLeadingZeros(x);
        int extra = Math.max(bits, Double.MIN_EXPONENT + 1 - shift) - 53;
        long mask = 1L << (extra - 1);
        long low = x | (inexact ? 1 : 0);
        if ((low & mask) != 0 && (low & (3 * mask - 1)) != 0) {
            low += mask;
        }
        x = low & -(2 * mask);
        double result = Math.scalb((double) x, shift);
        if (Double.isInfinite(result)) {
            throw divisionOverflow();
        }
        return result;
    }

    private static AlgorithmException divisionOverflow() {
        return AlgorithmException.overflow("integer division result too large for a float");
    }

    /** {@code float.as_integer_ratio}: numerator and denominator in lowest terms. */
    public static Object[] ratio(double value) {
        if (Double.isNaN(value)) {
            throw AlgorithmException.value("cannot convert NaN to integer ratio");
        }
        if (Double.isInfinite(value)) {
            throw AlgorithmException.overflow("cannot convert Infinity to integer ratio");
        }
        if (value == 0) {
            return new Object[] {0L, 1L};
        }
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) (bits >> 52 & 0x7FF);
        long mantissa = bits & ((1L << 52) - 1);
        if (exponent == 0) {
            exponent = 1;
        } else {
            mantissa |= 1L << 52;
        }
        exponent -= 1075;
        int zeros = Long.numberOfTrailingZeros(mantissa);
        mantissa >>= zeros;
        exponent += zeros;
        long signed = value < 0 ? -mantissa : mantissa;
        if (exponent >= 0) {
            return new Object[] {IntBits.shiftLeft(signed, (long) exponent), 1L};
        }
        return new Object[] {signed, IntBits.shiftLeft(1L, (long) -exponent)};
    }
}
