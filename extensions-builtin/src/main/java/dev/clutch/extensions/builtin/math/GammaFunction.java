package dev.clutch.extensions.builtin.math;

/** The gamma function and the logarithm of its size by Lanczos' sum with N = 13, as CPython has them; NaN for a wrong argument and infinity beyond the range. */
final class GammaFunction {
    private static final double G = 6.02468004077673;
    private static final double G_MINUS_HALF = 5.52468004077673;
    private static final double LOG_PI = 1.1447298858494002;
    private static final int FACTORIALS = 23;

    /** Coefficients of Lanczos' sum as a rational function, the constant first; published with the Boost library. */
    private static final double[] NUMERATOR = {
        23531376880.41076,
        42919803642.6491,
        35711959237.35567,
        17921034426.03721,
        6039542586.352028,
        1439720407.3117216,
        248874557.86205417,
        31426415.585400194,
        2876370.6289353725,
        186056.26539522348,
        8071.672002365816,
        210.82427775157936,
        2.5066282746310002
    };

    /** The polynomial x (x + 1) ... (x + 11). */
    private static final double[] DENOMINATOR = {
        0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1
    };

    private GammaFunction() {}

    private static double lanczos(double x) {
        double top = 0;
        double bottom = 0;
        int n = NUMERATOR.length;
        if (x < 5) {
            for (int i = n - 1; i >= 0; i--) {
                top = top * x + NUMERATOR[i];
                bottom = bottom * x + DENOMINATOR[i];
            }
        } else {
            for (int i = 0; i < n; i++) {
                top = top / x + NUMERATOR[i];
                bottom = bottom / x + DENOMINATOR[i];
            }
        }
        return top / bottom;
    }

    /** {@code sin(pi x)}, exact at multiples of one half. */
    private static double sinPi(double x) {
        double y = Math.abs(x) % 2.0;
        double r = switch ((int) Math.round(2.0 * y)) {
            case 0 -> Math.sin(Math.PI * y);
            case 1 -> Math.cos(Math.PI * (y - 0.5));
            // -sin(pi (y - 1)) would give -0.0 at y = 1
            case 2 -> Math.sin(Math.PI * (1.0 - y));
            case 3 -> -Math.cos(Math.PI * (y - 1.5));
            default -> Math.sin(Math.PI * (y - 2.0));
        };
        return Math.copySign(1.0, x) * r;
    }

    /** {@code m_tgamma}. */
    static double gamma(double x) {
        if (Double.isNaN(x) || x == Double.POSITIVE_INFINITY) {
            return x;
        }
        if (x == Double.NEGATIVE_INFINITY) {
            return Double.NaN;
        }
        if (x == 0) {
            return 1.0 / x;
        }
        if (x == Math.floor(x)) {
            if (x < 0) {
                return Double.NaN;
            }
            if (x <= FACTORIALS) {
                double r = 1;
                for (int i = 2; i < x; i++) {
                    r *= i;
                }
                return r;
            }
        }
        double size = Math.abs(x);
        if (size < 1e-20) {
            return 1.0 / x;
        }
        if (size > 200) {
            return x < 0 ? 0.0 / sinPi(x) : Double.POSITIVE_INFINITY;
        }
        double y = size + G_MINUS_HALF;
        // the rounding error of y
        double z;
        if (size > G_MINUS_HALF) {
            double q = y - size;
            z = q - G_MINUS_HALF;
        } else {
            double q = y - G_MINUS_HALF;
            z = q - size;
        }
        z = z * G / y;
        double r;
        if (x < 0) {
            r = -Math.PI / sinPi(size) / size * Math.exp(y) / lanczos(size);
            r -= z * r;
            if (size < 140.0) {
                r /= Math.pow(y, size - 0.5);
            } else {
                double root = Math.pow(y, size / 2.0 - 0.25);
                r /= root;
                r /= root;
            }
        } else {
            r = lanczos(size) / Math.exp(y);
            r += z * r;
            if (size < 140.0) {
                r *= Math.pow(y, size - 0.5);
            } else {
                double root = Math.pow(y, size / 2.0 - 0.25);
                r *= root;
                r *= root;
            }
        }
        return r;
    }

    /** {@code m_lgamma}: infinity at the poles. */
    static double logGamma(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        if (Double.isInfinite(x)) {
            return Double.POSITIVE_INFINITY;
        }
        if (x == Math.floor(x) && x <= 2) {
            return x <= 0 ? Double.POSITIVE_INFINITY : 0.0;
        }
        double size = Math.abs(x);
        if (size < 1e-20) {
            return -Math.log(size);
        }
        double r = Math.log(lanczos(size)) - G;
        r += (size - 0.5) * (Math.log(size + G - 0.5) - 1);
        if (x < 0) {
            r = LOG_PI - Math.log(Math.abs(sinPi(size))) - Math.log(size) - r;
        }
        return r;
    }
}
