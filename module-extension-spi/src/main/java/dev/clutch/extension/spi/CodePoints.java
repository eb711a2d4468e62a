package dev.clutch.extension.spi;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A Python {@code str} that holds at least one code point which a single {@code char} of a {@link String} cannot stand for: one
 * above U+FFFF, or a lone surrogate. Every other {@code str} is a {@code java.lang.String}, so the two forms never hold equal text.
 */
@Stability(since = "0.1")
public final class CodePoints {
    private final int[] points;
    /** Cache of {@link #hashCode()}; zero means not computed yet. */
    private int hash;

    private CodePoints(int[] points) {
        this.points = points;
    }

    /** Takes the array over; the caller has checked that it belongs in this form and never writes it again. */
    static CodePoints adopt(int[] points) {
        return new CodePoints(points);
    }

    /** True when a code point keeps a text out of the {@code String} form. */
    static boolean needsWide(int codePoint) {
        return codePoint >= 0xD800 && (codePoint > 0xFFFF || codePoint <= 0xDFFF);
    }

    /** The number of code points. */
    public int length() {
        return points.length;
    }

    /** The code point at an index. */
    public int at(int index) {
        return points[index];
    }

    /** The part from {@code from} up to {@code to}, in the form that it needs. */
    public Object subsequence(int from, int to) {
        if (from == 0 && to == points.length) {
            return this;
        }
        return Str.of(points, from, to);
    }

    /** Copies code points out. */
    public void copyTo(int from, int to, int[] target, int position) {
        System.arraycopy(points, from, target, position, to - from);
    }

    /** The text in UTF-16; lone surrogates stay what they are. */
    public String toJavaString() {
        return new String(points, 0, points.length);
    }

    /** Compares by code point. */
    int compareTo(CodePoints other) {
        return Arrays.compare(points, other.points);
    }

    boolean regionMatches(int from, CodePoints other, int otherFrom, int count) {
        return Arrays.equals(points, from, from + count, other.points, otherFrom, otherFrom + count);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof CodePoints that && Arrays.equals(points, that.points));
    }

    @Override
    public int hashCode() {
        int h = hash;
        if (h == 0) {
            h = Arrays.hashCode(points);
            hash = h;
        }
        return h;
    }

    @Override
    public String toString() {
        return toJavaString();
    }
}
