package dev.clutch.interp.number;

import org.jspecify.annotations.Nullable;

/** Between {@code float} and decimal text. */
public final class FloatText {
    private FloatText() {}

    /** {@code repr(float)}. */
    public static String repr(double value) {
        return format(value, 'r', 0, false, true);
    }

    /**
     * Answers to PyOS_double_to_string.
     *
     * @param type one of {@code e f g r}, or in upper case
     * @param alternate keep the point and, for g, zeros at the end
     * @param dotZero add {@code .0} to what would look like an integer
     */
    public static String format(double value, char type, int precision, boolean alternate, boolean dotZero) {
        boolean upper = type < 'a';
        char lower = upper ? (char) (type + 32) : type;
        if (Double.isNaN(value)) {
            return upper ? "NAN" : "nan";
        }
        boolean negative = Double.doubleToRawLongBits(value) < 0;
        if (Double.isInfinite(value)) {
            return upper ? (negative ? "-INF" : "INF") : (negative ? "-inf" : "inf");
        }
        double magnitude = Math.abs(value);
        FloatDigits digits;
        switch (lower) {
            case 'e' -> {
                precision++;
                digits = FloatDigits.significant(magnitude, precision);
            }
            case 'f' -> digits = FloatDigits.fixed(magnitude, precision);
            case 'g' -> {
                precision = Math.max(precision, 1);
                digits = FloatDigits.significant(magnitude, precision);
            }
            default -> digits = FloatDigits.shortest(magnitude);
        }
        StringBuilder out = new StringBuilder(24);
        if (negative) {
            out.append('-');
        }
        return layOut(out, digits, lower, precision, alternate, dotZero, upper ? 'E' : 'e');
    }

    private static String layOut(
            StringBuilder out,
            FloatDigits digits,
            char type,
            int precision,
            boolean alternate,
            boolean dotZero,
            char e) {
        int point = digits.point();
        int count = digits.text().length();
        int end = count;
        boolean exponent = false;
        switch (type) {
            case 'e' -> {
                exponent = true;
                end = precision;
            }
            case 'f' -> end = point + precision;
            case 'g' -> {
                exponent = point <= -4 || point > precision - (dotZero ? 1 : 0);
                if (alternate) {
                    end = precision;
                }
            }
            default -> exponent = point <= -4 || point > 16;
        }
        int shown = 0;
        if (exponent) {
            shown = point - 1;
            point = 1;
        }
        end = Math.max(end, !exponent && dotZero ? point + 1 : point);
        int start = point <= 0 ? point - 1 : 0;
        for (int i = start; i < end; i++) {
            if (i == point) {
                out.append('.');
            }
            out.append(i >= 0 && i < count ? digits.text().charAt(i) : '0');
        }
        if (alternate && end == point) {
            out.append('.');
        }
        if (exponent) {
            out.append(e).append(shown < 0 ? '-' : '+');
            int magnitude = Math.abs(shown);
            if (magnitude < 10) {
                out.append('0');
            }
            out.append(magnitude);
        }
        return out.toString();
    }

    /** {@code float(str)}; null when the text is no such literal. */
    public static @Nullable Double parse(Object str) {
        String ascii = NumberText.toAscii(str);
        return ascii == null ? null : parseAscii(ascii);
    }

    /** As {@link #parse}, on ASCII text. */
    public static @Nullable Double parseAscii(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && NumberText.isAsciiSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && NumberText.isAsciiSpace(text.charAt(end - 1))) {
            end--;
        }
        String plain = NumberText.withoutUnderscores(text, start, end);
        if (plain == null) {
            return null;
        }
        int stop = scan(plain, 0);
        return stop > 0 && stop == plain.length() ? (Double) value(plain, 0, stop) : null;
    }

    /** The end of the longest float literal at {@code start}, or {@code start} when there is none. */
    static int scan(String text, int start) {
        int n = text.length();
        int i = start;
        if (i < n && (text.charAt(i) == '+' || text.charAt(i) == '-')) {
            i++;
        }
        if (i < n && text.charAt(i) > '9') {
            if (text.regionMatches(true, i, "infinity", 0, 8)) {
                return i + 8;
            }
            return text.regionMatches(true, i, "inf", 0, 3) || text.regionMatches(true, i, "nan", 0, 3) ? i + 3 : start;
        }
        int digits = i;
        while (i < n && isDigit(text.charAt(i))) {
            i++;
        }
        int count = i - digits;
        if (i < n && text.charAt(i) == '.') {
            int fraction = ++i;
            while (i < n && isDigit(text.charAt(i))) {
                i++;
            }
            count += i - fraction;
        }
        if (count == 0) {
            return start;
        }
        if (i < n && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            int j = i + 1;
            if (j < n && (text.charAt(j) == '+' || text.charAt(j) == '-')) {
                j++;
            }
            if (j < n && isDigit(text.charAt(j))) {
                while (j < n && isDigit(text.charAt(j))) {
                    j++;
                }
                i = j;
            }
        }
        return i;
    }

    /** The value of a literal that {@link #scan} has accepted. */
    static double value(String text, int start, int end) {
        int sign = start;
        boolean negative = text.charAt(sign) == '-';
        if (negative || text.charAt(sign) == '+') {
            sign++;
        }
        char c = text.charAt(sign);
        if (c == 'i' || c == 'I') {
            return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (c == 'n' || c == 'N') {
            return negative ? Math.copySign(Double.NaN, -1) : Double.NaN;
        }
        return Double.parseDouble(text.substring(start, end));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** {@code float.__round__} with a digit count: the decimal value nearest to the exact one, half to even. */
    public static double round(double value, int digits) {
        if (value == 0 || Double.isNaN(value) || Double.isInfinite(value) || digits > 323) {
            return value;
        }
        if (digits < -308) {
            return 0.0 * value;
        }
        double magnitude = Math.abs(value);
        double result;
        long scaled = digits >= 0 && digits <= 22 ? FloatDigits.scaledExactly(magnitude, digits) : -1;
        if (scaled >= 0) {
            result = scaled / FloatDigits.powerOfTen(digits); // both exact, so the quotient is the nearest double
        } else {
            FloatDigits rounded = FloatDigits.fixed(magnitude, digits);
            String text = rounded.text();
            result = text.isEmpty() ? 0.0 : Double.parseDouble("0." + text + "e" + rounded.point());
            if (Double.isInfinite(result)) {
                throw AlgorithmException.overflow("rounded value too large to represent");
            }
        }
        return Math.copySign(result, value);
    }

    /** {@code round(float)} without a digit count: an int. */
    public static Object roundToInt(double value) {
        return IntFloat.fromDouble(Math.rint(value));
    }
}
