package dev.clutch.interp.number;

import org.jspecify.annotations.Nullable;

/** Between {@code complex} and text. */
public final class ComplexText {
    private ComplexText() {}

    public static String repr(double real, double imaginary) {
        if (real == 0 && Math.copySign(1.0, real) > 0) {
            return FloatText.format(imaginary, 'r', 0, false, false) + "j";
        }
        String tail = FloatText.format(imaginary, 'r', 0, false, false);
        String head = FloatText.format(real, 'r', 0, false, false);
        return "(" + head + (tail.charAt(0) == '-' ? tail : "+" + tail) + "j)";
    }

    /** {@code complex(str)}: real and imaginary part, or null when the text is malformed. */
    public static double @Nullable [] parse(Object str) {
        String text = NumberText.toAscii(str);
        if (text == null) {
            return null;
        }
        String plain = NumberText.withoutUnderscores(text, 0, text.length());
        return plain == null ? null : parsePlain(plain);
    }

    /** Answers to complex_from_string_inner: [real] [+-imaginary j], in parentheses or not. */
    private static double @Nullable [] parsePlain(String s) {
        int n = s.length();
        int i = skip(s, 0);
        boolean bracket = i < n && s.charAt(i) == '(';
        if (bracket) {
            i = skip(s, i + 1);
        }
        double real = 0;
        double imaginary = 0;
        int end = FloatText.scan(s, i);
        if (end != i) {
            double first = FloatText.value(s, i, end);
            i = end;
            if (i < n && (s.charAt(i) == '+' || s.charAt(i) == '-')) {
                real = first;
                end = FloatText.scan(s, i);
                if (end != i) {
                    imaginary = FloatText.value(s, i, end);
                    i = end;
                } else {
                    imaginary = s.charAt(i) == '+' ? 1.0 : -1.0;
                    i++;
                }
                if (i >= n || (s.charAt(i) | 32) != 'j') {
                    return null;
                }
                i++;
            } else if (i < n && (s.charAt(i) | 32) == 'j') {
                i++;
                imaginary = first;
            } else {
                real = first;
            }
        } else {
            imaginary = 1.0;
            if (i < n && (s.charAt(i) == '+' || s.charAt(i) == '-')) {
                imaginary = s.charAt(i) == '+' ? 1.0 : -1.0;
                i++;
            }
            if (i >= n || (s.charAt(i) | 32) != 'j') {
                return null;
            }
            i++;
        }
        i = skip(s, i);
        if (bracket) {
            if (i >= n || s.charAt(i) != ')') {
                return null;
            }
            i = skip(s, i + 1);
        }
        return i == n ? new double[] {real, imaginary} : null;
    }

    private static int skip(String s, int i) {
        while (i < s.length() && NumberText.isAsciiSpace(s.charAt(i))) {
            i++;
        }
        return i;
    }
}
