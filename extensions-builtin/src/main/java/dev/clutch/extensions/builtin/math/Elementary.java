package dev.clutch.extensions.builtin.math;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Elementary functions that the JDK lacks, or has with other special cases than C99's Annex F. Wrong arguments give NaN. */
final class Elementary {
    private static final double LN2 = 0.6931471805599453;
    private static final double TWO_28 = 268435456.0;

    private static final double LOG_MAX = 709.782712893384;
    private static final double LOG10_E = 0.4342944819032518;
    private static final double LOG10_2_HIGH = 0.30102999566361177;
    private static final double LOG10_2_LOW = 3.694239077158931e-13;

    private Elementary() {}

    static double asinh(double x) {
        double size = Math.abs(x);
        if (Double.isNaN(x) || Double.isInfinite(x) || size < 1 / TWO_28) {
            return x;
        }
        double r;
        if (size > TWO_28) {
            r = Math.log(size) + LN2;
        } else if (size > 2) {
            r = Math.log(2 * size + 1 / (Math.sqrt(x * x + 1) + size));
        } else {
            double square = x * x;
            r = StrictMath.log1p(size + square / (1 + Math.sqrt(1 + square)));
        }
        return Math.copySign(r, x);
    }

    static double acosh(double x) {
        if (Double.isNaN(x) || x < 1) {
            return Double.NaN;
        }
        if (x == 1) {
            return 0;
        }
        if (x > TWO_28) {
            return Double.isInfinite(x) ? x : Math.log(x) + LN2;
        }
        if (x > 2) {
            return Math.log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
        }
        double t = x - 1;
        return StrictMath.log1p(t + Math.sqrt(2 * t + t * t));
    }

    static double atanh(double x) {
        double size = Math.abs(x);
        if (Double.isNaN(x) || size > 1) {
            return Double.NaN;
        }
        if (size == 1) {
            return Math.copySign(Double.POSITIVE_INFINITY, x);
        }
        if (size < 1 / TWO_28) {
            return x;
        }
        double t = size + size;
        double r =
                size < 0.5 ? 0.5 * StrictMath.log1p(t + t * size / (1 - size)) : 0.5 * StrictMath.log1p(t / (1 - size));
        return Math.copySign(r, x);
    }

    static double log1p(double x) {
        return x == 0 ? x : StrictMath.log1p(x);
    }

    /** The binary logarithm of a positive finite number, exact for powers of two. */
    static double log2(double x) {
        int exponent = exponent(x);
        double m = fraction(x, exponent);
        if (m < Math.sqrt(0.5)) {
            m *= 2;
            exponent--;
        }
        if (m == 1) {
            return exponent;
        }
        return DoubleDouble.log(m).divide(DoubleDouble.ln2()).add(exponent).value();
    }

    static double exp2(double x) {
        if (Double.isNaN(x) || Double.isInfinite(x) || x > 1024 || x < -1080) {
            return Math.pow(2, x);
        }
        double k = Math.rint(x);
        if (k == x) {
            return Math.scalb(1.0, (int) k);
        }
        DoubleDouble e = DoubleDouble.exp(DoubleDouble.ln2().multiply(x - k));
        if (k > -1000) {
            return Math.scalb(e.value(), (int) k);
        }
        return new BigDecimal(e.hi)
                .add(new BigDecimal(e.lo))
                .divide(new BigDecimal(BigInteger.TWO.pow((int) -k)))
                .doubleValue();
    }

    /** The exponent that {@code frexp} gives for a finite number other than 0. */
    static int exponent(double x) {
        int e = Math.getExponent(x);
        if (e < Double.MIN_EXPONENT) {
            e = Math.getExponent(x * 0x1p54) - 54;
        }
        return e + 1;
    }

    /** {@code x / 2**exponent}, where the result is normal. */
    static double fraction(double x, int exponent) {
        if (exponent < -1000) {
            return Math.scalb(x * 0x1p100, -exponent - 100);
        }
        return Math.scalb(x, -exponent);
    }

    /** {@code pow} with C99's special cases, in which 1 to any power and any number to the power 0 is 1. */
    static double pow(double x, double y) {
        if (x == 1 || y == 0) {
            return 1;
        }
        if (x == -1 && Double.isInfinite(y)) {
            return 1;
        }
        return Math.pow(x, y);
    }

    /** The decimal logarithm of a positive finite number, of which the exponent's part is added last, as in fdlibm. */
    static double log10(double x) {
        int k = exponent(x) - 1;
        int i = k < 0 ? 1 : 0;
        double m = fraction(x, k + i);
        double n = k + i;
        double z = n * LOG10_2_LOW + LOG10_E * Math.log(m);
        return z + n * LOG10_2_HIGH;
    }

    static double cosh(double x) {
        double size = Math.abs(x);
        if (size < 0.5 * LN2) {
            double t = StrictMath.expm1(size);
            return 1 + t * t / (2 * (1 + t));
        }
        if (size < 22) {
            double t = Math.exp(size);
            return 0.5 * t + 0.5 / t;
        }
        if (size < LOG_MAX) {
            return 0.5 * Math.exp(size);
        }
        double w = Math.exp(0.5 * size);
        return 0.5 * w * w;
    }

    static double sinh(double x) {
        double size = Math.abs(x);
        if (size < 1 / TWO_28 || Double.isInfinite(x)) {
            return x;
        }
        double half = Math.copySign(0.5, x);
        if (size < 22) {
            double t = StrictMath.expm1(size);
            return size < 1 ? half * (2 * t - t * t / (t + 1)) : half * (t + t / (t + 1));
        }
        if (size < LOG_MAX) {
            return half * Math.exp(size);
        }
        double w = Math.exp(0.5 * size);
        return half * w * w;
    }

    /** An integral double as Long or BigInteger. */
    static BigInteger big(double integral) {
        return new BigDecimal(integral).toBigInteger();
    }

    /** The double nearest to a large int, divided by 2 to the power of {@code exponent[0]}; from 0.5 up to 1 ({@code _PyLong_Frexp}). */
    static double frexp(BigInteger value, long[] exponent) {
        int bits = value.abs().bitLength();
        int shift = bits - 64;
        BigInteger top = value.abs().shiftRight(shift);
        if (!value.abs().equals(top.shiftLeft(shift))) {
            top = top.setBit(0);
        }
        double m = Math.scalb(top.doubleValue(), -64);
        if (m == 1.0) {
            m = 0.5;
            bits++;
        }
        exponent[0] = bits;
        return value.signum() < 0 ? -m : m;
    }
}
