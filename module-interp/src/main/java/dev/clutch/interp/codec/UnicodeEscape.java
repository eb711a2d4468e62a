package dev.clutch.interp.codec;

import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;
import org.jspecify.annotations.Nullable;

/** The codecs {@code unicode_escape} and {@code raw_unicode_escape}. */
public final class UnicodeEscape {
    private UnicodeEscape() {}

    /** Finds the character of an escape by name. */
    public interface NameLookup {
        /** The code point, or -1. */
        int lookup(String name);
    }

    public static byte[] encode(Object str) {
        int n = Str.length(str);
        ByteBuilder out = new ByteBuilder(n + 16);
        for (int i = 0; i < n; i++) {
            int c = Str.at(str, i);
            if (c == '\\') {
                out.append('\\').append('\\');
            } else if (c >= ' ' && c < 0x7F) {
                out.append(c);
            } else if (c == '\t' || c == '\n' || c == '\r') {
                out.append('\\').append(c == '\t' ? 't' : c == '\n' ? 'n' : 'r');
            } else if (c < 0x100) {
                hex(out.append('\\').append('x'), c, 2);
            } else {
                wide(out, c);
            }
        }
        return out.build();
    }

    public static byte[] encodeRaw(Object str) {
        int n = Str.length(str);
        ByteBuilder out = new ByteBuilder(n);
        for (int i = 0; i < n; i++) {
            int c = Str.at(str, i);
            if (c < 0x100) {
                out.append(c);
            } else {
                wide(out, c);
            }
        }
        return out.build();
    }

    private static void wide(ByteBuilder out, int c) {
        out.append('\\');
        if (c < 0x10000) {
            hex(out.append('u'), c, 4);
        } else {
            hex(out.append('U'), c, 8);
        }
    }

    private static void hex(ByteBuilder out, int value, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            out.append(Character.forDigit(value >> shift & 15, 16));
        }
    }

    /**
     * Decodes. Unless {@code last}, an escape that the end cuts off is left unconsumed. The detail of the answer is the index behind
     * the backslash of the first escape that does not exist (or is an octal number above 0o377), for the caller's warning.
     */
    public static Decoded decode(byte[] bytes, ErrorHandler errors, boolean last, NameLookup names) {
        return new Decoder(bytes, errors, last, names).run();
    }

    public static Decoded decodeRaw(byte[] bytes, ErrorHandler errors, boolean last) {
        return new Decoder(bytes, errors, last, null).run();
    }

    private static final class Decoder {
        private byte[] bytes;
        private final ErrorHandler errors;
        private final boolean last;
        /** Null for the raw form. */
        private final @Nullable NameLookup names;

        private final StrBuilder out;
        private int at;
        private int start;
        private int invalid = -1;
        private boolean cut;

        Decoder(byte[] bytes, ErrorHandler errors, boolean last, @Nullable NameLookup names) {
            this.bytes = bytes;
            this.errors = errors;
            this.last = last;
            this.names = names;
            out = new StrBuilder(bytes.length);
        }

        Decoded run() {
            int n = bytes.length;
            while (at < n) {
                int c = bytes[at++] & 0xFF;
                if (c != '\\') {
                    out.append(c);
                    continue;
                }
                start = at - 1;
                cut = false;
                String problem = names == null ? raw() : escape(names);
                if (problem == null) {
                    continue;
                }
                if (cut && !last) {
                    return new Decoded(out.build(), start, invalid);
                }
                String encoding = names == null ? "rawunicodeescape" : "unicodeescape";
                ErrorHandler.Way way = errors.handle(new CodecError(encoding, bytes, start, at, problem));
                out.append(way.replacement());
                at = way.position();
                byte[] input = way.input();
                if (input != null) {
                    bytes = input;
                    n = input.length;
                }
            }
            return new Decoded(out.build(), at, invalid);
        }

        private @Nullable String raw() {
            if (at == bytes.length) {
                if (last) {
                    out.append('\\');
                    return null;
                }
                cut = true;
                return "";
            }
            int c = bytes[at++] & 0xFF;
            if (c == 'u') {
                return number(4, "truncated \\uXXXX escape");
            }
            if (c == 'U') {
                return number(8, "truncated \\UXXXXXXXX escape");
            }
            out.append('\\').append(c);
            return null;
        }

        private @Nullable String escape(NameLookup lookup) {
            if (at == bytes.length) {
                cut = true;
                return "\\ at end of string";
            }
            int c = bytes[at++] & 0xFF;
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
                case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(c - '0');
                case 'x' -> {
                    return number(2, "truncated \\xXX escape");
                }
                case 'u' -> {
                    return number(4, "truncated \\uXXXX escape");
                }
                case 'U' -> {
                    return number(8, "truncated \\UXXXXXXXX escape");
                }
                case 'N' -> {
                    return name(lookup);
                }
                default -> {
                    if (invalid < 0) {
                        invalid = at - 1;
                    }
                    out.append('\\').append(c);
                }
            }
            return null;
        }

        private void octal(int value) {
            for (int k = 0; k < 2 && at < bytes.length && bytes[at] >= '0' && bytes[at] <= '7'; k++) {
                value = value * 8 + (bytes[at++] - '0');
            }
            if (value > 0xFF && invalid < 0) {
                invalid = at - 3;
            }
            out.append(value);
        }

        private @Nullable String number(int digits, String truncated) {
            long value = 0;
            for (int k = 0; k < digits; k++, at++) {
                if (at == bytes.length) {
                    cut = true;
                    return truncated;
                }
                int digit = bytes[at] < 0 ? -1 : Character.digit(bytes[at], 16);
                if (digit < 0) {
                    return truncated;
                }
                value = value << 4 | digit;
            }
            if (value > Character.MAX_CODE_POINT) {
                return names == null ? "\\Uxxxxxxxx out of range" : "illegal Unicode character";
            }
            out.append((int) value);
            return null;
        }

        private @Nullable String name(NameLookup lookup) {
            String malformed = "malformed \\N character escape";
            if (at == bytes.length) {
                cut = true;
                return malformed;
            }
            if (bytes[at] != '{') {
                return malformed;
            }
            int from = ++at;
            while (at < bytes.length && bytes[at] != '}') {
                at++;
            }
            if (at == bytes.length) {
                cut = true;
                return malformed;
            }
            if (at == from) {
                return malformed;
            }
            StringBuilder name = new StringBuilder(at - from);
            for (int i = from; i < at; i++) {
                name.append((char) (bytes[i] & 0xFF));
            }
            at++;
            int c = lookup.lookup(name.toString());
            if (c < 0) {
                return "unknown Unicode character name";
            }
            out.append(c);
            return null;
        }
    }
}
