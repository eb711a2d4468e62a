package dev.clutch.interp.text;

import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;

/** Widths: filling up, tabs. */
public final class StrPad {
    private StrPad() {}

    public static Object ljust(Object str, int width, int fill) {
        return pad(str, 0, width - Str.length(str), fill);
    }

    public static Object rjust(Object str, int width, int fill) {
        return pad(str, width - Str.length(str), 0, fill);
    }

    public static Object center(Object str, int width, int fill) {
        int margin = width - Str.length(str);
        if (margin <= 0) {
            return str;
        }
        int left = margin / 2 + (margin & width & 1);
        return pad(str, left, margin - left, fill);
    }

    private static Object pad(Object str, int left, int right, int fill) {
        if (left <= 0 && right <= 0) {
            return str;
        }
        StrBuilder out = new StrBuilder(Str.length(str) + left + right);
        return out.appendRepeated(fill, left)
                .append(str)
                .appendRepeated(fill, right)
                .build();
    }

    public static Object zfill(Object str, int width) {
        int n = Str.length(str);
        if (n >= width) {
            return str;
        }
        StrBuilder out = new StrBuilder(width);
        int from = 0;
        if (n > 0 && (Str.at(str, 0) == '+' || Str.at(str, 0) == '-')) {
            out.append(Str.at(str, 0));
            from = 1;
        }
        return out.appendRepeated('0', width - n).append(str, from, n).build();
    }

    public static Object expandtabs(Object str, int size) {
        if (StrSearch.find(str, '\t', 0, Str.length(str)) < 0) {
            return str;
        }
        int n = Str.length(str);
        StrBuilder out = new StrBuilder(n + 16);
        int column = 0;
        for (int i = 0; i < n; i++) {
            int c = Str.at(str, i);
            if (c == '\t') {
                if (size > 0) {
                    int blanks = size - column % size;
                    if (out.length() > Str.MAX_LENGTH - blanks) {
                        throw FormatException.ofOverflow("new string is too long");
                    }
                    out.appendRepeated(' ', blanks);
                    column += blanks;
                }
            } else {
                out.append(c);
                column = c == '\n' || c == '\r' ? 0 : column + 1;
            }
        }
        return out.build();
    }
}
