package dev.clutch.interp.codec;

import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.interp.number.AlgorithmException;
import dev.clutch.interp.unicode.UnicodeNames;
import org.jspecify.annotations.Nullable;

/** The error handlers that every interpreter starts with. */
public enum ErrorHandlers implements ErrorHandler {
    STRICT("strict"),
    IGNORE("ignore"),
    REPLACE("replace"),
    XMLCHARREFREPLACE("xmlcharrefreplace"),
    BACKSLASHREPLACE("backslashreplace"),
    NAMEREPLACE("namereplace"),
    SURROGATEESCAPE("surrogateescape"),
    SURROGATEPASS("surrogatepass");

    private final String handlerName;

    ErrorHandlers(String handlerName) {
        this.handlerName = handlerName;
    }

    /** The built-in handler of a name, or null. */
    public static @Nullable ErrorHandlers of(String name) {
        for (ErrorHandlers handler : values()) {
            if (handler.handlerName.equals(name)) {
                return handler;
            }
        }
        return null;
    }

    public String handlerName() {
        return handlerName;
    }

    @Override
    public Way handle(CodecError error) {
        return switch (this) {
            case STRICT -> throw new CodecException(error);
            case IGNORE -> new Way("", error.end());
            case REPLACE -> new Way(error.decoding() ? "\uFFFD" : "?".repeat(error.end() - error.start()), error.end());
            case BACKSLASHREPLACE -> new Way(error.decoding() ? hex(error) : escapes(error, false), error.end());
            case XMLCHARREFREPLACE -> new Way(references(encoding(error)), error.end());
            case NAMEREPLACE -> new Way(escapes(encoding(error), true), error.end());
            case SURROGATEESCAPE -> error.decoding() ? escapeBytes(error) : unescapeBytes(error);
            case SURROGATEPASS -> error.decoding() ? Surrogates.decode(error) : Surrogates.encode(error);
        };
    }

    private static CodecError encoding(CodecError error) {
        if (error.decoding()) {
            throw new AlgorithmException(
                    AlgorithmException.Kind.TYPE_ERROR,
                    "don't know how to handle UnicodeDecodeError in error callback");
        }
        return error;
    }

    private static String hex(CodecError error) {
        StringBuilder out = new StringBuilder();
        for (int i = error.start(); i < error.end(); i++) {
            int b = error.bytes()[i] & 0xFF;
            out.append("\\x").append(Character.forDigit(b >> 4, 16)).append(Character.forDigit(b & 15, 16));
        }
        return out.toString();
    }

    private static String escapes(CodecError error, boolean names) {
        StringBuilder out = new StringBuilder();
        for (int i = error.start(); i < error.end(); i++) {
            int c = error.codePoint(i);
            String name = names ? UnicodeNames.name(c) : null;
            if (name != null) {
                out.append("\\N{").append(name).append('}');
            } else {
                int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
                out.append('\\').append(digits == 2 ? 'x' : digits == 4 ? 'u' : 'U');
                for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
                    out.append(Character.forDigit(c >> shift & 15, 16));
                }
            }
        }
        return out.toString();
    }

    private static String references(CodecError error) {
        StringBuilder out = new StringBuilder();
        for (int i = error.start(); i < error.end(); i++) {
            out.append("&#").append(error.codePoint(i)).append(';');
        }
        return out.toString();
    }

    /** At most four bytes become lone surrogates; ASCII never does. */
    private static Way escapeBytes(CodecError error) {
        StrBuilder out = new StrBuilder();
        int i = error.start();
        for (; i < error.end() && i - error.start() < 4; i++) {
            int b = error.bytes()[i] & 0xFF;
            if (b < 0x80) {
                break;
            }
            out.append(0xDC00 + b);
        }
        if (i == error.start()) {
            throw new CodecException(error);
        }
        return new Way(out.build(), i);
    }

    /** Stops before the first character that is no escaped byte; the encoder then reports that one. */
    private static Way unescapeBytes(CodecError error) {
        ByteBuilder out = new ByteBuilder(error.end() - error.start());
        int i = error.start();
        for (; i < error.end(); i++) {
            int c = error.codePoint(i);
            if (c < 0xDC80 || c > 0xDCFF) {
                break;
            }
            out.append(c - 0xDC00);
        }
        if (i == error.start()) {
            throw new CodecException(error);
        }
        return new Way(out.build(), i);
    }

    /** The length of the input, for the check of a position that a handler gives. */
    public static int inputLength(CodecError error) {
        return error.decoding() ? error.bytes().length : Str.length(error.input());
    }
}
