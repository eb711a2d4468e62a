package dev.clutch.extension.spi.os;

import dev.clutch.extension.spi.Stability;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** UTF-8 with the surrogateescape handler of PEP 383, the encoding of every name that goes to the kernel. */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public final class FsEncoding {
    private FsEncoding() {}

    /** Throws EILSEQ for a surrogate that stands for no byte; IllegalArgumentException for U+0000. */
    public static byte[] encode(String text) {
        int length = text.length();
        boolean ascii = true;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new IllegalArgumentException("embedded null character");
            }
            if (c >= 0x80) {
                ascii = false;
            }
        }
        if (ascii) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
        byte[] out = new byte[length * 3];
        int n = 0;
        int i = 0;
        while (i < length) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c < 0x80) {
                out[n++] = (byte) c;
            } else if (c < 0x800) {
                out[n++] = (byte) (0xC0 | c >> 6);
                out[n++] = (byte) (0x80 | c & 0x3F);
            } else if (c >= 0xDC80 && c <= 0xDCFF) {
                out[n++] = (byte) (c - 0xDC00);
            } else if (c >= 0xD800 && c <= 0xDFFF) {
                throw new OsException(Errno.EILSEQ, text);
            } else if (c < 0x10000) {
                out[n++] = (byte) (0xE0 | c >> 12);
                out[n++] = (byte) (0x80 | c >> 6 & 0x3F);
                out[n++] = (byte) (0x80 | c & 0x3F);
            } else {
                out[n++] = (byte) (0xF0 | c >> 18);
                out[n++] = (byte) (0x80 | c >> 12 & 0x3F);
                out[n++] = (byte) (0x80 | c >> 6 & 0x3F);
                out[n++] = (byte) (0x80 | c & 0x3F);
            }
        }
        return Arrays.copyOf(out, n);
    }

    /** {@code PyUnicode_DecodeFSDefault}: a byte that isn't UTF-8 becomes U+DC80 to U+DCFF. Never fails. */
    public static String decode(byte[] bytes) {
        return decode(bytes, 0, bytes.length);
    }

    /** The same for the bytes from {@code start} up to, without, {@code end}. */
    public static String decode(byte[] bytes, int start, int end) {
        boolean ascii = true;
        for (int i = start; i < end; i++) {
            if (bytes[i] < 0) {
                ascii = false;
                break;
            }
        }
        if (ascii) {
            return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        }
        StringBuilder out = new StringBuilder(end - start);
        int i = start;
        while (i < end) {
            int used = sequenceLength(bytes, i, end);
            if (used == 0) {
                out.append((char) (0xDC00 + (bytes[i] & 0xFF)));
                i++;
            } else {
                out.appendCodePoint(codePoint(bytes, i, used));
                i += used;
            }
        }
        return out.toString();
    }

    /** Bytes of the well-formed sequence at {@code i}, or 0. */
    private static int sequenceLength(byte[] bytes, int i, int end) {
        int b = bytes[i] & 0xFF;
        int length = b < 0x80 ? 1 : b < 0xC2 ? 0 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : b < 0xF5 ? 4 : 0;
        if (length == 0 || i + length > end) {
            return 0;
        }
        for (int k = 1; k < length; k++) {
            if ((bytes[i + k] & 0xC0) != 0x80) {
                return 0;
            }
        }
        int c = codePoint(bytes, i, length);
        boolean overlong = length == 3 && c < 0x800 || length == 4 && c < 0x10000;
        return overlong || c > 0x10FFFF || c >= 0xD800 && c <= 0xDFFF ? 0 : length;
    }

    private static int codePoint(byte[] bytes, int i, int length) {
        if (length == 1) {
            return bytes[i];
        }
        int c = bytes[i] & 0x7F >> length;
        for (int k = 1; k < length; k++) {
            c = c << 6 | bytes[i + k] & 0x3F;
        }
        return c;
    }
}
