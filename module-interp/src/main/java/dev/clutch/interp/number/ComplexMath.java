package dev.clutch.interp.number;

/** Arithmetic of {@code complex}; a number is a pair of doubles, a result an array of two. */
public final class ComplexMath {
    private static final int SMALL_POWER = 100;

    private ComplexMath() {}

    public static double[] multiply(double ar, double ai, double br, double bi) {
        return new double[] {ar * br - ai * bi, ar * bi + ai * br};
    }

    /** Scales by the larger part of the divisor, as CPython does. */
    public static double[] divide(double ar, double ai, double br, double bi) {
        if (br == 0 && bi == 0) {
            throw AlgorithmException.zeroDivision("complex division by zero");
        }
        return quotient(ar, ai, br, bi);
    }

    private static double[] quotient(double ar, double ai, double br, double bi) {
        double absReal = Math.abs(br);
        double absImaginary = Math.abs(bi);
        if (absReal >= absImaginary) {
            double ratio = bi / br;
            double denominator = br + bi * ratio;
            return new double[] {(ar + ai * ratio) / denominator, (ai - ar * ratio) / denominator};
        }
        if (absImaginary >= absReal) {
            double ratio = br / bi;
            double denominator = br * ratio + bi;
            return new double[] {(ar * ratio + ai) / denominator, (ai * ratio - ar) / denominator};
        }
        return new double[] {Double.NaN, Double.NaN};
    }

    public static double abs(double real, double imaginary) {
        double result = Math.hypot(real, imaginary);
        if (Double.isInfinite(result) && !Double.isInfinite(real) && !Double.isInfinite(imaginary)) {
            throw AlgorithmException.overflow("absolute value too large");
        }
        return result;
    }

    public static double[] pow(double ar, double ai, double br, double bi) {
        double[] result;
        if (bi == 0 && br == Math.floor(br) && Math.abs(br) <= SMALL_POWER) {
            result = integerPower(ar, ai, (int) br);
        } else {
            result = generalPower(ar, ai, br, bi);
        }
        if (Double.isInfinite(result[0]) || Double.isInfinite(result[1])) {
            throw AlgorithmException.overflow("complex exponentiation");
        }
        return result;
    }

    private static double[] integerPower(double real, double imaginary, int exponent) {
        double[] result = {1, 0};
        double[] square = {real, imaginary};
        int n = Math.abs(exponent);
        for (int mask = 1; mask > 0 && n >= mask; mask <<= 1) {
            if ((n & mask) != 0) {
                result = multiply(result[0], result[1], square[0], square[1]);
            }
            square = multiply(square[0], square[1], square[0], square[1]);
        }
        if (exponent > 0) {
            return result;
        }
        if (result[0] == 0 && result[1] == 0) {
            throw zeroPower();
        }
        return quotient(1, 0, result[0], result[1]);
    }

    private static double[] generalPower(double ar, double ai, double br, double bi) {
        if (br == 0 && bi == 0) {
            return new double[] {1, 0};
        }
        if (ar == 0 && ai == 0) {
            if (bi != 0 || br < 0) {
                throw zeroPower();
            }
            return new double[] {0, 0};
        }
        double length = Math.hypot(ar, ai);
        double scale = Math.pow(length, br);
        double angle = Math.atan2(ai, ar);
        double phase = angle * br;
        if (bi != 0) {
            scale /= Math.exp(angle * bi);
            phase += bi * Math.log(length);
        }
        return new double[] {scale * Math.cos(phase), scale * Math.sin(phase)};
    }

    private static AlgorithmException zeroPower() {
        return AlgorithmException.zeroDivision("0.0 to a negative or complex power");
    }
}
