package dev.clutch.interp.number;

import dev.clutch.extension.spi.Str;
import dev.clutch.interp.unicode.UnicodeData;
import org.jspecify.annotations.Nullable;

/** What all number literals share: white space and digits of any script become ASCII, underscores sit between digits. */
public final class NumberText {
    private NumberText() {}

    /** White space becomes a blank, decimal digits become ASCII; null when another character beyond ASCII is met. */
    public static @Nullable String toAscii(Object str) {
        if (str instanceof String s && Str.isAscii(s)) {
            return s;
        }
        int n = Str.length(str);
        int i = 0;
        while (i < n && Str.at(str, i) < 0x80) {
            i++;
        }
        if (i == n) {
            return (String) str;
        }
        StringBuilder out = new StringBuilder(n);
        for (i = 0; i < n; i++) {
            int c = Str.at(str, i);
            if (c >= 0x80) {
                int digit = UnicodeData.decimal(c);
                if (digit >= 0) {
                    c = '0' + digit;
                } else if (UnicodeData.isSpace(c)) {
                    c = ' ';
                } else {
                    return null;
                }
            }
            out.append((char) c);
        }
        return out.toString();
    }

    static boolean isAsciiSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /** Drops underscores; null unless each one stands between two digits. Answers to _Py_string_to_number_with_underscores. */
    static @Nullable String withoutUnderscores(String text, int start, int end) {
        if (text.indexOf('_') < 0) {
            return text.substring(start, end);
        }
        StringBuilder out = new StringBuilder(end - start);
        char previous = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (c == '_') {
                if (previous < '0' || previous > '9') {
                    return null;
                }
            } else {
                if (previous == '_' && !digit) {
                    return null;
                }
                out.append(c);
            }
            previous = c;
        }
        return previous == '_' ? null : out.toString();
    }
}
