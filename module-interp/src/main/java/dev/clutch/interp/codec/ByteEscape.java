package dev.clutch.interp.codec;

import dev.clutch.interp.number.AlgorithmException;

/** The codec {@code string_escape} of {@code _codecs.escape_encode} and {@code escape_decode}: bytes as in a literal. */
public final class ByteEscape {
    private ByteEscape() {}

    public static byte[] encode(byte[] bytes) {
        ByteBuilder out = new ByteBuilder(bytes.length + 16);
        for (byte b : bytes) {
            int c = b & 0xFF;
            if (c == '\'' || c == '\\') {
                out.append('\\').append(c);
            } else if (c == '\t' || c == '\n' || c == '\r') {
                out.append('\\').append(c == '\t' ? 't' : c == '\n' ? 'n' : 'r');
            } else if (c >= ' ' && c < 0x7F) {
                out.append(c);
            } else {
                out.append('\\')
                        .append('x')
                        .append(Character.forDigit(c >> 4, 16))
                        .append(Character.forDigit(c & 15, 16));
            }
        }
        return out.build();
    }

    /**
     * The decoded bytes.
     *
     * @param invalid the index behind the backslash of the first escape that does not exist, or -1
     */
    public record Result(byte[] bytes, int invalid) {}

    /** Decodes; {@code errors} is {@code strict}, {@code replace} or {@code ignore} and is looked at for a bad \x only. */
    public static Result decode(byte[] bytes, String errors) {
        ByteBuilder out = new ByteBuilder(bytes.length);
        int n = bytes.length;
        int invalid = -1;
        for (int i = 0; i < n; ) {
            int c = bytes[i++];
            if (c != '\\') {
                out.append(c);
                continue;
            }
            if (i == n) {
                throw AlgorithmException.value("Trailing \\ in string");
            }
            c = bytes[i++];
            switch (c) {
                case '\n' -> {}
                case '\\', '\'', '"' -> out.append(c);
                case 'b' -> out.append('\b');
                case 'f' -> out.append('\f');
                case 't' -> out.append('\t');
                case 'n' -> out.append('\n');
                case 'r' -> out.append('\r');
                case 'v' -> out.append(0x0B);
                case 'a' -> out.append(0x07);
                case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                    int value = c - '0';
                    for (int k = 0; k < 2 && i < n && bytes[i] >= '0' && bytes[i] <= '7'; k++) {
                        value = value * 8 + (bytes[i++] - '0');
                    }
                    if (value > 0xFF && invalid < 0) {
                        invalid = i - 3;
                    }
                    out.append(value);
                }
                case 'x' -> {
                    int high = i < n ? digit(bytes[i]) : -1;
                    int low = i + 1 < n ? digit(bytes[i + 1]) : -1;
                    if (high >= 0 && low >= 0) {
                        out.append(high << 4 | low);
                        i += 2;
                    } else {
                        badHex(out, errors, i - 2);
                        i += high >= 0 ? 1 : 0; // one good digit goes with the escape
                    }
                }
                default -> {
                    if (invalid < 0) {
                        invalid = i - 1;
                    }
                    out.append('\\').append(c);
                }
            }
        }
        return new Result(out.build(), invalid);
    }

    private static int digit(byte b) {
        return b < 0 ? -1 : Character.digit(b, 16);
    }

    private static void badHex(ByteBuilder out, String errors, int position) {
        switch (errors) {
            case "strict" -> throw AlgorithmException.value("invalid \\x escape at position " + position);
            case "replace" -> out.append('?');
            case "ignore" -> {}
            default -> throw AlgorithmException.value("decoding error; unknown error handling code: " + errors);
        }
    }
}
