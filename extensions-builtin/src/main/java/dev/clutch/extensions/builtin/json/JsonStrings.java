package dev.clutch.extensions.builtin.json;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.extension.spi.ThreadState;

/** Reads strings of one text. Answers to {@code scanstring_unicode}. */
final class JsonStrings {
    private final ThreadState ts;
    private final Object text;
    private final int length;
    private final boolean strict;
    /** The index behind the quote that ended the last string. */
    int next;

    JsonStrings(ThreadState ts, Object text, boolean strict) {
        this.ts = ts;
        this.text = text;
        this.length = Str.length(text);
        this.strict = strict;
    }

    /** A {@code JSONDecodeError}. */
    static PythonException error(ThreadState ts, String message, Object text, long at) {
        Object type = ts.getAttr(ts.importModule("json.decoder"), "JSONDecodeError");
        return ts.error((PyObject) type, message, text, at);
    }

    private PythonException error(String message, long at) {
        return error(ts, message, text, at);
    }

    Object scan(long start) {
        if (start < 0 || start > length) {
            throw ts.valueError("end is out of bounds");
        }
        int from = (int) start;
        int i = plain(from, from);
        if (Str.at(text, i) == '"') {
            next = i + 1;
            return Str.substring(text, from, i);
        }
        StrBuilder out = new StrBuilder(i - from + 16);
        out.append(text, from, i);
        while (Str.at(text, i) == '\\') {
            i = escape(out, i + 1, from);
            int end = plain(i, from);
            out.append(text, i, end);
            i = end;
        }
        next = i + 1;
        return out.build();
    }

    /** The index of the next quote or backslash. */
    private int plain(int from, int begin) {
        if (text instanceof String s) {
            for (int i = from; i < length; i++) {
                char c = s.charAt(i);
                if (c == '"' || c == '\\') {
                    return i;
                }
                if (c <= 0x1f && strict) {
                    throw error("Invalid control character at", i);
                }
            }
        } else {
            for (int i = from; i < length; i++) {
                int c = Str.at(text, i);
                if (c == '"' || c == '\\') {
                    return i;
                }
                if (c <= 0x1f && strict) {
                    throw error("Invalid control character at", i);
                }
            }
        }
        throw error("Unterminated string starting at", begin - 1L);
    }

    /** Reads what follows a backslash; returns the index behind it. */
    private int escape(StrBuilder out, int at, int begin) {
        if (at == length) {
            throw error("Unterminated string starting at", begin - 1L);
        }
        int c = Str.at(text, at);
        if (c != 'u') {
            int plain = "\"\\/bfnrt".indexOf(c);
            if (plain < 0) {
                throw error("Invalid \\escape", at - 1L);
            }
            out.append("\"\\/\b\f\n\r\t".charAt(plain));
            return at + 1;
        }
        int end = at + 5;
        if (end >= length) {
            throw error("Invalid \\uXXXX escape", at);
        }
        int value = hex(at + 1, end);
        if (Character.isHighSurrogate((char) value)
                && end + 6 < length
                && Str.at(text, end) == '\\'
                && Str.at(text, end + 1) == 'u') {
            int low = hex(end + 2, end + 6);
            if (Character.isLowSurrogate((char) low)) {
                out.append(Character.toCodePoint((char) value, (char) low));
                return end + 6;
            }
        }
        out.append(value);
        return end;
    }

    private int hex(int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int c = Str.at(text, i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw error("Invalid \\uXXXX escape", to - 5L);
            }
            value = value * 16 + digit;
        }
        return value;
    }
}
