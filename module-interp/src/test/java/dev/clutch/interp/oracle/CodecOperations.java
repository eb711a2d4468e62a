package dev.clutch.interp.oracle;

import dev.clutch.interp.codec.ByteEscape;
import dev.clutch.interp.codec.CodecError;
import dev.clutch.interp.codec.CodecException;
import dev.clutch.interp.codec.Decoded;
import dev.clutch.interp.codec.ErrorHandler;
import dev.clutch.interp.codec.ErrorHandlers;
import dev.clutch.interp.codec.SingleByte;
import dev.clutch.interp.codec.UnicodeEscape;
import dev.clutch.interp.codec.Utf16And32;
import dev.clutch.interp.codec.Utf7;
import dev.clutch.interp.codec.Utf8;
import dev.clutch.interp.oracle.OracleMain.Operation;
import dev.clutch.interp.unicode.UnicodeNames;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** encode NAME STR ERRORS, decode NAME BYTES ERRORS LAST; a Unicode error answers as a list. */
final class CodecOperations {
    private CodecOperations() {}

    static void register(Map<String, Operation> ops) {
        ops.put("encode", a -> guarded(() -> encode((String) a.at(0), a.at(1), handler((String) a.at(2)))));
        ops.put(
                "decode",
                a -> guarded(() -> decode((String) a.at(0), a.bytes(1), handler((String) a.at(2)), a.bool(3))));
        ops.put(
                "charmap_encode",
                a -> guarded(() ->
                        SingleByte.encodeCharmap(a.at(0), new SingleByte.Table(a.at(1)), handler((String) a.at(2)))));
        ops.put(
                "charmap_decode",
                a -> guarded(() -> SingleByte.decodeCharmap(
                        a.bytes(0), new SingleByte.Table(a.at(1)), handler((String) a.at(2)))));
        ops.put("escape_encode", a -> ByteEscape.encode(a.bytes(0)));
        ops.put(
                "escape_decode",
                a -> ByteEscape.decode(a.bytes(0), (String) a.at(1)).bytes());
        ops.put("name", a -> UnicodeNames.name(a.integer(0)));
        ops.put("lookup", a -> UnicodeNames.lookup((String) a.at(0)));
    }

    /** "skip" goes on behind the error plus one, with text that no single-byte encoding has. */
    private static ErrorHandler handler(String name) {
        if (name.equals("skip")) {
            return error -> new ErrorHandler.Way(
                    error.decoding() ? "\u20AC" : "ab", Math.min(error.end() + 1, ErrorHandlers.inputLength(error)));
        }
        ErrorHandlers handler = ErrorHandlers.of(name);
        if (handler == null) {
            throw new IllegalArgumentException(name);
        }
        return handler;
    }

    /** A conversion that may end in a Unicode error. */
    interface Conversion {
        @Nullable
        Object run();
    }

    private static @Nullable Object guarded(Conversion conversion) {
        try {
            return conversion.run();
        } catch (CodecException e) {
            CodecError error = e.error();
            return Arrays.asList(error.encoding(), error.start(), error.end(), error.reason());
        }
    }

    private static byte[] encode(String name, Object str, ErrorHandler errors) {
        return switch (name) {
            case "utf-8" -> Utf8.encode(str, errors);
            case "utf-16" -> Utf16And32.encode16(str, 0, errors);
            case "utf-16-le" -> Utf16And32.encode16(str, -1, errors);
            case "utf-16-be" -> Utf16And32.encode16(str, 1, errors);
            case "utf-32" -> Utf16And32.encode32(str, 0, errors);
            case "utf-32-le" -> Utf16And32.encode32(str, -1, errors);
            case "utf-32-be" -> Utf16And32.encode32(str, 1, errors);
            case "ascii" -> SingleByte.encodeAscii(str, errors);
            case "latin-1" -> SingleByte.encodeLatin1(str, errors);
            case "utf-7" -> Utf7.encode(str);
            case "unicode_escape" -> UnicodeEscape.encode(str);
            case "raw_unicode_escape" -> UnicodeEscape.encodeRaw(str);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Object decode(String name, byte[] bytes, ErrorHandler errors, boolean last) {
        return switch (name) {
            case "utf-8" -> result(Utf8.decode(bytes, errors, last));
            case "utf-16" -> detailed(Utf16And32.decode16(bytes, 0, errors, last));
            case "utf-16-le" -> result(Utf16And32.decode16(bytes, -1, errors, last));
            case "utf-16-be" -> result(Utf16And32.decode16(bytes, 1, errors, last));
            case "utf-32" -> detailed(Utf16And32.decode32(bytes, 0, errors, last));
            case "utf-32-le" -> result(Utf16And32.decode32(bytes, -1, errors, last));
            case "utf-32-be" -> result(Utf16And32.decode32(bytes, 1, errors, last));
            case "utf-7" -> result(Utf7.decode(bytes, errors, last));
            case "unicode_escape" -> result(UnicodeEscape.decode(bytes, errors, last, UnicodeNames::lookup));
            case "raw_unicode_escape" -> result(UnicodeEscape.decodeRaw(bytes, errors, last));
            case "ascii" -> List.of(SingleByte.decodeAscii(bytes, errors), bytes.length);
            case "latin-1" -> List.of(SingleByte.decodeLatin1(bytes), bytes.length);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Object result(Decoded decoded) {
        return List.of(decoded.text(), decoded.consumed());
    }

    private static Object detailed(Decoded decoded) {
        return List.of(decoded.text(), decoded.consumed(), decoded.detail());
    }
}
