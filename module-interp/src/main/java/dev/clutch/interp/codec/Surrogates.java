package dev.clutch.interp.codec;

import dev.clutch.extension.spi.Str;
import java.util.Locale;

/** The error handler {@code surrogatepass}: lone surrogates pass through the Unicode encodings. */
final class Surrogates {
    private Surrogates() {}

    /** 8, -16, 16, -32 or 32 (negative is little-endian), 0 for another encoding. */
    private static int kind(String encoding) {
        String name = encoding.toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (name) {
            case "utf8", "utf-8", "cp-utf8" -> 8;
            case "utf16", "utf-16", "utf16le", "utf16-le", "utf-16le", "utf-16-le" -> -16;
            case "utf16be", "utf16-be", "utf-16be", "utf-16-be" -> 16;
            case "utf32", "utf-32", "utf32le", "utf32-le", "utf-32le", "utf-32-le" -> -32;
            case "utf32be", "utf32-be", "utf-32be", "utf-32-be" -> 32;
            default -> 0;
        };
    }

    static ErrorHandler.Way encode(CodecError error) {
        int kind = kind(error.encoding());
        ByteBuilder out = new ByteBuilder(16);
        for (int i = error.start(); i < error.end(); i++) {
            int c = error.codePoint(i);
            if (kind == 0 || c < 0xD800 || c > 0xDFFF) {
                throw new CodecException(error);
            }
            if (kind == 8) {
                out.append(0xE0 | c >> 12).append(0x80 | (c >> 6 & 0x3F)).append(0x80 | (c & 0x3F));
            } else {
                out.append(c, Math.abs(kind) / 8, kind > 0);
            }
        }
        return new ErrorHandler.Way(out.build(), error.end());
    }

    static ErrorHandler.Way decode(CodecError error) {
        int kind = kind(error.encoding());
        byte[] bytes = error.bytes();
        int at = error.start();
        int size = kind == 8 ? 3 : Math.abs(kind) / 8;
        int c = 0;
        if (size > 0 && bytes.length - at >= size) {
            if (kind == 8) {
                int a = bytes[at] & 0xFF;
                int b = bytes[at + 1] & 0xFF;
                int d = bytes[at + 2] & 0xFF;
                if ((a & 0xF0) == 0xE0 && (b & 0xC0) == 0x80 && (d & 0xC0) == 0x80) {
                    c = (a & 0x0F) << 12 | (b & 0x3F) << 6 | (d & 0x3F);
                }
            } else {
                c = Units.read(bytes, at, size, kind > 0);
            }
        }
        if (c < 0xD800 || c > 0xDFFF) {
            throw new CodecException(error);
        }
        return new ErrorHandler.Way(Str.ofCodePoint(c), at + size);
    }
}
