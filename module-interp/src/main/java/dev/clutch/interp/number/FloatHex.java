package dev.clutch.interp.number;

import java.math.BigInteger;

/** {@code float.hex} and {@code float.fromhex}. */
public final class FloatHex {
    private static final String INVALID = "invalid hexadecimal floating-point string";
    private static final long EXPONENT_LIMIT = 1L << 40;

    private FloatHex() {}

    public static String hex(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return FloatText.repr(value);
        }
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) (bits >> 52 & 0x7FF);
        long mantissa = bits & ((1L << 52) - 1);
        StringBuilder out = new StringBuilder(26);
        if (bits < 0) {
            out.append('-');
        }
        if (value == 0) {
            return out.append("0x0.0p+0").toString();
        }
        out.append("0x").append(exponent == 0 ? '0' : '1').append('.');
        for (int shift = 48; shift >= 0; shift -= 4) {
            out.append(Character.forDigit((int) (mantissa >> shift & 15), 16));
        }
        int shown = exponent == 0 ? -1022 : exponent - 1023;
        return out.append('p')
                .append(shown < 0 ? '-' : '+')
                .append(Math.abs(shown))
                .toString();
    }

    /** The text may have white space around it; anything but ASCII is refused. */
    public static double fromHex(Object str) {
        if (!(str instanceof String text)) {
            throw AlgorithmException.value(INVALID);
        }
        int i = 0;
        int end = text.length();
        while (i < end && isSpace(text.charAt(i))) {
            i++;
        }
        while (end > i && isSpace(text.charAt(end - 1))) {
            end--;
        }
        boolean negative = false;
        if (i < end && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
            negative = text.charAt(i) == '-';
            i++;
        }
        String rest = text.substring(i, end);
        double result;
        if (rest.equalsIgnoreCase("inf") || rest.equalsIgnoreCase("infinity")) {
            result = Double.POSITIVE_INFINITY;
        } else if (rest.equalsIgnoreCase("nan")) {
            result = Double.NaN;
        } else {
            result = digits(rest);
        }
        return negative ? -result : result;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static double digits(String text) {
        int i = 0;
        int n = text.length();
        if (n >= 2 && text.charAt(0) == '0' && (text.charAt(1) | 32) == 'x') {
            i = 2;
        }
        StringBuilder hex = new StringBuilder(n);
        int fraction = -1;
        for (; i < n; i++) {
            char c = text.charAt(i);
            if (c == '.' && fraction < 0) {
                fraction = hex.length();
            } else if (c < 0x80 && Character.digit(c, 16) >= 0) {
                hex.append(c);
            } else {
                break;
            }
        }
        if (hex.isEmpty()) {
            throw AlgorithmException.value(INVALID);
        }
        long exponent = 0;
        if (i < n) {
            exponent = exponent(text, i);
        }
        if (fraction >= 0) {
            exponent -= 4L * (hex.length() - fraction);
        }
        return scale(new BigInteger(hex.toString(), 16), exponent);
    }

    private static long exponent(String text, int i) {
        int n = text.length();
        if ((text.charAt(i) | 32) != 'p') {
            throw AlgorithmException.value(INVALID);
        }
        i++;
        boolean negative = false;
        if (i < n && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
            negative = text.charAt(i) == '-';
            i++;
        }
        if (i == n) {
            throw AlgorithmException.value(INVALID);
        }
        long value = 0;
        for (; i < n; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                throw AlgorithmException.value(INVALID);
            }
            value = Math.min(value * 10 + (c - '0'), EXPONENT_LIMIT);
        }
        return negative ? -value : value;
    }

    /** {@code mantissa * 2**exponent}, rounded once, half to even. */
    private static double scale(BigInteger mantissa, long exponent) {
        if (mantissa.signum() == 0) {
            return 0.0;
        }
        int bits = mantissa.bitLength();
        long top = exponent + bits; // the value lies in [2**(top-1), 2**top)
        if (top > Double.MAX_EXPONENT + 1) {
            throw overflow();
        }
        if (top < Double.MIN_EXPONENT - 53) {
            return 0.0;
        }
        // the exponent of the last bit that the result can hold
        long last = Math.max(top - 53, Double.MIN_EXPONENT - 52);
        long drop = last - exponent;
        if (drop > 0) {
            int cut = (int) drop;
            boolean half = mantissa.testBit(cut - 1);
            boolean sticky = mantissa.getLowestSetBit() < cut - 1;
            mantissa = mantissa.shiftRight(cut);
            if (half && (sticky || mantissa.testBit(0))) {
                mantissa = mantissa.add(BigInteger.ONE);
            }
            exponent = last;
        }
        double result = Math.scalb(mantissa.doubleValue(), (int) exponent);
        if (Double.isInfinite(result)) {
            throw overflow();
        }
        return result;
    }

    private static AlgorithmException overflow() {
        return AlgorithmException.overflow("hexadecimal value too large to represent as a float");
    }
}
