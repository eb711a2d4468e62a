package dev.clutch.interp.parser;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Decodes the inside of string literals. Positions in messages are those of CPython's escape decoder, which sees a character
 * beyond ASCII as ten.
 */
final class StringLiteral {
    /** The token whose text is decoded, for errors and warnings. */
    private final int token;

    private final ParserBase parser;
    private final byte[] b;
    private int[] points = new int[0];
    private int count;

    StringLiteral(ParserBase parser, int token) {
        this.parser = parser;
        this.token = token;
        this.b = parser.tok.buf;
    }

    /** A str from UTF-8 in the source, which may hold escapes unless raw: a String, or an int[] if it holds surrogates. */
    Object str(int from, int to, boolean raw) {
        boolean ascii = true;
        boolean escapes = false;
        for (int i = from; i < to; i++) {
            byte c = b[i];
            if (c < 0) {
                ascii = false;
            } else if (c == '\\') {
                escapes = true;
            }
        }
        if (!ascii) {
            int bad = Utf8.firstInvalid(b, from, to);
            if (bad >= 0) {
                throw parser.errorAtToken(token, "(unicode error) " + Utf8.complaint(b, from, bad, to));
            }
        }
        if (raw || !escapes) {
            return ascii ? new String(b, from, to - from, StandardCharsets.ISO_8859_1) : parser.tok.decode(from, to);
        }
        points = new int[to - from];
        count = 0;
        decode(from, to);
        return finish();
    }

    private Object finish() {
        boolean surrogate = false;
        for (int i = 0; i < count; i++) {
            if (points[i] >= 0xD800 && points[i] <= 0xDFFF) {
                surrogate = true;
                break;
            }
        }
        return surrogate ? Arrays.copyOf(points, count) : new String(points, 0, count);
    }

    private void put(int c) {
        if (count == points.length) {
            points = Arrays.copyOf(points, count + 8);
        }
        points[count++] = c;
    }

    private void decode(int from, int to) {
        int virtual = 0;
        boolean warned = false;
        int i = from;
        while (i < to) {
            int c = b[i];
            if (c != '\\') {
                if (c >= 0) {
                    put(c);
                    i++;
                    virtual++;
                } else {
                    i = putSequence(i, to);
                    virtual += 10;
                }
                continue;
            }
            int begin = virtual;
            i++;
            if (i >= to) {
                // Before a brace of an f-string.
                put('\\');
                return;
            }
            c = b[i];
            if (c < 0) {
                put('\\');
                virtual += 6;
                continue;
            }
            i++;
            virtual += 2;
            int simple = simpleEscape(c);
            if (simple >= 0) {
                put(simple);
            } else if (c == '\n') {
                continue;
            } else if (c >= '0' && c <= '7') {
                int start = i - 1;
                int v = c - '0';
                int n = 1;
                while (n < 3 && i < to && b[i] >= '0' && b[i] <= '7') {
                    v = v * 8 + b[i++] - '0';
                    n++;
                }
                virtual += n - 1;
                if (v > 0xFF && !warned) {
                    warned = true;
                    warnOctal(start);
                }
                put(v);
            } else if (c == 'x' || c == 'u' || c == 'U') {
                int need = c == 'x' ? 2 : c == 'u' ? 4 : 8;
                int n = hexDigits(i, Math.min(to, i + need));
                if (n < need) {
                    throw unicodeError(
                            begin,
                            virtual + n,
                            c == 'x'
                                    ? "truncated \\xXX escape"
                                    : c == 'u' ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape");
                }
                long v = Long.parseLong(new String(b, i, need, StandardCharsets.US_ASCII), 16);
                if (v > 0x10FFFF) {
                    throw unicodeError(begin, virtual + n, "illegal Unicode character");
                }
                put((int) v);
                i += need;
                virtual += need;
            } else if (c == 'N') {
                int end = named(i, to, begin, virtual);
                virtual += end - i;
                i = end;
            } else {
                put('\\');
                put(c);
                if (!warned) {
                    warned = true;
                    warnEscape(i - 1);
                }
            }
        }
    }

    private int putSequence(int at, int to) {
        int n = Utf8.sequence(b, at, to);
        int c = b[at] & (0xFF >> (n + 1));
        for (int k = 1; k < n; k++) {
            c = c << 6 | (b[at + k] & 0x3F);
        }
        put(c);
        return at + n;
    }

    private int hexDigits(int from, int to) {
        int i = from;
        while (i < to && Character.digit(b[i], 16) >= 0) {
            i++;
        }
        return i - from;
    }

    private static int simpleEscape(int c) {
        switch (c) {
            case '\\':
            case '\'':
            case '"':
                return c;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 't':
                return '\t';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 'v':
                return 0x0B;
            case 'a':
                return 7;
            default:
                return -1;
        }
    }

    /** Decodes a character name after {@code \N}; the index after it. */
    private int named(int at, int to, int begin, int virtualAt) {
        if (at >= to || b[at] != '{') {
            throw unicodeError(begin, virtualAt, "malformed \\N character escape");
        }
        int i = at + 1;
        int virtual = virtualAt + 1;
        while (i < to && b[i] != '}') {
            virtual += b[i] >= 0 ? 1 : (b[i] & 0xC0) == 0x80 ? 0 : 10;
            i++;
        }
        if (i >= to || i == at + 1) {
            throw unicodeError(begin, virtual, "malformed \\N character escape");
        }
        int c = parser.characterNames.codePoint(parser.tok.decode(at + 1, i));
        if (c < 0) {
            throw unicodeError(begin, virtual + 1, "unknown Unicode character name");
        }
        put(c);
        return i + 1;
    }

    private SyntaxException unicodeError(int begin, int end, String reason) {
        String where = end - begin == 1
                ? "can't decode byte 0x5c in position " + begin
                : "can't decode bytes in position " + begin + "-" + (end - 1);
        return parser.errorAtLast("(unicode error) 'unicodeescape' codec " + where + ": " + reason);
    }

    private void warnEscape(int at) {
        int c = b[at] & 0xFF;
        int kind = parser.tok.kind[token];
        if ((kind == Tok.FSTRING_MIDDLE || kind == Tok.FSTRING_END) && (c == '{' || c == '}')) {
            return;
        }
        warn("invalid escape sequence '\\" + (char) c + "'");
    }

    private void warnOctal(int digits) {
        warn("invalid octal escape sequence '\\" + parser.tok.decode(digits, digits + 3) + "'");
    }

    private void warn(String message) {
        if (parser.tok.warnings.warn(
                WarningListener.Category.SYNTAX_WARNING, message, parser.tok.source.filename, parser.tok.line[token])) {
            throw parser.errorAtToken(token, message);
        }
    }

    /** A bytes value; the source is known to be ASCII. */
    byte[] bytes(int from, int to, boolean raw) {
        if (raw) {
            return Arrays.copyOfRange(b, from, to);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(to - from);
        boolean warned = false;
        int i = from;
        while (i < to) {
            int c = b[i++];
            if (c != '\\') {
                out.write(c);
                continue;
            }
            c = b[i++];
            int simple = simpleEscape(c);
            if (simple >= 0) {
                out.write(simple);
            } else if (c == '\n') {
                continue;
            } else if (c >= '0' && c <= '7') {
                int start = i - 1;
                int v = c - '0';
                for (int n = 1; n < 3 && i < to && b[i] >= '0' && b[i] <= '7'; n++) {
                    v = v * 8 + b[i++] - '0';
                }
                if (v > 0xFF && !warned) {
                    warned = true;
                    warnOctal(start);
                }
                out.write(v);
            } else if (c == 'x') {
                if (hexDigits(i, Math.min(to, i + 2)) < 2) {
                    throw parser.errorAtLast("(value error) invalid \\x escape at position " + (i - 2 - from));
                }
                out.write(Character.digit(b[i], 16) * 16 + Character.digit(b[i + 1], 16));
                i += 2;
            } else {
                out.write('\\');
                i--;
                if (!warned) {
                    warned = true;
                    warnEscape(i);
                }
            }
        }
        return out.toByteArray();
    }
}
