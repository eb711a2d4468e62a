package dev.clutch.interp.codec;

import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;

/** UTF-7 of RFC 2152; the encoder writes optional direct characters and white space as they are. */
public final class Utf7 {
    private static final String NAME = "utf7";
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private Utf7() {}

    private static boolean isBase64(int c) {
        return c < 0x80 && BASE64.indexOf(c) >= 0;
    }

    /** Everything in ASCII but controls, backslash, plus and tilde. */
    private static boolean isDirect(int c) {
        return (c >= ' ' && c < '~' && c != '\\' && c != '+') || c == '\t' || c == '\n' || c == '\r';
    }

    public static byte[] encode(Object str) {
        int n = Str.length(str);
        ByteBuilder out = new ByteBuilder(n + n / 2);
        boolean shifted = false;
        int bits = 0;
        int buffer = 0;
        for (int i = 0; i < n; i++) {
            int c = Str.at(str, i);
            if (isDirect(c)) {
                if (shifted) {
                    flush(out, buffer, bits);
                    bits = 0;
                    shifted = false;
                    if (isBase64(c) || c == '-') {
                        out.append('-');
                    }
                }
                out.append(c);
                continue;
            }
            if (!shifted && c == '+') {
                out.append('+').append('-');
                continue;
            }
            if (!shifted) {
                out.append('+');
                shifted = true;
            }
            int units = Character.charCount(c);
            for (int k = 0; k < units; k++) {
                int unit = units == 1 ? c : k == 0 ? Character.highSurrogate(c) : Character.lowSurrogate(c);
                buffer = buffer << 16 | unit;
                bits += 16;
                while (bits >= 6) {
                    bits -= 6;
                    out.append(BASE64.charAt(buffer >> bits & 0x3F));
                }
                buffer &= (1 << bits) - 1;
            }
        }
        if (shifted) {
            flush(out, buffer, bits);
            out.append('-');
        }
        return out.build();
    }

    private static void flush(ByteBuilder out, int buffer, int bits) {
        if (bits > 0) {
            out.append(BASE64.charAt(buffer << 6 - bits & 0x3F));
        }
    }

    /** Decodes; unless {@code last}, a shift sequence without an end is left unconsumed. */
    public static Decoded decode(byte[] bytes, ErrorHandler errors, boolean last) {
        Decoder decoder = new Decoder(bytes, errors);
        while (true) {
            decoder.run();
            if (!decoder.shifted) {
                return new Decoded(decoder.out.build(), decoder.at);
            }
            if (!last) {
                decoder.out.setLength(decoder.shiftStart);
                return new Decoded(decoder.out.build(), decoder.start);
            }
            decoder.finish();
        }
    }

    /** The state inside and outside of a shift sequence; answers to PyUnicode_DecodeUTF7Stateful. */
    private static final class Decoder {
        private byte[] bytes;
        private final ErrorHandler errors;
        private final StrBuilder out;
        private int at;
        private int start;
        private boolean shifted;
        private int shiftStart;
        private int bits;
        private int buffer;
        private int surrogate;

        Decoder(byte[] bytes, ErrorHandler errors) {
            this.bytes = bytes;
            this.errors = errors;
            out = new StrBuilder(bytes.length);
        }

        void run() {
            while (at < bytes.length) {
                int c = bytes[at] & 0xFF;
                if (shifted && isBase64(c)) {
                    collect(BASE64.indexOf(c));
                } else if (shifted) {
                    leave(c);
                } else if (c == '+') {
                    enter();
                } else if (c < 0x80) {
                    out.append(c);
                    at++;
                } else {
                    start = at++;
                    fail("unexpected special character");
                }
            }
        }

        private void enter() {
            start = at++;
            if (at < bytes.length && bytes[at] == '-') {
                at++;
                out.append('+');
            } else if (at < bytes.length && !isBase64(bytes[at] & 0xFF)) {
                at++;
                fail("ill-formed sequence");
            } else {
                shifted = true;
                surrogate = 0;
                shiftStart = out.length();
                bits = 0;
                buffer = 0;
            }
        }

        private void collect(int value) {
            buffer = buffer << 6 | value;
            bits += 6;
            at++;
            if (bits < 16) {
                return;
            }
            bits -= 16;
            int unit = buffer >>> bits;
            buffer &= (1 << bits) - 1;
            if (surrogate != 0) {
                int high = surrogate;
                surrogate = 0;
                if (Character.isLowSurrogate((char) unit)) {
                    out.append(Character.toCodePoint((char) high, (char) unit));
                    return;
                }
                out.append(high);
            }
            if (Character.isHighSurrogate((char) unit)) {
                surrogate = unit;
            } else {
                out.append(unit);
            }
        }

        private void leave(int c) {
            shifted = false;
            if (bits >= 6) {
                at++;
                fail("partial character in shift sequence");
                return;
            }
            if (bits > 0 && buffer != 0) {
                at++;
                fail("non-zero padding bits in shift sequence");
                return;
            }
            if (surrogate != 0 && c < 0x80 && c != '+') {
                out.append(surrogate);
            }
            surrogate = 0;
            if (c == '-') {
                at++;
            }
        }

        /** The input has ended inside of a shift sequence. */
        void finish() {
            shifted = false;
            if (surrogate != 0 || bits >= 6 || (bits > 0 && buffer != 0)) {
                fail("unterminated shift sequence");
            }
        }

        private void fail(String reason) {
            ErrorHandler.Way way = errors.handle(new CodecError(NAME, bytes, start, at, reason));
            out.append(way.replacement());
            at = way.position();
            byte[] input = way.input();
            if (input != null) {
                bytes = input;
            }
        }
    }
}
