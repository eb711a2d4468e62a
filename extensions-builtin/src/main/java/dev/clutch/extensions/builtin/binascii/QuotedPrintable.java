package dev.clutch.extensions.builtin.binascii;

import java.io.ByteArrayOutputStream;

/** Quoted-printable, RFC 2045 and RFC 1522 (headers). Answers to {@code binascii_b2a_qp_impl} and {@code binascii_a2b_qp_impl}. */
final class QuotedPrintable {
    private static final int LONGEST_LINE = 76;

    private final byte[] data;
    private final boolean quoteTabs;
    private final boolean isText;
    private final boolean isHeader;
    private final boolean hasCrLf;
    private byte[] out;
    private int n;
    private int lineLength;

    QuotedPrintable(byte[] data, boolean quoteTabs, boolean isText, boolean isHeader) {
        this.data = data;
        this.quoteTabs = quoteTabs;
        this.isText = isText;
        this.isHeader = isHeader;
        this.out = new byte[data.length + 16];
        this.hasCrLf = firstLineEndsByCrLf(data);
    }

    private static boolean firstLineEndsByCrLf(byte[] data) {
        for (int i = 0; i < data.length; i++) {
            if (data[i] == '\n') {
                return i > 0 && data[i - 1] == '\r';
            }
        }
        return false;
    }

    byte[] encode() {
        int i = 0;
        while (i < data.length) {
            if (isQuoted(i)) {
                if (lineLength + 3 >= LONGEST_LINE) {
                    softBreak();
                }
                quote(data[i++]);
                lineLength += 3;
            } else if (isText && isLineEnd(i)) {
                lineLength = 0;
                if (n > 0 && (out[n - 1] == ' ' || out[n - 1] == '\t')) {
                    // spaces at the end of a line get lost
                    quote(out[--n]);
                }
                lineEnd();
                i += data[i] == '\r' ? 2 : 1;
            } else {
                if (i + 1 != data.length && data[i + 1] != '\n' && lineLength + 1 >= LONGEST_LINE) {
                    softBreak();
                }
                lineLength++;
                put(isHeader && data[i] == ' ' ? '_' : data[i]);
                i++;
            }
        }
        return java.util.Arrays.copyOf(out, n);
    }

    private boolean isLineEnd(int i) {
        return data[i] == '\n' || data[i] == '\r' && i + 1 < data.length && data[i + 1] == '\n';
    }

    private boolean isQuoted(int i) {
        int c = data[i] & 0xff;
        if (c > 126 || c == '=' || isHeader && c == '_') {
            return true;
        }
        boolean isLast = i + 1 == data.length;
        if (c == '.' && lineLength == 0 && (isLast || data[i + 1] == '\n' || data[i + 1] == '\r' || data[i + 1] == 0)) {
            return true;
        }
        if (c == '\r' || c == '\n') {
            return !isText;
        }
        if (c == '\t' || c == ' ') {
            return isLast || quoteTabs;
        }
        return c < 33;
    }

    private void put(int c) {
        if (n == out.length) {
            out = java.util.Arrays.copyOf(out, n * 2);
        }
        out[n++] = (byte) c;
    }

    private void quote(byte c) {
        put('=');
        put(Character.toUpperCase(Character.forDigit(c >> 4 & 15, 16)));
        put(Character.toUpperCase(Character.forDigit(c & 15, 16)));
    }

    private void softBreak() {
        put('=');
        lineEnd();
        lineLength = 0;
    }

    private void lineEnd() {
        if (hasCrLf) {
            put('\r');
        }
        put('\n');
    }

    static byte[] decode(byte[] text, boolean header) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length);
        int i = 0;
        while (i < text.length) {
            if (text[i] != '=') {
                out.write(header && text[i] == '_' ? ' ' : text[i]);
                i++;
                continue;
            }
            i++;
            if (i >= text.length) {
                break;
            }
            if (text[i] == '\n' || text[i] == '\r') {
                while (i < text.length && text[i] != '\n') {
                    i++;
                }
                i++;
            } else if (text[i] == '=') {
                out.write('=');
                i++;
            } else if (i + 1 < text.length && digit(text[i]) >= 0 && digit(text[i + 1]) >= 0) {
                out.write(digit(text[i]) << 4 | digit(text[i + 1]));
                i += 2;
            } else {
                out.write('=');
            }
        }
        return out.toByteArray();
    }

    private static int digit(byte c) {
        return c < 0 ? -1 : Character.digit(c, 16);
    }
}
