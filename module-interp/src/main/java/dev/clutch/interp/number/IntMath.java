package dev.clutch.interp.number;

import dev.clutch.interp.number.AlgorithmException.Kind;
import java.math.BigInteger;

/**
 * Arithmetic of Python's {@code int}: a {@code Long}, or a {@code BigInteger} exactly when the value does not fit one. Operands and
 * results keep that invariant.
 */
public final class IntMath {
    private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);

    /** The largest number whose square is a long. */
    private static final long MAX_ROOT = 3_037_000_499L;

    /** Bits of a modulus for which the JDK takes about a tenth of a second. */
    private static final int LONG_INVERSE = 1 << 16;

    /** Leading bits of two numbers that tell their quotient, if it has half as many. */
    private static final int LEADING_BITS = 62;

    private IntMath() {}

    /** The canonical value of a Java integer. */
    public static Object of(BigInteger value) {
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }

    public static BigInteger big(Object value) {
        return value instanceof Long l ? BigInteger.valueOf(l) : (BigInteger) value;
    }

    public static int signum(Object value) {
        return value instanceof Long l ? Long.signum(l) : ((BigInteger) value).signum();
    }

    public static int compare(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return Long.compare(a, b);
        }
        return big(left).compareTo(big(right));
    }

    public static Object add(long a, long b) {
        long r = a + b;
        if (((a ^ r) & (b ^ r)) < 0) {
            return BigInteger.valueOf(a).add(BigInteger.valueOf(b));
        }
        return r;
    }

    public static Object add(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return add(a.longValue(), b.longValue());
        }
        return of(big(left).add(big(right)));
    }

    public static Object sub(long a, long b) {
        long r = a - b;
        if (((a ^ b) & (a ^ r)) < 0) {
            return BigInteger.valueOf(a).subtract(BigInteger.valueOf(b));
        }
        return r;
    }

    public static Object sub(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return sub(a.longValue(), b.longValue());
        }
        return of(big(left).subtract(big(right)));
    }

    public static Object mul(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if (high == low >> 63) {
            return low;
        }
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }

    public static Object mul(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return mul(a.longValue(), b.longValue());
        }
        try {
            return of(big(left).multiply(big(right)));
        } catch (ArithmeticException e) {
            throw tooLarge();
        }
    }

    /** The product; a huge one asks the checkpoint meanwhile. */
    public static Object mul(HugeMath.Checkpoint checkpoint, Object left, Object right) {
        if (left instanceof BigInteger a && HugeMath.isHuge(a) || right instanceof BigInteger b && HugeMath.isHuge(b)) {
            return of(HugeMath.multiply(checkpoint, big(left), big(right)));
        }
        return mul(left, right);
    }

    public static Object neg(Object value) {
        if (value instanceof Long l) {
            return l == Long.MIN_VALUE ? (Object) MIN.negate() : (Object) (-l);
        }
        return of(((BigInteger) value).negate());
    }

    public static Object abs(Object value) {
        return signum(value) < 0 ? neg(value) : value;
    }

    public static Object floordiv(long a, long b) {
        if (b == 0) {
            throw AlgorithmException.zeroDivision("integer division or modulo by zero");
        }
        if (b == -1) {
            return neg(a);
        }
        return Math.floorDiv(a, b);
    }

    public static Object floordiv(HugeMath.Checkpoint checkpoint, Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return floordiv(a.longValue(), b.longValue());
        }
        BigInteger a = big(left);
        BigInteger b = big(right);
        long small = smallQuotient(a, b);
        if (small >= 0) {
            return small;
        }
        if (b.signum() != 0 && a.signum() * b.signum() >= 0 && !(HugeMath.isHuge(a) && b.bitLength() > Long.SIZE)) {
            return of(a.divide(b));
        }
        return divmod(checkpoint, left, right, "integer division or modulo by zero")[0];
    }

    /** The quotient of positive numbers of like size, if their leading bits tell it; else -1. */
    private static long smallQuotient(BigInteger a, BigInteger b) {
        int bits = a.bitLength();
        int difference = bits - b.bitLength();
        if (a.signum() <= 0 || b.signum() <= 0 || difference > LEADING_BITS / 2) {
            return -1;
        }
        if (difference < 0) {
            return 0;
        }
        int shift = bits - LEADING_BITS;
        if (shift < 0) {
            return -1;
        }
        long x = a.shiftRight(shift).longValue();
        long y = b.shiftRight(shift).longValue();
        long quotient = x / (y + 1);
        return (x + 1) / y == quotient ? quotient : -1;
    }

    /** The floor of a quotient whose operands are not huge. */
    public static Object floordiv(Object left, Object right) {
        return floordiv(HugeMath.UNWATCHED, left, right);
    }

    public static long mod(long a, long b) {
        if (b == 0) {
            throw AlgorithmException.zeroDivision("integer modulo by zero");
        }
        return Math.floorMod(a, b);
    }

    public static Object mod(HugeMath.Checkpoint checkpoint, Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return mod(a.longValue(), b.longValue());
        }
        BigInteger a = big(left);
        BigInteger b = big(right);
        if (b.signum() != 0 && a.signum() * b.signum() >= 0 && !(HugeMath.isHuge(a) && b.bitLength() > Long.SIZE)) {
            return of(a.remainder(b));
        }
        return divmod(checkpoint, left, right, "integer modulo by zero")[1];
    }

    /** The remainder of operands that are not huge. */
    public static Object mod(Object left, Object right) {
        return mod(HugeMath.UNWATCHED, left, right);
    }

    /** Floor quotient and remainder. */
    public static Object[] divmod(HugeMath.Checkpoint checkpoint, Object left, Object right) {
        return divmod(checkpoint, left, right, "integer division or modulo by zero");
    }

    private static Object[] divmod(HugeMath.Checkpoint checkpoint, Object left, Object right, String zeroMessage) {
        if (left instanceof Long a && right instanceof Long b && b != 0) {
            return new Object[] {floordiv(a.longValue(), b.longValue()), Math.floorMod(a, b)};
        }
        BigInteger divisor = big(right);
        if (divisor.signum() == 0) {
            throw AlgorithmException.zeroDivision(zeroMessage);
        }
        BigInteger[] parts = HugeMath.divide(checkpoint, big(left), divisor);
        if (parts[1].signum() * divisor.signum() < 0) {
            return new Object[] {of(parts[0].subtract(BigInteger.ONE)), of(parts[1].add(divisor))};
        }
        return new Object[] {of(parts[0]), of(parts[1])};
    }

    /** Power with an exponent that is not negative. */
    public static Object pow(HugeMath.Checkpoint checkpoint, Object base, Object exponent) {
        if (base instanceof Long b) {
            if (b == 0 || b == 1) {
                return signum(exponent) == 0 ? (Object) 1L : base;
            }
            if (b == -1) {
                return IntBits.isOdd(exponent) ? -1L : 1L;
            }
            if (exponent instanceof Long e && e < 64) {
                return powSmall(b, e.intValue());
            }
        }
        if (!(exponent instanceof Long e) || e > Integer.MAX_VALUE) {
            throw tooLarge();
        }
        return of(HugeMath.pow(checkpoint, big(base), e.intValue()));
    }

    private static Object powSmall(long base, int exponent) {
        long result = 1;
        long square = base;
        for (int e = exponent; ; ) {
            if ((e & 1) != 0) {
                if (Math.multiplyHigh(result, square) != (result * square) >> 63) {
                    return of(BigInteger.valueOf(base).pow(exponent));
                }
                result *= square;
            }
            e >>= 1;
            if (e == 0) {
                return result;
            }
            if (Math.multiplyHigh(square, square) != (square * square) >> 63) {
                return of(BigInteger.valueOf(base).pow(exponent));
            }
            square *= square;
        }
    }

    /** {@code pow(base, exponent, modulus)}: a negative exponent takes the inverse, the result has the modulus' sign. */
    public static Object modpow(Object base, Object exponent, Object modulus, HugeMath.Checkpoint checkpoint) {
        BigInteger m = big(modulus);
        if (m.signum() == 0) {
            throw AlgorithmException.value("pow() 3rd argument cannot be 0");
        }
        if (base instanceof Long small
                && exponent instanceof Long e
                && e >= 0
                && modulus instanceof Long n
                && n > 0
                && n <= MAX_ROOT) {
            return modpow(small.longValue(), e.longValue(), n.longValue());
        }
        BigInteger positive = m.abs();
        BigInteger result;
        try {
            BigInteger e = big(exponent);
            BigInteger b = big(base);
            if (e.signum() < 0 && positive.bitLength() > LONG_INVERSE) {
                b = IntGcd.inverse(checkpoint, b, positive);
                e = e.negate();
            }
            if (isLongWork(e, positive)) {
                result = slowPower(b, e, positive, checkpoint);
            } else if (e.signum() > 0 && ModPower.suits(positive)) {
                result = ModPower.power(b, e, positive);
            } else {
                result = b.modPow(e, positive);
            }
        } catch (ArithmeticException e) {
            throw AlgorithmException.value("base is not invertible for the given modulus");
        }
        return of(m.signum() < 0 && result.signum() != 0 ? result.add(m) : result);
    }

    /** The modulus is small enough for products of two remainders. */
    private static long modpow(long base, long exponent, long modulus) {
        long result = 1 % modulus;
        long square = Math.floorMod(base, modulus);
        for (long e = exponent; e != 0; e >>= 1) {
            if ((e & 1) != 0) {
                result = result * square % modulus;
            }
            square = square * square % modulus;
        }
        return result;
    }

    /** Whether the JDK would be busy for more than moments, and nothing could stop it. */
    private static boolean isLongWork(BigInteger exponent, BigInteger modulus) {
        long words = modulus.bitLength() >> 5;
        return exponent.signum() > 0 && words > 64 && words * words > (1L << 31) / exponent.bitLength();
    }

    private static BigInteger slowPower(
            BigInteger base, BigInteger exponent, BigInteger modulus, HugeMath.Checkpoint checkpoint) {
        BigInteger factor = base.mod(modulus);
        BigInteger result = BigInteger.ONE.mod(modulus);
        for (int bit = exponent.bitLength() - 1; bit >= 0; bit--) {
            checkpoint.checkInterrupts();
            result = reduced(checkpoint, result, result, modulus);
            if (exponent.testBit(bit)) {
                result = reduced(checkpoint, result, factor, modulus);
            }
        }
        return result;
    }

    private static BigInteger reduced(HugeMath.Checkpoint checkpoint, BigInteger a, BigInteger b, BigInteger modulus) {
        return HugeMath.divide(checkpoint, HugeMath.multiply(checkpoint, a, b), modulus)[1];
    }

    public static Object gcd(Object left, Object right) {
        return of(IntGcd.gcd(HugeMath.UNWATCHED, big(left), big(right)));
    }

    public static Object isqrt(Object value) {
        if (signum(value) < 0) {
            throw AlgorithmException.value("isqrt() argument must be nonnegative");
        }
        return of(big(value).sqrt());
    }

    /** {@code int.__round__} with a negative digit count: to a multiple of 10**digits, half to even. */
    public static Object roundToPowerOfTen(Object value, int digits) {
        int size = IntBits.bitLength(value);
        if (digits > size) {
            return 0L; // 10**digits is more than twice the value
        }
        BigInteger unit = BigInteger.TEN.pow(digits);
        BigInteger v = big(value);
        BigInteger quotient = big(floordiv(value, of(unit)));
        int c = v.subtract(quotient.multiply(unit)).shiftLeft(1).compareTo(unit);
        if (c > 0 || (c == 0 && quotient.testBit(0))) {
            quotient = quotient.add(BigInteger.ONE);
        }
        return of(quotient.multiply(unit));
    }

    static AlgorithmException tooLarge() {
        return new AlgorithmException(Kind.MEMORY_ERROR, "");
    }
}
