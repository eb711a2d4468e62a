package dev.clutch.extensions.builtin.math;

/** Arc functions: the JDK's value, corrected by what sine and cosine of it in doubled precision miss, and so rounded right but for the rarest cases. */
final class InverseTrigonometry {
    private static final double HALF_PI_HIGH = 1.5707963267948966;
    private static final double HALF_PI_LOW = 6.123233995736766e-17;
    private static final int TERMS = 27;

    private InverseTrigonometry() {}

    /** The sum r - r^3/3! + ... or 1 - r^2/2! + ... */
    private static DoubleDouble series(DoubleDouble r, boolean sine) {
        DoubleDouble square = r.copy().multiply(r).negate();
        DoubleDouble term = sine ? r.copy() : new DoubleDouble(1);
        DoubleDouble sum = term.copy();
        for (int n = sine ? 3 : 2; n < TERMS; n += 2) {
            term.multiply(square).divide((double) n * (n - 1));
            sum.add(term);
            if (Math.abs(term.hi) < Math.abs(sum.hi) * 1e-34) {
                break;
            }
        }
        return sum;
    }

    private static DoubleDouble sine(double x, int quarterTurns) {
        double k = Math.rint(x / HALF_PI_HIGH);
        DoubleDouble r = new DoubleDouble(x);
        if (k != 0) {
            r = new DoubleDouble(HALF_PI_HIGH, HALF_PI_LOW).multiply(-k).add(x);
        }
        int turn = ((int) k + quarterTurns) & 3;
        DoubleDouble s = series(r, (turn & 1) == 0);
        return turn >= 2 ? s.negate() : s;
    }

    private static DoubleDouble sin(double x) {
        return sine(x, 0);
    }

    private static DoubleDouble cos(double x) {
        return sine(x, 1);
    }

    static double asin(double x) {
        double y = StrictMath.asin(x);
        if (!(Math.abs(x) < 1) || Math.abs(x) < 1e-9) {
            return y;
        }
        return y + sin(y).negate().add(x).value() / Math.cos(y);
    }

    static double acos(double x) {
        double y = StrictMath.acos(x);
        if (!(Math.abs(x) < 1)) {
            return y;
        }
        double error;
        if (x > 0.5) {
            DoubleDouble half = sin(y / 2);
            error = half.copy().multiply(half).multiply(-2).add(1 - x).value();
        } else {
            error = cos(y).add(-x).value();
        }
        return y + error / Math.sin(y);
    }

    static double atan(double x) {
        double y = StrictMath.atan(x);
        double size = Math.abs(x);
        if (!(size < 1e15) || size < 1e-9) {
            return y;
        }
        return y + sin(y).negate().add(cos(y).multiply(x)).value() / Math.sqrt(1 + x * x);
    }

    static double atan2(double y, double x) {
        double angle = StrictMath.atan2(y, x);
        if (y == 0 || x == 0 || !Double.isFinite(x) || !Double.isFinite(y)) {
            return angle;
        }
        int first = Elementary.exponent(y);
        int second = Elementary.exponent(x);
        if (first - second > 55) {
            return Math.copySign(HALF_PI_HIGH, y);
        }
        if (second - first > 55) {
            return angle;
        }
        double a = Elementary.fraction(y, first);
        double b = Math.scalb(Elementary.fraction(x, second), second - first);
        double error = cos(angle).multiply(a).add(sin(angle).multiply(-b)).value();
        return angle + error / Math.sqrt(a * a + b * b);
    }
}
