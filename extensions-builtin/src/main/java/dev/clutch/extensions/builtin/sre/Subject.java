package dev.clutch.extensions.builtin.sre;

import dev.clutch.extension.spi.CodePoints;
import org.jspecify.annotations.Nullable;

/**
 * What is searched: a str whose chars are its code points, a str as code points, or bytes. Exactly one of these is
 * set. A process that only uses one kind pays for no other: the test on {@link #text} is never taken otherwise.
 */
public final class Subject {

    private final @Nullable String text;
    private final int @Nullable [] points;
    private final @Nullable CodePoints wide;
    private final byte @Nullable [] bytes;
    private final int base;
    private final int length;

    private Subject(
            @Nullable String text,
            int @Nullable [] points,
            @Nullable CodePoints wide,
            byte @Nullable [] bytes,
            int base,
            int length) {
        this.text = text;
        this.points = points;
        this.wide = wide;
        this.bytes = bytes;
        this.base = base;
        this.length = length;
    }

    /** A str without surrogates, so that every char is a code point. */
    public static Subject of(String text) {
        return new Subject(text, null, null, null, 0, text.length());
    }

    /** A str given by its code points; the array must not change while it is searched. */
    public static Subject of(int[] points) {
        return new Subject(null, points, null, null, 0, points.length);
    }

    /** A str that no {@code String} can hold. */
    public static Subject of(CodePoints text) {
        return new Subject(null, null, text, null, 0, text.length());
    }

    /** A stretch of a buffer. */
    public static Subject of(byte[] bytes, int from, int length) {
        return new Subject(null, null, null, bytes, from, length);
    }

    /** Length in characters. */
    public int length() {
        return length;
    }

    int at(int index) {
        String string = text;
        return string != null ? string.charAt(index) : other(index);
    }

    private int other(int index) {
        CodePoints many = wide;
        if (many != null) {
            return many.at(index);
        }
        int[] ints = points;
        if (ints != null) {
            return ints[index];
        }
        byte[] octets = bytes;
        return octets != null ? octets[base + index] & 0xFF : -1;
    }

    /** Index of the first character in {@code from..to} that is not in {@code set}, or {@code to}. */
    int span(CharSet set, int from, int to) {
        if (set.isAll()) {
            return to;
        }
        String string = text;
        int i = from;
        if (string != null) {
            // A short run is answered by the loop; indexOf pays off on a long one.
            int near = Math.min(to, from + 16);
            if (set.stop > 0xFFFF) {
                return to;
            }
            if (set.stop >= 0) {
                char stop = (char) set.stop;
                while (i < near && string.charAt(i) != stop) {
                    i++;
                }
                if (i < near || i == to) {
                    return i;
                }
                int found = string.indexOf(stop, i, to);
                return found < 0 ? to : found;
            }
            while (i < to && set.has(string.charAt(i))) {
                i++;
            }
            return i;
        }
        byte[] octets = bytes;
        if (octets != null) {
            while (i < to && set.has(octets[base + i] & 0xFF)) {
                i++;
            }
            return i;
        }
        while (i < to && set.has(other(i))) {
            i++;
        }
        return i;
    }

    /** Index of the first character in {@code from..to} that is in {@code set}, or -1. */
    int find(CharSet set, int from, int to) {
        if (set.single >= 0) {
            return find(set.single, from, to);
        }
        String string = text;
        if (string != null) {
            for (int i = from; i < to; i++) {
                if (set.has(string.charAt(i))) {
                    return i;
                }
            }
            return -1;
        }
        for (int i = from; i < to; i++) {
            if (set.has(other(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Index of the first {@code c} in {@code from..to}, or -1. */
    int find(int c, int from, int to) {
        String string = text;
        if (string != null) {
            return c > 0xFFFF || from >= to ? -1 : string.indexOf(c, from, to);
        }
        for (int i = from; i < to; i++) {
            if (other(i) == c) {
                return i;
            }
        }
        return -1;
    }

    /** Index of the first {@code word} that ends in {@code from..to}, or -1. */
    int find(Literal word, int from, int to) {
        String string = text;
        if (string != null) {
            String chars = word.text;
            return chars == null || from >= to ? -1 : string.indexOf(chars, from, to);
        }
        int[] wanted = word.points;
        int last = to - wanted.length;
        int i = from;
        while (i <= last) {
            i = find(wanted[0], i, last + 1);
            if (i < 0) {
                return -1;
            }
            if (startsWith(word, i, to)) {
                return i;
            }
            i++;
        }
        return -1;
    }

    boolean startsWith(Literal word, int from, int to) {
        int count = word.points.length;
        if (count > to - from) {
            return false;
        }
        String string = text;
        if (string != null) {
            String chars = word.text;
            return chars != null && string.startsWith(chars, from);
        }
        for (int i = 0; i < count; i++) {
            if (other(from + i) != word.points[i]) {
                return false;
            }
        }
        return true;
    }

    /** Literal characters in a row; {@code text} is null when no str without surrogates can contain them. */
    static final class Literal {

        final int[] points;
        final @Nullable String text;

        Literal(int[] points) {
            this.points = points;
            StringBuilder chars = new StringBuilder(points.length);
            boolean plain = true;
            for (int point : points) {
                plain &= point >= 0 && point < 0x10000 && !Character.isSurrogate((char) point);
                chars.append((char) point);
            }
            this.text = plain ? chars.toString() : null;
        }
    }
}
