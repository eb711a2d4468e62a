package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.Str;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Text that can be changed at any place: characters as long as they do, code points from the first one that needs them. */
final class TextBuffer {
    private final StringBuilder narrow = new StringBuilder();
    private int @Nullable [] wide;
    private int wideLength;

    int length() {
        return wide == null ? narrow.length() : wideLength;
    }

    void clear() {
        narrow.setLength(0);
        wide = null;
        wideLength = 0;
    }

    /** Shortens the text. */
    void truncate(int length) {
        if (wide == null) {
            narrow.setLength(length);
        } else {
            wideLength = length;
        }
    }

    int at(int index) {
        int[] w = wide;
        return w == null ? narrow.charAt(index) : w[index];
    }

    Object substring(int from, int to) {
        int[] w = wide;
        return w == null ? narrow.substring(from, to) : Str.of(w, from, to);
    }

    /** The first place of a line feed, or -1. */
    int indexOf(int c, int from, int to) {
        int[] w = wide;
        if (w == null) {
            if (from == 0 && to == narrow.length()) {
                return narrow.indexOf(String.valueOf((char) c));
            }
            for (int i = from; i < to; i++) {
                if (narrow.charAt(i) == c) {
                    return i;
                }
            }
            return -1;
        }
        for (int i = from; i < to; i++) {
            if (w[i] == c) {
                return i;
            }
        }
        return -1;
    }

    /** Writes over what is there, beginning at a position that may lie behind the end: the gap is filled with zeros. */
    void put(int position, Object text) {
        int n = Str.length(text);
        if (wide == null && text instanceof String s) {
            while (narrow.length() < position) {
                narrow.append('\0');
            }
            int length = narrow.length();
            if (position == length) {
                narrow.append(s);
            } else {
                narrow.replace(position, Math.min(length, position + n), s);
            }
            return;
        }
        int[] w = room(position + n);
        if (position > wideLength) {
            Arrays.fill(w, wideLength, position, 0);
        }
        Str.copyTo(text, 0, n, w, position);
        wideLength = Math.max(wideLength, position + n);
    }

    private int[] room(int length) {
        int[] w = wide;
        if (w == null) {
            int n = narrow.length();
            w = new int[Math.max(length, n)];
            for (int i = 0; i < n; i++) {
                w[i] = narrow.charAt(i);
            }
            narrow.setLength(0);
            wideLength = n;
            wide = w;
        } else if (w.length < length) {
            w = Arrays.copyOf(w, Math.max(length, w.length + (w.length >> 1)));
            wide = w;
        }
        return w;
    }
}
