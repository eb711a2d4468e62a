package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** What the argument {@code newline} of a text stream says. Answers to {@code validate_newline} and {@code set_newline}. */
final class LineEnds {
    /** For reading: lines end at any line end. */
    final boolean readUniversal;

    /** For reading: line ends become line feeds. */
    final boolean readTranslate;

    /** For reading, where it isn't universal: what ends a line. */
    final @Nullable String readEnd;

    /** For writing: line feeds are translated at all. */
    final boolean writeTranslate;

    /** For writing: what a line feed becomes, null for itself. */
    final @Nullable String writeEnd;

    private LineEnds(@Nullable String newline) {
        readUniversal = newline == null || newline.isEmpty();
        readTranslate = newline == null;
        readEnd = newline;
        writeTranslate = newline == null || !newline.isEmpty();
        writeEnd = newline == null || newline.isEmpty() || newline.equals("\n") ? null : newline;
    }

    static LineEnds of(ThreadState ts, @Nullable String newline) {
        if (!isLegal(newline)) {
            throw ts.valueError("illegal newline value: " + ts.reprText(Str.of(String.valueOf(newline))));
        }
        return new LineEnds(newline);
    }

    /** As {@link #of}, with the message of {@code TextIOWrapper}. */
    static LineEnds ofText(ThreadState ts, @Nullable String newline) {
        if (!isLegal(newline)) {
            throw ts.valueError("illegal newline value: " + newline);
        }
        return new LineEnds(newline);
    }

    private static boolean isLegal(@Nullable String newline) {
        if (newline == null) {
            return true;
        }
        switch (newline) {
            case "":
            case "\n":
            case "\r":
            case "\r\n":
                return true;
            default:
                return false;
        }
    }

    /** {@code text.replace('\n', end)} for writing. */
    Object forWriting(Object text) {
        String end = writeEnd;
        return end == null ? text : replaced(text, end);
    }

    static Object replaced(Object text, String end) {
        if (text instanceof String s) {
            return s.indexOf('\n') < 0 ? s : s.replace("\n", end);
        }
        dev.clutch.extension.spi.StrBuilder b = new dev.clutch.extension.spi.StrBuilder(Str.length(text) + 8);
        for (int i = 0; i < Str.length(text); i++) {
            int c = Str.at(text, i);
            if (c == '\n') {
                b.append((Object) end);
            } else {
                b.append(c);
            }
        }
        return b.build();
    }

    /**
     * The place behind the first line end, or -1 ({@code _PyIO_find_line_ending}).
     *
     * @param consumed one element, set when there is none to the place up to which there can't be one
     */
    int find(Object text, int from, int to, int[] consumed) {
        if (readTranslate) {
            int p = indexOf(text, '\n', from, to);
            if (p >= 0) {
                return p + 1;
            }
            consumed[0] = to;
            return -1;
        }
        if (readUniversal) {
            for (int i = from; i < to; i++) {
                int c = Str.at(text, i);
                if (c == '\n') {
                    return i + 1;
                }
                if (c == '\r') {
                    return i + 1 < to && Str.at(text, i + 1) == '\n' ? i + 2 : i + 1;
                }
            }
            consumed[0] = to;
            return -1;
        }
        String end = readEnd;
        if (end == null || end.length() == 1) {
            int p = indexOf(text, end == null ? '\n' : end.charAt(0), from, to);
            if (p >= 0) {
                return p + 1;
            }
            consumed[0] = to;
            return -1;
        }
        for (int i = indexOf(text, '\r', from, to); i >= 0; i = indexOf(text, '\r', i + 1, to)) {
            if (i + 1 == to) {
                consumed[0] = i;
                return -1;
            }
            if (Str.at(text, i + 1) == '\n') {
                return i + 2;
            }
        }
        consumed[0] = to;
        return -1;
    }

    private static int indexOf(Object text, int c, int from, int to) {
        if (text instanceof String s) {
            int p = s.indexOf(c, from);
            return p < to ? p : -1;
        }
        for (int i = from; i < to; i++) {
            if (Str.at(text, i) == c) {
                return i;
            }
        }
        return -1;
    }
}
