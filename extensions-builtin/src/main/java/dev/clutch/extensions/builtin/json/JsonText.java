package dev.clutch.extensions.builtin.json;

import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;

/** Writes strings with quotes and escapes. */
final class JsonText {
    private static final String HEX = "0123456789abcdef";

    private JsonText() {}

    static void appendAscii(StrBuilder out, Object text) {
        if (text instanceof String s) {
            int n = s.length();
            int i = 0;
            while (i < n && isPlainAscii(s.charAt(i))) {
                i++;
            }
            if (i == n) {
                out.append('"').append(s, 0, n).append('"');
                return;
            }
        }
        out.append('"');
        int n = Str.length(text);
        for (int i = 0; i < n; i++) {
            int c = Str.at(text, i);
            if (isPlainAscii(c)) {
                out.append(c);
            } else if (c >= 0x10000) {
                appendHex(out, Character.highSurrogate(c));
                appendHex(out, Character.lowSurrogate(c));
            } else if (!appendShort(out, c)) {
                appendHex(out, c);
            }
        }
        out.append('"');
    }

    static void appendPlain(StrBuilder out, Object text) {
        out.append('"');
        int n = Str.length(text);
        int from = 0;
        for (int i = 0; i < n; i++) {
            int c = Str.at(text, i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(text, from, i);
                from = i + 1;
                if (!appendShort(out, c)) {
                    appendHex(out, c);
                }
            }
        }
        out.append(text, from, n).append('"');
    }

    private static boolean isPlainAscii(int c) {
        return c >= ' ' && c <= '~' && c != '"' && c != '\\';
    }

    private static boolean appendShort(StrBuilder out, int c) {
        int letter = switch (c) {
            case '"' -> '"';
            case '\\' -> '\\';
            case '\b' -> 'b';
            case '\f' -> 'f';
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\t' -> 't';
            default -> 0;
        };
        if (letter == 0) {
            return false;
        }
        out.append('\\').append(letter);
        return true;
    }

    private static void appendHex(StrBuilder out, int c) {
        out.append('\\').append('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt((c >> shift) & 15));
        }
    }
}
