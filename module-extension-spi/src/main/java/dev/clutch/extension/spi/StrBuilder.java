package dev.clutch.extension.spi;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Collects a Python {@code str}: characters as long as they do, code points from the first one that needs them. */
@Stability(since = "0.1")
public final class StrBuilder {
    private final StringBuilder narrow;
    private int @Nullable [] wide;
    private int wideLength;
    /** What was appended first, as a whole: the result when nothing follows. */
    private @Nullable Object first;

    /** Makes an empty one. */
    public StrBuilder() {
        this(16);
    }

    /** Makes an empty one with room for so many code points. */
    public StrBuilder(int capacity) {
        narrow = new StringBuilder(capacity);
    }

    /** Returns the number of code points. */
    public int length() {
        return wide == null ? narrow.length() : wideLength;
    }

    /** Appends a code point, from 0 to 0x10FFFF. */
    public StrBuilder append(int codePoint) {
        int[] array = wide;
        if (array == null) {
            if (!CodePoints.needsWide(codePoint)) {
                narrow.append((char) codePoint);
                return this;
            }
            array = widen(1);
        } else if (wideLength == array.length) {
            array = grow(array, 1);
        }
        array[wideLength++] = codePoint;
        return this;
    }

    /** Appends a {@code str}: a {@link String} without surrogates or a {@link CodePoints}. */
    public StrBuilder append(Object str) {
        if (length() == 0) {
            first = str;
        }
        return append(str, 0, Str.length(str));
    }

    /** Appends the code points of a str from one index up to another, exclusive. */
    public StrBuilder append(Object str, int from, int to) {
        int count = to - from;
        if (count <= 0) {
            return this;
        }
        int[] array = wide;
        if (array == null) {
            if (str instanceof String s) {
                narrow.append(s, from, to);
                return this;
            }
            array = widen(count);
        } else if (array.length - wideLength < count) {
            array = grow(array, count);
        }
        Str.copyTo(str, from, to, array, wideLength);
        wideLength += count;
        return this;
    }

    /** Appends Latin-1 bytes. */
    public StrBuilder appendLatin1(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            append(bytes[i] & 0xFF);
        }
        return this;
    }

    /** Appends a code point several times. */
    public StrBuilder appendRepeated(int codePoint, int count) {
        for (int i = 0; i < count; i++) {
            append(codePoint);
        }
        return this;
    }

    /** Returns the code point at an index. */
    public int at(int index) {
        return wide == null ? narrow.charAt(index) : wide[index];
    }

    /** Shortens the text. */
    public void setLength(int length) {
        first = null;
        if (wide == null) {
            narrow.setLength(length);
        } else {
            wideLength = length;
        }
    }

    /** The collected {@code str}, in the form that it needs. */
    public Object build() {
        Object whole = first;
        if (whole != null && length() == Str.length(whole)) {
            return whole;
        }
        int[] array = wide;
        return array == null ? narrow.toString() : Str.of(array, 0, wideLength);
    }

    private int[] widen(int extra) {
        int n = narrow.length();
        int[] array = new int[Math.max(16, Math.addExact(n, extra) + (n >> 1))];
        for (int i = 0; i < n; i++) {
            array[i] = narrow.charAt(i);
        }
        narrow.setLength(0);
        wide = array;
        wideLength = n;
        return array;
    }

    private int[] grow(int[] array, int extra) {
        int needed = Math.addExact(wideLength, extra);
        int[] larger = Arrays.copyOf(array, Math.max(needed, array.length + (array.length >> 1)));
        wide = larger;
        return larger;
    }

    @Override
    public String toString() {
        return Str.toJavaString(build());
    }
}
