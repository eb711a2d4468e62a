package dev.clutch.extensions.builtin.math;

/** The error function and its complement, calculated with doubled precision and rounded once. */
final class ErrorFunction {
    private static final double SERIES_LIMIT = 2.0;
    private static final double TWO_OVER_ROOT_PI_HIGH = 1.1283791670955126;
    private static final double TWO_OVER_ROOT_PI_LOW = 1.533545961316588e-17;

    private ErrorFunction() {}

    static double erf(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        double size = Math.abs(x);
        if (size < 1e-160) {
            return x * TWO_OVER_ROOT_PI_HIGH;
        }
        if (size >= 6) {
            return Math.copySign(1, x);
        }
        DoubleDouble r =
                size < SERIES_LIMIT ? series(size) : fraction(size).negate().add(1);
        return Math.copySign(r.value(), x);
    }

    static double erfc(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        if (x <= -6) {
            return 2;
        }
        if (x >= 27.3) {
            return 0;
        }
        if (x < SERIES_LIMIT) {
            double size = Math.abs(x);
            DoubleDouble e = size < 1e-160
                    ? new DoubleDouble(size)
                    : size < SERIES_LIMIT
                            ? series(size)
                            : fraction(size).negate().add(1);
            return (x < 0 ? e : e.negate()).add(1).value();
        }
        return fraction(x).value();
    }

    /** erf(x) = 2/sqrt(pi) exp(-x*x) sum of x (2 x*x)^n / (1 3 5 ... 2n+1). */
    private static DoubleDouble series(double x) {
        DoubleDouble square = new DoubleDouble(x).multiply(x);
        DoubleDouble twice = square.copy().multiply(2);
        DoubleDouble term = new DoubleDouble(x);
        DoubleDouble sum = new DoubleDouble(x);
        for (int n = 1; n < 120; n++) {
            term.multiply(twice).divide(2 * n + 1);
            sum.add(term);
            if (term.hi < sum.hi * 1e-34) {
                break;
            }
        }
        return sum.multiply(DoubleDouble.exp(square.negate()))
                .multiply(new DoubleDouble(TWO_OVER_ROOT_PI_HIGH, TWO_OVER_ROOT_PI_LOW));
    }

    /** erfc(x) = x exp(-x*x) / sqrt(pi) / (x*x + 1/2 - 1*2/4 / (x*x + 5/2 - 3*4/4 / (x*x + 9/2 - ...))), evaluated from its end. */
    private static DoubleDouble fraction(double x) {
        DoubleDouble square = new DoubleDouble(x).multiply(x);
        int steps = (int) (12 + 600 / (x * x));
        DoubleDouble bottom = square.copy().add(2.0 * steps + 0.5);
        for (int k = steps; k >= 1; k--) {
            double factor = (2.0 * k - 1) * (2.0 * k) / 4;
            DoubleDouble part = new DoubleDouble(factor).divide(bottom).negate();
            bottom = part.add(square).add(2.0 * (k - 1) + 0.5);
        }
        // the exponential is split so that the result may be subnormal and is rounded once
        DoubleDouble e = DoubleDouble.exp(square.negate().multiply(0.5));
        DoubleDouble half = new DoubleDouble(TWO_OVER_ROOT_PI_HIGH, TWO_OVER_ROOT_PI_LOW)
                .multiply(0.5 * x)
                .divide(bottom);
        DoubleDouble first = half.multiply(e);
        if (x < 26) {
            return first.multiply(e);
        }
        // near the end of the range the low part would be lost below the least number
        e.hi = Math.scalb(e.hi, 400);
        e.lo = Math.scalb(e.lo, 400);
        first.multiply(e);
        return new DoubleDouble(Math.scalb(first.value(), -400));
    }
}
