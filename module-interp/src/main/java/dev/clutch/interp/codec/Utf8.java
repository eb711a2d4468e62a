package dev.clutch.interp.codec;

import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;
import java.nio.charset.StandardCharsets;

/** UTF-8. */
public final class Utf8 {
    private static final String NAME = "utf-8";

    private Utf8() {}

    public static byte[] encode(Object str, ErrorHandler errors) {
        if (str instanceof String s) {
            return s.getBytes(StandardCharsets.UTF_8); // it holds no surrogate, so nothing can be lost
        }
        int n = Str.length(str);
        ByteBuilder out = new ByteBuilder(n + n / 2);
        for (int i = 0; i < n; ) {
            int c = Str.at(str, i);
            if (c < 0xD800 || c > 0xDFFF) {
                append(out, c);
                i++;
                continue;
            }
            int end = i + 1;
            while (end < n && Str.at(str, end) >= 0xD800 && Str.at(str, end) <= 0xDFFF) {
                end++;
            }
            CodecError error = new CodecError(NAME, str, i, end, "surrogates not allowed");
            ErrorHandler.Way way = errors.handle(error);
            i = way.position();
            if (way.replacement() instanceof byte[] bytes) {
                out.append(bytes);
            } else if (Str.isAscii(way.replacement())) {
                out.appendAscii((String) way.replacement());
            } else {
                throw new CodecException(error);
            }
        }
        return out.build();
    }

    private static void append(ByteBuilder out, int c) {
        if (c < 0x80) {
            out.append(c);
        } else if (c < 0x800) {
            out.append(0xC0 | c >> 6).append(0x80 | (c & 0x3F));
        } else if (c < 0x10000) {
            out.append(0xE0 | c >> 12).append(0x80 | (c >> 6 & 0x3F)).append(0x80 | (c & 0x3F));
        } else {
            out.append(0xF0 | c >> 18).append(0x80 | (c >> 12 & 0x3F));
            out.append(0x80 | (c >> 6 & 0x3F)).append(0x80 | (c & 0x3F));
        }
    }

    public static Object decode(byte[] bytes, ErrorHandler errors) {
        return decode(bytes, errors, true).text();
    }

    /** Decodes; unless {@code last}, a sequence that the end cuts off is left unconsumed. */
    public static Decoded decode(byte[] bytes, ErrorHandler errors, boolean last) {
        int n = bytes.length;
        int ascii = 0;
        while (ascii < n && bytes[ascii] >= 0) {
            ascii++;
        }
        if (ascii == n) {
            return new Decoded(new String(bytes, StandardCharsets.ISO_8859_1), n);
        }
        boolean plain = true;
        for (int i = ascii; i < n && plain; i++) {
            plain = (bytes[i] & 0xFF) < 0xF0;
        }
        if (plain) {
            // the JDK marks every error with U+FFFD; without one the text is right and holds no surrogate
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (text.indexOf('\uFFFD') < 0) {
                return new Decoded(text, n);
            }
        }
        return decodeWithErrors(bytes, errors, last);
    }

    private static Decoded decodeWithErrors(byte[] bytes, ErrorHandler errors, boolean last) {
        int n = bytes.length;
        StrBuilder out = new StrBuilder(n);
        int i = 0;
        while (i < n) {
            int b = bytes[i];
            if (b >= 0) {
                out.append(b);
                i++;
                continue;
            }
            int size = size(b & 0xFF);
            int valid = size == 0 ? 0 : validPrefix(bytes, i, n, size);
            if (size > 0 && valid == size) {
                out.append(combine(bytes, i, size));
                i += size;
                continue;
            }
            String reason;
            int end;
            if (size == 0) {
                reason = "invalid start byte";
                end = i + 1;
            } else if (i + valid == n) {
                if (!last) {
                    break;
                }
                reason = "unexpected end of data";
                end = n;
            } else {
                if (!last && isCutSurrogate(bytes, i)) {
                    break;
                }
                reason = "invalid continuation byte";
                end = i + valid;
            }
            ErrorHandler.Way way = errors.handle(new CodecError(NAME, bytes, i, end, reason));
            out.append(way.replacement());
            i = way.position();
            byte[] input = way.input();
            if (input != null) {
                bytes = input;
                n = input.length;
            }
        }
        return new Decoded(out.build(), i);
    }

    /** The first two of three bytes of a surrogate at the end, which the handler surrogatepass takes once the third is there. */
    private static boolean isCutSurrogate(byte[] bytes, int i) {
        return bytes.length - i == 2 && (bytes[i] & 0xFF) == 0xED && (bytes[i + 1] & 0xE0) == 0xA0;
    }

    private static int size(int first) {
        if (first < 0xC2 || first > 0xF4) {
            return 0;
        }
        return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    }

    /** How many bytes of a sequence are right; the second byte excludes overlong forms, surrogates and what is above U+10FFFF. */
    private static int validPrefix(byte[] bytes, int i, int n, int size) {
        if (i + 1 >= n) {
            return 1;
        }
        int first = bytes[i] & 0xFF;
        int second = bytes[i + 1] & 0xFF;
        int low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        if (second < low || second > high) {
            return 1;
        }
        int valid = 2;
        while (valid < size && i + valid < n && (bytes[i + valid] & 0xC0) == 0x80) {
            valid++;
        }
        return valid;
    }

    private static int combine(byte[] bytes, int i, int size) {
        int c = bytes[i] & (0x7F >> size);
        for (int k = 1; k < size; k++) {
            c = c << 6 | (bytes[i + k] & 0x3F);
        }
        return c;
    }
}
