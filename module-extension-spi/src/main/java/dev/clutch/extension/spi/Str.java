package dev.clutch.extension.spi;

import java.util.Arrays;

/**
 * Operations on Python {@code str} values. A value is a {@link String} when it holds no surrogate code unit, otherwise a
 * {@link CodePoints}; every text that comes from Java passes {@link #of(String)}.
 */
@Stability(since = "0.1")
public final class Str {
    /** The longest text that a Java array can hold. */
    public static final int MAX_LENGTH = Integer.MAX_VALUE - 8;

    private Str() {}

    /** Whether a Java object is a plain str value. An instance of a subclass of str is none: {@link dev.clutch.extension.spi.api.Containers#strValue} gives the value behind it. */
    public static boolean isStr(Object value) {
        return value instanceof String || value instanceof CodePoints;
    }

    /** Normalises text from Java: surrogate pairs become one code point, lone surrogates are kept. */
    public static Object of(String text) {
        int n = text.length();
        for (int i = 0; i < n; i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return wide(text, i);
            }
        }
        return text;
    }

    private static Object wide(String text, int firstSurrogate) {
        int n = text.length();
        int[] points = new int[text.codePointCount(0, n)];
        int length = 0;
        for (int i = 0; i < firstSurrogate; i++) {
            points[length++] = text.charAt(i);
        }
        for (int i = firstSurrogate; i < n; ) {
            int c = text.codePointAt(i);
            points[length++] = c;
            i += Character.charCount(c);
        }
        return CodePoints.adopt(points);
    }

    /** Makes a str of code points, each from 0 to 0x10FFFF; the array is copied. */
    public static Object of(int[] points) {
        return of(points, 0, points.length);
    }

    /** The text of some code points; surrogates next to each other stay two code points. */
    public static Object of(int[] points, int from, int to) {
        for (int i = from; i < to; i++) {
            if (CodePoints.needsWide(points[i])) {
                return CodePoints.adopt(Arrays.copyOfRange(points, from, to));
            }
        }
        return new String(points, from, to - from);
    }

    /** Makes a str of one code point, from 0 to 0x10FFFF ({@code chr}). */
    public static Object ofCodePoint(int codePoint) {
        if (CodePoints.needsWide(codePoint)) {
            return CodePoints.adopt(new int[] {codePoint});
        }
        return codePoint < Singles.COUNT ? Singles.of(codePoint) : String.valueOf((char) codePoint);
    }

    /** The strings of one Latin-1 character, interned: equal to a literal means the same object, and iterating makes none. */
    private static final class Singles {
        static final int COUNT = 256;
        private static final String[] STRINGS = make();

        private static String[] make() {
            String[] strings = new String[COUNT];
            for (int i = 0; i < COUNT; i++) {
                strings[i] = String.valueOf((char) i).intern();
            }
            return strings;
        }

        static String of(int c) {
            return STRINGS[c];
        }
    }

    /** Returns the number of code points ({@code len}). */
    public static int length(Object str) {
        return str instanceof String s ? s.length() : ((CodePoints) str).length();
    }

    /** Whether it is {@code ''}. */
    public static boolean isEmpty(Object str) {
        return str instanceof String s && s.isEmpty();
    }

    /** Returns the code point at an index from 0 to the length, exclusive; IndexOutOfBoundsException elsewhere. */
    public static int at(Object str, int index) {
        return str instanceof String s ? s.charAt(index) : ((CodePoints) str).at(index);
    }

    /** Returns Java text, in which code points beyond U+FFFF are surrogate pairs. A lone surrogate stays one. */
    public static String toJavaString(Object str) {
        return str instanceof String s ? s : ((CodePoints) str).toJavaString();
    }

    /** Returns the code points in an array of its own. */
    public static int[] toArray(Object str) {
        int[] points = new int[length(str)];
        copyTo(str, 0, points.length, points, 0);
        return points;
    }

    /** Copies the code points from one index up to another, exclusive, into an array ({@code PyUnicode_AsUCS4}). */
    public static void copyTo(Object str, int from, int to, int[] target, int position) {
        if (str instanceof String s) {
            for (int i = from; i < to; i++) {
                target[position++] = s.charAt(i);
            }
        } else {
            ((CodePoints) str).copyTo(from, to, target, position);
        }
    }

    /** Whether two str values have the same code points. */
    public static boolean equals(Object left, Object right) {
        return left == right || left.equals(right);
    }

    /** Order by code point, as Python compares. */
    public static int compare(Object left, Object right) {
        if (left instanceof String a && right instanceof String b) {
            return a.compareTo(b);
        }
        if (left instanceof CodePoints a && right instanceof CodePoints b) {
            return a.compareTo(b);
        }
        int n = Math.min(length(left), length(right));
        for (int i = 0; i < n; i++) {
            int c = Integer.compare(at(left, i), at(right, i));
            if (c != 0) {
                return c;
            }
        }
        return Integer.compare(length(left), length(right));
    }

    /** Returns both, one after the other ({@code PyUnicode_Concat}). */
    public static Object concat(Object left, Object right) {
        if (left instanceof String a && right instanceof String b) {
            return a.concat(b);
        }
        if (isEmpty(left)) {
            return right;
        }
        if (isEmpty(right)) {
            return left;
        }
        int n = length(left);
        int m = length(right);
        int[] points = new int[Math.addExact(n, m)];
        copyTo(left, 0, n, points, 0);
        copyTo(right, 0, m, points, n);
        return CodePoints.adopt(points);
    }

    /** The caller has checked that the result is no longer than {@link #MAX_LENGTH}. */
    public static Object repeat(Object str, int count) {
        if (count <= 0) {
            return "";
        }
        if (str instanceof String s) {
            return s.repeat(count);
        }
        if (count == 1) {
            return str;
        }
        int n = length(str);
        int[] points = new int[Math.multiplyExact(n, count)];
        copyTo(str, 0, n, points, 0);
        for (int filled = n; filled < points.length; ) {
            int chunk = Math.min(filled, points.length - filled);
            System.arraycopy(points, 0, points, filled, chunk);
            filled += chunk;
        }
        return CodePoints.adopt(points);
    }

    /** Returns the code points from one index up to another, exclusive ({@code PyUnicode_Substring}). */
    public static Object substring(Object str, int from, int to) {
        if (str instanceof String s) {
            return s.substring(from, to);
        }
        return ((CodePoints) str).subsequence(from, to);
    }

    /** {@code count} code points from {@code start} on, {@code step} apart; the bounds are checked by the caller. */
    public static Object slice(Object str, int start, int step, int count) {
        if (count <= 0) {
            return "";
        }
        if (step == 1) {
            return substring(str, start, start + count);
        }
        if (str instanceof String s) {
            char[] chars = new char[count];
            for (int i = 0, p = start; i < count; i++, p += step) {
                chars[i] = s.charAt(p);
            }
            return new String(chars);
        }
        CodePoints wide = (CodePoints) str;
        int[] points = new int[count];
        for (int i = 0, p = start; i < count; i++, p += step) {
            points[i] = wide.at(p);
        }
        return of(points, 0, count);
    }

    /** Whether {@code count} code points of both texts are the same; the ranges lie inside. */
    public static boolean regionMatches(Object left, int leftFrom, Object right, int rightFrom, int count) {
        if (left instanceof String a && right instanceof String b) {
            return a.regionMatches(leftFrom, b, rightFrom, count);
        }
        if (left instanceof CodePoints a && right instanceof CodePoints b) {
            return a.regionMatches(leftFrom, b, rightFrom, count);
        }
        for (int i = 0; i < count; i++) {
            if (at(left, leftFrom + i) != at(right, rightFrom + i)) {
                return false;
            }
        }
        return true;
    }

    /** The largest code point, or 0 for the empty text. */
    public static int maxCodePoint(Object str) {
        int max = 0;
        int n = length(str);
        for (int i = 0; i < n; i++) {
            max = Math.max(max, at(str, i));
        }
        return max;
    }

    /** Whether all code points are below 128 ({@code str.isascii}). */
    public static boolean isAscii(Object str) {
        if (!(str instanceof String s)) {
            return false;
        }
        int n = s.length();
        for (int i = 0; i < n; i++) {
            if (s.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
