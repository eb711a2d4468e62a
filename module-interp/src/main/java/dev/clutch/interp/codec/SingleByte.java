package dev.clutch.interp.codec;

import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** ASCII, Latin-1 and character maps. */
public final class SingleByte {
    private static final String UNDEFINED = "character maps to <undefined>";

    private SingleByte() {}

    /** Looks up in a character map of Python. */
    public interface DecodingMap {
        /** The {@code str} for a byte, or null when it is undefined. */
        @Nullable
        Object decode(int value);
    }

    /** Looks up in a character map of Python. */
    public interface EncodingMap {
        /** The bytes for a code point, or null when it is undefined. */
        byte @Nullable [] encode(int codePoint);
    }

    public static byte[] encodeAscii(Object str, ErrorHandler errors) {
        if (Str.isAscii(str)) {
            return ((String) str).getBytes(StandardCharsets.ISO_8859_1);
        }
        return encode(str, errors, null, 0x80, "ascii", "ordinal not in range(128)");
    }

    public static byte[] encodeLatin1(Object str, ErrorHandler errors) {
        if (Str.isAscii(str)) {
            return ((String) str).getBytes(StandardCharsets.ISO_8859_1);
        }
        return encode(str, errors, null, 0x100, "latin-1", "ordinal not in range(256)");
    }

    public static byte[] encodeCharmap(Object str, EncodingMap map, ErrorHandler errors) {
        return encode(str, errors, map, 0, "charmap", UNDEFINED);
    }

    private static byte @Nullable [] lookup(@Nullable EncodingMap map, int limit, int c) {
        if (map != null) {
            return map.encode(c);
        }
        return c < limit ? new byte[] {(byte) c} : null;
    }

    /** Characters that cannot be encoded are reported in runs. */
    private static byte[] encode(
            Object str, ErrorHandler errors, @Nullable EncodingMap map, int limit, String name, String reason) {
        int n = Str.length(str);
        ByteBuilder out = new ByteBuilder(n);
        for (int i = 0; i < n; ) {
            int c = Str.at(str, i);
            if (c < limit) {
                out.append(c);
                i++;
                continue;
            }
            byte[] encoded = lookup(map, limit, c);
            if (encoded != null) {
                out.append(encoded);
                i++;
                continue;
            }
            int end = i + 1;
            while (end < n && lookup(map, limit, Str.at(str, end)) == null) {
                end++;
            }
            CodecError error = new CodecError(name, str, i, end, reason);
            ErrorHandler.Way way = errors.handle(error);
            if (map != null && errors == ErrorHandlers.SURROGATEESCAPE && way.position() < end) {
                throw new CodecException(error); // a map reports the run as one
            }
            i = way.position();
            if (way.replacement() instanceof byte[] bytes) {
                out.append(bytes);
                continue;
            }
            for (int k = 0; k < Str.length(way.replacement()); k++) {
                encoded = lookup(map, limit, Str.at(way.replacement(), k));
                if (encoded == null) {
                    throw new CodecException(error);
                }
                out.append(encoded);
            }
        }
        return out.build();
    }

    public static Object decodeLatin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    public static Object decodeAscii(byte[] bytes, ErrorHandler errors) {
        int n = bytes.length;
        int i = 0;
        while (i < n && bytes[i] >= 0) {
            i++;
        }
        if (i == n) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        StrBuilder out = new StrBuilder(n);
        out.appendLatin1(bytes, 0, i);
        while (i < n) {
            if (bytes[i] >= 0) {
                out.append(bytes[i++]);
                continue;
            }
            ErrorHandler.Way way = errors.handle(new CodecError("ascii", bytes, i, i + 1, "ordinal not in range(128)"));
            out.append(way.replacement());
            i = way.position();
            byte[] input = way.input();
            if (input != null) {
                bytes = input;
                n = input.length;
            }
        }
        return out.build();
    }

    public static Object decodeCharmap(byte[] bytes, DecodingMap map, ErrorHandler errors) {
        int n = bytes.length;
        StrBuilder out = new StrBuilder(n);
        for (int i = 0; i < n; ) {
            Object text = map.decode(bytes[i] & 0xFF);
            if (text != null) {
                out.append(text);
                i++;
                continue;
            }
            ErrorHandler.Way way = errors.handle(new CodecError("charmap", bytes, i, i + 1, UNDEFINED));
            out.append(way.replacement());
            i = way.position();
            byte[] input = way.input();
            if (input != null) {
                bytes = input;
                n = input.length;
            }
        }
        return out.build();
    }

    /** A decoding table: the character at the index of the byte; U+FFFE is undefined. */
    public static final class Table implements DecodingMap, EncodingMap {
        private static final int HOLE = 0xFFFE;
        private final Object table;
        /** Code points and their bytes, packed and sorted. */
        private final long[] encoding;

        public Table(Object table) {
            this.table = table;
            int n = Math.min(256, Str.length(table));
            long[] entries = new long[n];
            int count = 0;
            for (int i = 0; i < n; i++) {
                int c = Str.at(table, i);
                if (c != HOLE) {
                    entries[count++] = (long) c << 8 | i;
                }
            }
            encoding = Arrays.copyOf(entries, count);
            Arrays.sort(encoding);
        }

        @Override
        public @Nullable Object decode(int value) {
            if (value >= Str.length(table)) {
                return null;
            }
            int c = Str.at(table, value);
            return c == HOLE ? null : Str.ofCodePoint(c);
        }

        /** Of several bytes for one character the last counts, as in charmap_build. */
        @Override
        public byte @Nullable [] encode(int codePoint) {
            int at = -Arrays.binarySearch(encoding, (long) codePoint + 1 << 8) - 1;
            if (at < 0) {
                at = Arrays.binarySearch(encoding, (long) codePoint + 1 << 8);
            }
            at--;
            return at >= 0 && encoding[at] >> 8 == codePoint ? new byte[] {(byte) encoding[at]} : null;
        }
    }
}
