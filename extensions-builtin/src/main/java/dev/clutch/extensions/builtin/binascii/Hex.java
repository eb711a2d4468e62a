package dev.clutch.extensions.builtin.binascii;

import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Hexadecimal digits. Answers to {@code _Py_strhex_impl}. */
final class Hex {
    private Hex() {}

    static byte[] encode(ThreadState ts, byte[] bytes, @Nullable Object sep, int group) {
        int separator = -1;
        if (sep != null) {
            separator = separator(ts, sep);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length * 2);
        int size = Math.abs(group);
        for (int i = 0; i < bytes.length; i++) {
            int position = group > 0 ? bytes.length - i : i;
            if (i > 0 && size > 0 && separator >= 0 && position % size == 0) {
                out.write(separator);
            }
            out.write(Character.forDigit(bytes[i] >> 4 & 15, 16));
            out.write(Character.forDigit(bytes[i] & 15, 16));
        }
        return out.toByteArray();
    }

    private static int separator(ThreadState ts, Object sep) {
        boolean isStr = ts.isStr(sep);
        if (ts.size(sep) != 1) {
            throw ts.valueError("sep must be length 1.");
        }
        if (!isStr && !ts.isBytes(sep)) {
            throw ts.typeError("sep must be str or bytes.");
        }
        int c = isStr ? Str.at(ts.strValue(sep), 0) : ts.bytesOf(sep)[0] & 0xff;
        if (c > 255) {
            throw ts.valueError("sep must be ASCII.");
        }
        return c;
    }

    /** Returns the bytes of an even number of digits, or null when there are other characters. */
    static byte @Nullable [] decode(byte[] text) {
        byte[] result = new byte[text.length / 2];
        for (int i = 0; i < result.length; i++) {
            int high = Character.digit(text[2 * i] & 0x7f, 16);
            int low = Character.digit(text[2 * i + 1] & 0x7f, 16);
            if (high < 0 || low < 0 || text[2 * i] < 0 || text[2 * i + 1] < 0) {
                return null;
            }
            result[i] = (byte) (high << 4 | low);
        }
        return result;
    }
}
