package dev.clutch.extensions.builtin.binascii;

import java.util.Arrays;

/** Decodes base64 and passes over characters that don't belong to it. Answers to {@code binascii_a2b_base64_impl}. */
final class Base64Decoder {
    /** The text is not base64; the message is that of {@code binascii.Error}. */
    static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1;

        MalformedException(String message) {
            super(message, null, false, false);
        }
    }

    private Base64Decoder() {}

    static byte[] decode(byte[] text, boolean strict) throws MalformedException {
        byte[] result = new byte[text.length / 4 * 3 + 3];
        int n = 0;
        int place = 0;
        int pads = 0;
        int held = 0;
        boolean isPadding = false;
        if (strict && text.length > 0 && text[0] == '=') {
            throw new MalformedException("Leading padding not allowed");
        }
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '=') {
                isPadding = true;
                if (place >= 2 && place + ++pads >= 4) {
                    if (strict && i + 1 < text.length) {
                        throw new MalformedException("Excess data after padding");
                    }
                    return Arrays.copyOf(result, n);
                }
                continue;
            }
            int v = value(text[i]);
            if (v < 0) {
                if (strict) {
                    throw new MalformedException("Only base64 data is allowed");
                }
                continue;
            }
            if (strict && isPadding) {
                throw new MalformedException("Discontinuous padding not allowed");
            }
            pads = 0;
            if (place > 0) {
                result[n++] = (byte) (held << 2 * place | v >> 6 - 2 * place);
            }
            held = v & (1 << 6 - 2 * place) - 1;
            if (place == 0) {
                held = v;
            }
            place = (place + 1) % 4;
        }
        if (place == 1) {
            throw new MalformedException("Invalid base64-encoded string: number of data characters (" + (n / 3 * 4 + 1)
                    + ") cannot be 1 more than a multiple of 4");
        }
        if (place != 0) {
            throw new MalformedException("Incorrect padding");
        }
        return Arrays.copyOf(result, n);
    }

    private static int value(byte c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return c == '+' ? 62 : c == '/' ? 63 : -1;
    }
}
