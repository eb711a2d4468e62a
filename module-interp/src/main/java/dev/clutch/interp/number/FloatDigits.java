package dev.clutch.interp.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The decimal digits of a positive finite double, as David Gay's dtoa gives them: the value is 0.DIGITS times ten to the
 * {@code point}; no zeros at the end, an empty text when the value rounds to zero.
 */
record FloatDigits(String text, int point) {
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    /** Any number of so many digits is the nearest one to the double that it reads as. */
    private static final int EXACT_DIGITS = 15;
    /** A double has no more digits after the point than this. */
    private static final int MAX_FRACTION = 1074;

    /** The fewest digits that read back as the value (mode 0). */
    static FloatDigits shortest(double value) {
        if (value == 0) {
            return new FloatDigits("0", 1);
        }
        String java = Double.toString(value);
        int exponent = 0;
        int end = java.indexOf('E');
        if (end >= 0) {
            exponent = Integer.parseInt(java, end + 1, java.length(), 10);
        } else {
            end = java.length();
        }
        int dot = java.indexOf('.');
        StringBuilder digits = new StringBuilder(20);
        digits.append(java, 0, dot).append(java, dot + 1, end);
        FloatDigits result = trimmed(digits, dot + exponent);
        if (result.text.length() == 2) {
            return oneDigit(value, result);
        }
        return result;
    }

    /** Double.toString prefers the nearest of one or two digits; Python the shortest. */
    private static FloatDigits oneDigit(double value, FloatDigits two) {
        int tens = two.text.charAt(0) - '0';
        boolean up = two.text.charAt(1) >= '5';
        for (int i = 0; i < 2; i++) {
            int digit = (i == 0) == up ? tens + 1 : tens;
            int point = two.point;
            if (digit == 10) {
                digit = 1;
                point++;
            }
            if (Double.parseDouble(digit + "e" + (point - 1)) == value) {
                return new FloatDigits(Integer.toString(digit), point);
            }
        }
        return two;
    }

    /** {@code count} significant digits, half to even on the exact value (mode 2). */
    static FloatDigits significant(double value, int count) {
        if (value == 0) {
            return new FloatDigits("0", 1);
        }
        FloatDigits rounded = value >= Double.MIN_NORMAL ? shortest(value).rounded(count) : null;
        if (rounded != null) {
            return rounded;
        }
        BigDecimal exact = new BigDecimal(value);
        if (exact.precision() > count) {
            exact = exact.round(new MathContext(count, RoundingMode.HALF_EVEN));
        }
        return of(exact);
    }

    /**
     * The digits of a normal double rounded to a number of them, from its shortest digits; null where these don't tell.
     *
     * <p>Numbers of up to 15 digits lie further apart than doubles, so shortest digits that are not more than asked for are the nearest. Where there are more, a tie would
     * have been a shorter or nearer text for the same double than the shortest digits are, so they lie on the same side of it as the exact value, unless they are the tie.
     */
    private @Nullable FloatDigits rounded(long count) {
        int n = text.length();
        if (count >= n) {
            return count <= EXACT_DIGITS ? this : null;
        }
        if (count <= 0) {
            return null;
        }
        int keep = (int) count;
        char next = text.charAt(keep);
        if (next == '5' && n == keep + 1) {
            return null;
        }
        if (next < '5') {
            int end = keep;
            while (end > 1 && text.charAt(end - 1) == '0') {
                end--;
            }
            return new FloatDigits(text.substring(0, end), point);
        }
        int last = keep - 1;
        while (last >= 0 && text.charAt(last) == '9') {
            last--;
        }
        return last < 0
                ? new FloatDigits("1", point + 1)
                : new FloatDigits(text.substring(0, last) + (char) (text.charAt(last) + 1), point);
    }

    /** Rounded to {@code places} digits after the point, which may be negative (mode 3). */
    static FloatDigits fixed(double value, int places) {
        if (value == 0) {
            return new FloatDigits("0", 1);
        }
        if (places >= 0 && places <= 22) {
            long scaled = scaledExactly(value, places);
            if (scaled >= 0) {
                return scaled == 0
                        ? new FloatDigits("", -places)
                        : trimmed(
                                new StringBuilder().append(scaled),
                                Long.toString(scaled).length() - places);
            }
        }
        if (value >= Double.MIN_NORMAL) {
            FloatDigits digits = shortest(value);
            FloatDigits rounded = digits.rounded((long) digits.point + places);
            if (rounded != null) {
                return rounded;
            }
        }
        BigDecimal exact = new BigDecimal(value);
        if (exact.scale() > places) {
            exact = exact.setScale(Math.min(places, MAX_FRACTION), RoundingMode.HALF_EVEN);
        }
        if (exact.signum() == 0) {
            return new FloatDigits("", -places);
        }
        return of(exact);
    }

    /** The value times 10**places rounded half to even, or -1 when doubles cannot decide it. */
    static long scaledExactly(double value, int places) {
        double power = POWERS[places];
        double product = value * power;
        if (!(product < 0x1p52) || value < 1e-200) {
            return -1;
        }
        double error = Math.fma(value, power, -product);
        double floor = Math.floor(product);
        double fraction = product - floor;
        long result = (long) floor;
        if (fraction > 0.5 || (fraction == 0.5 && (error > 0 || (error == 0 && (result & 1) != 0)))) {
            result++;
        }
        return result;
    }

    static double powerOfTen(int exponent) {
        return POWERS[exponent];
    }

    private static FloatDigits of(BigDecimal value) {
        BigInteger unscaled = value.unscaledValue();
        StringBuilder digits = new StringBuilder(unscaled.toString());
        return trimmed(digits, digits.length() - value.scale());
    }

    private static FloatDigits trimmed(StringBuilder digits, int point) {
        int start = 0;
        int end = digits.length();
        while (start < end - 1 && digits.charAt(start) == '0') {
            start++;
            point--;
        }
        while (end > start + 1 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return new FloatDigits(digits.substring(start, end), point);
    }
}
