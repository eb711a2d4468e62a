package dev.clutch.interp.number;

/** Arithmetic of {@code float} where Python differs from Java. */
public final class FloatMath {
    private FloatMath() {}

    public static double divide(double left, double right) {
        if (right == 0) {
            throw AlgorithmException.zeroDivision("float division by zero");
        }
        return left / right;
    }

    public static double mod(double left, double right) {
        if (right == 0) {
            throw AlgorithmException.zeroDivision("float modulo");
        }
        return floorMod(left, right);
    }

    public static double floordiv(double left, double right) {
        if (right == 0) {
            throw AlgorithmException.zeroDivision("float floor division by zero");
        }
        return floorQuotient(left, right);
    }

    /** Quotient and remainder. */
    public static double[] divmod(double left, double right) {
        if (right == 0) {
            throw AlgorithmException.zeroDivision("float divmod()");
        }
        return new double[] {floorQuotient(left, right), floorMod(left, right)};
    }

    private static double floorMod(double left, double right) {
        double mod = left % right;
        if (mod == 0) {
            return Math.copySign(0.0, right);
        }
        return (right < 0) != (mod < 0) ? mod + right : mod;
    }

    private static double floorQuotient(double left, double right) {
        double mod = left % right;
        double quotient = (left - mod) / right;
        if (mod != 0 && (right < 0) != (mod < 0)) {
            quotient -= 1.0;
        }
        if (quotient == 0) {
            return Math.copySign(0.0, left / right);
        }
        double floor = Math.floor(quotient);
        return quotient - floor > 0.5 ? floor + 1.0 : floor;
    }

    /** True when {@code base ** exponent} is a complex number. */
    public static boolean powIsComplex(double base, double exponent) {
        return base < 0
                && !Double.isInfinite(base)
                && !Double.isInfinite(exponent)
                && !Double.isNaN(exponent)
                && exponent != Math.rint(exponent);
    }

    /** {@code base ** exponent}, unless {@link #powIsComplex}. */
    public static double pow(double base, double exponent) {
        if (exponent == 0 || base == 1) {
            return 1.0;
        }
        if (base == -1 && Double.isInfinite(exponent)) {
            return 1.0;
        }
        if (base == 0 && exponent < 0 && !Double.isInfinite(exponent)) {
            throw AlgorithmException.zeroDivision("0.0 cannot be raised to a negative power");
        }
        double result = Math.pow(base, exponent);
        if (Double.isInfinite(result) && !Double.isInfinite(base) && !Double.isInfinite(exponent) && base != 0) {
            throw AlgorithmException.overflow("Numerical result out of range");
        }
        return result;
    }
}
