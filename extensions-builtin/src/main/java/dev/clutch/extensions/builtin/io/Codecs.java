package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The codecs that streams have of their own, for text and bytes without errors. What has an error goes to the codec of the interpreter, which knows the error handlers.
 */
enum Codecs {
    UTF_8("utf-8", "utf_8_encode", "utf_8_decode"),
    LATIN_1("latin-1", "latin_1_encode", "latin_1_decode"),
    ASCII("ascii", "ascii_encode", "ascii_decode");

    private final String pythonName;
    private final String encoder;
    private final String decoder;

    Codecs(String pythonName, String encoder, String decoder) {
        this.pythonName = pythonName;
        this.encoder = encoder;
        this.decoder = decoder;
    }

    /** The codec of a name, null for any that the module {@code codecs} has to look for. */
    static @Nullable Codecs of(String encoding) {
        StringBuilder b = new StringBuilder(encoding.length());
        for (int i = 0; i < encoding.length(); i++) {
            char c = encoding.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                c = (char) (c + 'a' - 'A');
            } else if (c == '_' || c == ' ') {
                c = '-';
            }
            b.append(c);
        }
        switch (b.toString()) {
            case "utf-8":
            case "utf8":
            case "u8":
                return UTF_8;
            case "latin-1":
            case "latin1":
            case "iso-8859-1":
            case "iso8859-1":
                return LATIN_1;
            case "ascii":
            case "us-ascii":
                return ASCII;
            default:
                return null;
        }
    }

    String pythonName() {
        return pythonName;
    }

    /** The bytes of a text. */
    byte[] encode(ThreadState ts, Object str, Object errors) {
        if (str instanceof String s) {
            byte[] bytes = encodePlain(s);
            if (bytes != null) {
                return bytes;
            }
        }
        Object result = ts.call(ts.getAttr(ts.importModule("_codecs"), encoder), str, errors);
        return ByteViews.copy(ts, ts.getItem(result, 0L));
    }

    private byte @Nullable [] encodePlain(String s) {
        if (this == UTF_8) {
            return s.getBytes(StandardCharsets.UTF_8);
        }
        char limit = this == ASCII ? (char) 0x7F : (char) 0xFF;
        for (int i = 0; i < s.length(); i++) {
            if (s.charAt(i) > limit) {
                return null;
            }
        }
        return s.getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * Decodes bytes.
     *
     * @param last whether a sequence that the end cuts off is an error; otherwise it is left
     * @param used one element, set to the number of bytes that were used
     */
    Object decode(ThreadState ts, byte[] bytes, int from, int to, Object errors, boolean last, int[] used) {
        used[0] = to - from;
        if (this == LATIN_1) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        int p = from;
        while (p < to && bytes[p] >= 0) {
            p++;
        }
        if (p == to) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        if (this == UTF_8) {
            Object text = Utf8Decoding.decode(bytes, from, to, p, used);
            if (text != null && (!last || used[0] == to - from)) {
                return text;
            }
        }
        return decodeWithErrors(ts, bytes, from, to, errors, last, used);
    }

    private Object decodeWithErrors(
            ThreadState ts, byte[] bytes, int from, int to, Object errors, boolean last, int[] used) {
        byte[] part = new byte[to - from];
        System.arraycopy(bytes, from, part, 0, part.length);
        Object f = ts.getAttr(ts.importModule("_codecs"), decoder);
        Object result =
                this == UTF_8 ? ts.call(f, ts.newBytes(part), errors, last) : ts.call(f, ts.newBytes(part), errors);
        used[0] = ts.asInt(ts.getItem(result, 1L));
        return ts.strValue(ts.getItem(result, 0L));
    }

    /** All of some bytes, with an error handler by its name. */
    static Object decodeUtf8(ThreadState ts, byte[] bytes, String errors) {
        return UTF_8.decode(ts, bytes, 0, bytes.length, Str.of(errors), true, new int[1]);
    }
}
