package dev.clutch.extensions.builtin.pickle;

import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.extension.spi.ThreadState;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text as it stands in pickles. */
final class PickleText {
    private static final String HEX = "0123456789abcdef";

    private PickleText() {}

    /** UTF-8 in which lone surrogates are encoded like other characters ({@code surrogatepass}). */
    static byte[] utf8(Object text) {
        if (text instanceof String s) {
            return s.getBytes(StandardCharsets.UTF_8);
        }
        int n = Str.length(text);
        byte[] out = new byte[n * 4];
        int p = 0;
        for (int i = 0; i < n; i++) {
            int c = Str.at(text, i);
            if (c < 0x80) {
                out[p++] = (byte) c;
            } else if (c < 0x800) {
                out[p++] = (byte) (0xc0 | c >> 6);
                out[p++] = (byte) (0x80 | c & 0x3f);
            } else {
                if (c < 0x10000) {
                    out[p++] = (byte) (0xe0 | c >> 12);
                } else {
                    out[p++] = (byte) (0xf0 | c >> 18);
                    out[p++] = (byte) (0x80 | c >> 12 & 0x3f);
                }
                out[p++] = (byte) (0x80 | c >> 6 & 0x3f);
                out[p++] = (byte) (0x80 | c & 0x3f);
            }
        }
        return java.util.Arrays.copyOf(out, p);
    }

    static Object ofUtf8(ThreadState ts, byte[] bytes, int offset, int length) {
        boolean isAscii = true;
        for (int i = offset; i < offset + length && isAscii; i++) {
            isAscii = bytes[i] >= 0;
        }
        if (isAscii) {
            return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
        }
        try {
            return Str.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, offset, length))
                    .toString());
        } catch (CharacterCodingException e) {
            Object b = ts.newBytes(java.util.Arrays.copyOfRange(bytes, offset, offset + length));
            return ts.strValue(ts.callMethod(b, "decode", "utf-8", "surrogatepass"));
        }
    }

    /** {@code raw_unicode_escape}: also escapes what would end or disturb a line. */
    static String rawUnicodeEscape(Object text) {
        int n = Str.length(text);
        StringBuilder out = new StringBuilder(n + 16);
        for (int i = 0; i < n; i++) {
            int c = Str.at(text, i);
            if (c >= 0x10000) {
                hex(out.append("\\U"), c, 28);
            } else if (c >= 256 || c == '\\' || c == 0 || c == '\n' || c == '\r' || c == 0x1a) {
                hex(out.append("\\u"), c, 12);
            } else {
                out.append((char) c);
            }
        }
        return out.toString();
    }

    private static void hex(StringBuilder out, int c, int shift) {
        for (int s = shift; s >= 0; s -= 4) {
            out.append(HEX.charAt(c >> s & 15));
        }
    }

    /** Reads {@code raw_unicode_escape}. */
    static Object ofRawUnicodeEscape(ThreadState ts, byte[] bytes, int offset, int length) {
        boolean hasEscape = false;
        for (int i = offset; i < offset + length && !hasEscape; i++) {
            hasEscape = bytes[i] == '\\';
        }
        if (!hasEscape) {
            return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
        }
        StrBuilder out = new StrBuilder(length);
        int end = offset + length;
        int i = offset;
        while (i < end) {
            int c = bytes[i++] & 0xff;
            int digits = c != '\\' || i >= end ? 0 : bytes[i] == 'u' ? 4 : bytes[i] == 'U' ? 8 : 0;
            if (digits == 0) {
                out.append(c);
                if (c == '\\' && i < end) {
                    out.append(bytes[i++] & 0xff);
                }
                continue;
            }
            long value = 0;
            int at = i + 1;
            for (int k = 0; k < digits && value >= 0; k++) {
                int d = at + k < end ? Character.digit(bytes[at + k], 16) : -1;
                value = d < 0 ? -1 : value * 16 + d;
            }
            if (value < 0 || value > Character.MAX_CODE_POINT) {
                Object b = ts.newBytes(java.util.Arrays.copyOfRange(bytes, offset, end));
                return ts.strValue(ts.callMethod(b, "decode", "raw_unicode_escape"));
            }
            out.append((int) value);
            i = at + digits;
        }
        return out.build();
    }
}
