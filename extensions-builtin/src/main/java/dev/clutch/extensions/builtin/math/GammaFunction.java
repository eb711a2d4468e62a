package dev.clutch.extensions.builtin.math;

/** The gamma function and the logarithm of its size by Lanczos' sum with N = 13, as CPython has them; NaN for a wrong argument and infinity beyond the range. */
final class GammaFunction {
    private static final double G = 6.024680040776729583740234375;
    private static final double G_MINUS_HALF = 5.524680040776729583740234375;
    private static final double LOG_PI = 1.144729885849400174143427351353058711647;
    private static final int FACTORIALS = 23;

    /** Coefficients of Lanczos' sum as a rational function, the constant first; published with the Boost library. */
    private static final double[] NUMERATOR = {
        23531376880.410759688572007674451636754734846804940,
        42919803642.649098768957899047001988850926355848959,
        35711959237.355668049440185451547166705960488635843,
        17921034426.037209699919755754458931112671403265390,
        6039542586.3520280050642916443072979210699388420708,
        1439720407.3117216736632230727949123939715485786372,
        248874557.86205415651146038641322942321632125127801,
        31426415.585400194380614231628318205362874684987640,
        2876370.6289353724412254090516208496135991145378768,
        186056.26539522349504029498971604569928220784236328,
        8071.6720023658162106380029022722506138218516325024,
        210.82427775157934587250973392071336271166969580291,
        2.5066282746310002701649081771338373386264310793408
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
