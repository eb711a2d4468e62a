package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.StrBuilder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Decodes UTF-8 that is right. */
final class Utf8Decoding {
    private static final char REPLACEMENT = 0xFFFD;

    private Utf8Decoding() {}

    /**
     * Decodes up to a sequence that the end cuts off.
     *
     * @param ascii the first byte that is not ASCII
     * @param used one element, set to the number of bytes that were used
     * @return null when there is an error
     */
    static @Nullable Object decode(byte[] bytes, int from, int to, int ascii, int[] used) {
        int end = to - cutOff(bytes, ascii, to);
        used[0] = end - from;
        boolean wide = false;
        for (int i = ascii; i < end && !wide; i++) {
            wide = (bytes[i] & 0xFF) >= 0xF0;
        }
        if (!wide) {
            // the JDK marks every error by U+FFFD; without one the text is right and has no surrogate
            String text = new String(bytes, from, end - from, StandardCharsets.UTF_8);
            if (text.indexOf(REPLACEMENT) < 0) {
                return text;
            }
        }
        return slowly(bytes, from, end);
    }

    /** How many bytes at the end begin a sequence that isn't complete. */
    private static int cutOff(byte[] bytes, int from, int to) {
        for (int back = 1; back <= 3 && to - back >= from; back++) {
            int b = bytes[to - back] & 0xFF;
            if (b < 0x80) {
                return 0;
            }
            if (b >= 0xC0) {
                return size(b) > back && (back == 1 || isSecond(b, bytes[to - back + 1] & 0xFF)) ? back : 0;
            }
        }
        return 0;
    }

    /** Whether a byte may follow the first one; it excludes overlong forms, surrogates and what is above U+10FFFF. */
    private static boolean isSecond(int first, int second) {
        int low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        return second >= low && second <= high;
    }

    private static int size(int first) {
        if (first < 0xC2 || first > 0xF4) {
            return 0;
        }
        return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    }

    private static @Nullable Object slowly(byte[] bytes, int from, int to) {
        StrBuilder out = new StrBuilder(to - from);
        for (int i = from; i < to; ) {
            int b = bytes[i] & 0xFF;
            if (b < 0x80) {
                out.append(b);
                i++;
                continue;
            }
            int n = size(b);
            if (n == 0 || i + n > to) {
                return null;
            }
            int c = b & (0x7F >> n);
            for (int k = 1; k < n; k++) {
                int next = bytes[i + k] & 0xFF;
                if ((next & 0xC0) != 0x80) {
                    return null;
                }
                c = c << 6 | (next & 0x3F);
            }
            boolean overlong = n == 3 && c < 0x800 || n == 4 && c < 0x10000;
            if (overlong || c > 0x10FFFF || c >= 0xD800 && c <= 0xDFFF) {
                return null;
            }
            out.append(c);
            i += n;
        }
        return out.build();
    }
}
