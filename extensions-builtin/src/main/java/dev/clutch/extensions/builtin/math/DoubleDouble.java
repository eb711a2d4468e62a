package dev.clutch.extensions.builtin.math;

/**
 * Sums and products of doubles without rounding error, as pairs high and low part. A small mutable accumulator: the methods change it and return it, so that a calculation makes few
 * objects. After Dekker, Knuth and Shewchuk.
 */
final class DoubleDouble {
    double hi;
    double lo;

    DoubleDouble(double hi, double lo) {
        this.hi = hi;
        this.lo = lo;
    }

    DoubleDouble(double value) {
        this(value, 0);
    }

    DoubleDouble copy() {
        return new DoubleDouble(hi, lo);
    }

    private DoubleDouble set(double high, double low) {
        double sum = high + low;
        lo = low - (sum - high);
        hi = sum;
        return this;
    }

    DoubleDouble add(double x) {
        double sum = hi + x;
        double part = sum - hi;
        double error = (hi - (sum - part)) + (x - part);
        return set(sum, error + lo);
    }

    DoubleDouble add(DoubleDouble x) {
        double sum = hi + x.hi;
        double part = sum - hi;
        double error = (hi - (sum - part)) + (x.hi - part);
        return set(sum, error + (lo + x.lo));
    }

    DoubleDouble negate() {
        hi = -hi;
        lo = -lo;
        return this;
    }

    DoubleDouble multiply(double x) {
        double product = hi * x;
        return set(product, Math.fma(hi, x, -product) + lo * x);
    }

    DoubleDouble multiply(DoubleDouble x) {
        double product = hi * x.hi;
        return set(product, Math.fma(hi, x.hi, -product) + (hi * x.lo + lo * x.hi));
    }

    DoubleDouble divide(double x) {
        double quotient = hi / x;
        double rest = Math.fma(-quotient, x, hi) + lo;
        return set(quotient, rest / x);
    }

    DoubleDouble divide(DoubleDouble x) {
        double quotient = hi / x.hi;
        double rest = Math.fma(-quotient, x.hi, hi) + lo - quotient * x.lo;
        double second = rest / x.hi;
        return set(quotient, second);
    }

    double value() {
        return hi + lo;
    }

    private static final double LN2_HIGH = 0.6931471805599453;
    private static final double LN2_LOW = 2.3190468138462996e-17;

    /** {@code exp(x)} of a pair whose size is below 700. */
    static DoubleDouble exp(DoubleDouble x) {
        double k = Math.rint(x.hi / LN2_HIGH);
        DoubleDouble r = new DoubleDouble(LN2_HIGH, LN2_LOW).multiply(-k).add(x).multiply(1.0 / 256);
        // the series of exp(r) - 1, squared up eight times as (1 + e)^2 - 1 = e (2 + e)
        DoubleDouble e = new DoubleDouble(0);
        for (int n = 9; n >= 1; n--) {
            e.add(1).multiply(r).divide(n);
        }
        for (int i = 0; i < 8; i++) {
            DoubleDouble twice = e.copy().add(2);
            e.multiply(twice);
        }
        e.add(1);
        return new DoubleDouble(Math.scalb(e.hi, (int) k), Math.scalb(e.lo, (int) k));
    }

    /** {@code log(x)} of a positive normal number near 1, by one step of Newton's method. */
    static DoubleDouble log(double x) {
        double y = Math.log(x);
        DoubleDouble e = exp(new DoubleDouble(-y)).multiply(x).add(-1);
        // log(1 + e) = e - e*e/2, where e is about 1e-16
        double square = -0.5 * e.hi * e.hi;
        return e.add(square).add(y);
    }

    static DoubleDouble ln2() {
        return new DoubleDouble(LN2_HIGH, LN2_LOW);
    }
}
