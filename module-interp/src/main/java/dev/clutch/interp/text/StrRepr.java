package dev.clutch.interp.text;

import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.interp.unicode.UnicodeData;

/** {@code repr} and {@code ascii} of {@code str}. */
public final class StrRepr {
    private StrRepr() {}

    public static Object repr(Object str) {
        return quote(str, false);
    }

    public static String ascii(Object str) {
        return (String) quote(str, true);
    }

    /** {@code ascii(object)}: escapes what is not ASCII in a representation. */
    public static String escapeNonAscii(Object repr) {
        if (Str.isAscii(repr)) {
            return (String) repr;
        }
        int n = Str.length(repr);
        StrBuilder out = new StrBuilder(n + 8);
        for (int i = 0; i < n; i++) {
            int c = Str.at(repr, i);
            if (c < 0x80) {
                out.append(c);
            } else {
                escape(out, c);
            }
        }
        return (String) out.build();
    }

    private static Object quote(Object str, boolean ascii) {
        int n = Str.length(str);
        boolean single = false;
        boolean twofold = false;
        for (int i = 0; i < n; i++) {
            int c = Str.at(str, i);
            single |= c == '\'';
            twofold |= c == '"';
        }
        int quote = single && !twofold ? '"' : '\'';
        StrBuilder out = new StrBuilder(n + 2);
        out.append(quote);
        for (int i = 0; i < n; i++) {
            int c = Str.at(str, i);
            if (c == quote || c == '\\') {
                out.append('\\').append(c);
            } else if (c >= ' ' && c < 0x7F) {
                out.append(c);
            } else if (c == '\n' || c == '\r' || c == '\t') {
                out.append('\\').append(c == '\n' ? 'n' : c == '\r' ? 'r' : 't');
            } else if (c >= 0x7F && !ascii && UnicodeData.isPrintable(c)) {
                out.append(c);
            } else {
                escape(out, c);
            }
        }
        return out.append(quote).build();
    }

    /** The shortest of the escapes with two, four and eight hexadecimal digits. */
    static void escape(StrBuilder out, int c) {
        out.append('\\');
        if (c < 0x100) {
            hex(out.append('x'), c, 2);
        } else if (c < 0x10000) {
            hex(out.append('u'), c, 4);
        } else {
            hex(out.append('U'), c, 8);
        }
    }

    static void hex(StrBuilder out, int value, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            out.append(Character.forDigit(value >> shift & 15, 16));
        }
    }
}
