package dev.clutch.interp.object;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.codec.CodecException;
import dev.clutch.interp.codec.SingleByte;
import dev.clutch.interp.codec.Utf16And32;
import dev.clutch.interp.codec.Utf8;
import dev.clutch.interp.encodings.CodecRegistry;
import dev.clutch.interp.encodings.UnicodeErrors;
import dev.clutch.interp.number.AlgorithmException;
import dev.clutch.interp.object.bytes.ByteSequence;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.object.memory.PyMemoryView;
import dev.clutch.interp.op.Text;

/**
 * Encoding and decoding by the name of a codec: the common ones directly, all others through the registry. Answers to {@code PyUnicode_AsEncodedString} and
 * {@code PyUnicode_Decode}.
 */
public final class Codecs {
    private static final int UTF_8 = 1;
    private static final int UTF_16 = 2;
    private static final int UTF_32 = 3;
    private static final int ASCII = 4;
    private static final int LATIN_1 = 5;

    private Codecs() {}

    /** Which of the codecs with a shortcut a name means, 0 for another one. */
    private static int shortcut(String encoding) {
        switch (encoding) {
            case "utf-8":
            case "utf8":
                return UTF_8;
            case "ascii":
                return ASCII;
            case "latin-1":
                return LATIN_1;
            default:
                break;
        }
        switch (CodecRegistry.normalise(encoding)) {
            case "utf_8":
            case "utf8":
                return UTF_8;
            case "utf_16":
            case "utf16":
                return UTF_16;
            case "utf_32":
            case "utf32":
                return UTF_32;
            case "ascii":
            case "us_ascii":
                return ASCII;
            case "latin_1":
            case "latin1":
            case "iso_8859_1":
            case "iso8859_1":
                return LATIN_1;
            default:
                return 0;
        }
    }

    /** The name of a codec or error handler as Java text; it must have neither a null nor a lone surrogate. */
    private static String name(PyThreadState ts, Object name) {
        String text = Text.java(PyStr.plain(name));
        if (text.indexOf('\0') >= 0) {
            throw Errors.valueError(ts, "embedded null character");
        }
        requireUtf8(ts, PyStr.plain(name));
        return text;
    }

    /** Refuses a text with lone surrogates, which has no UTF-8. */
    static void requireUtf8(PyThreadState ts, Object text) {
        if (!(text instanceof String)) {
            utf8(ts, text);
        }
    }

    /** The UTF-8 of a text; UnicodeEncodeError when it has lone surrogates. */
    public static byte[] utf8(PyThreadState ts, Object text) {
        try {
            return Utf8.encode(text, UnicodeErrors.handler(ts, null));
        } catch (CodecException e) {
            throw UnicodeErrors.of(ts, e.error());
        }
    }

    /** The text of UTF-8; UnicodeDecodeError when it is none. */
    public static Object ofUtf8(PyThreadState ts, byte[] bytes) {
        try {
            return Utf8.decode(bytes, UnicodeErrors.handler(ts, null));
        } catch (CodecException e) {
            throw UnicodeErrors.of(ts, e.error());
        }
    }

    /** Returns the bytes of a plain str. */
    public static byte[] encode(PyThreadState ts, Object s, Object encoding, Object errors) {
        String codec = name(ts, encoding);
        name(ts, errors);
        check(ts, encoding, errors);
        try {
            switch (shortcut(codec)) {
                case UTF_8:
                    return Utf8.encode(s, UnicodeErrors.handler(ts, errors));
                case ASCII:
                    return SingleByte.encodeAscii(s, UnicodeErrors.handler(ts, errors));
                case LATIN_1:
                    return SingleByte.encodeLatin1(s, UnicodeErrors.handler(ts, errors));
                case UTF_16:
                    return Utf16And32.encode16(s, 0, UnicodeErrors.handler(ts, errors));
                case UTF_32:
                    return Utf16And32.encode32(s, 0, UnicodeErrors.handler(ts, errors));
                default:
                    return bytes(ts, codec, ts.interp.codecs().encodeText(ts, s, codec, errors));
            }
        } catch (CodecException e) {
            throw UnicodeErrors.of(ts, e.error());
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    private static byte[] bytes(PyThreadState ts, String codec, Object encoded) {
        if (encoded instanceof PyBytes b) {
            return b.value();
        }
        if (encoded instanceof ByteSequence b) {
            ts.warn(
                    "RuntimeWarning",
                    "encoder " + codec
                            + " returned bytearray instead of bytes; use codecs.encode() to encode to arbitrary types",
                    1);
            return b.array().clone();
        }
        throw Errors.typeError(
                ts,
                "'" + codec + "' encoder returned '" + Types.of(encoded).displayName()
                        + "' instead of 'bytes'; use codecs.encode() to encode to arbitrary types");
    }

    /** In development mode names are checked although nothing needs them ({@code unicode_check_encoding_errors}). */
    public static void check(PyThreadState ts, Object encoding, Object errors) {
        if (ts.interp.options().devMode) {
            String codec = name(ts, encoding);
            if (shortcut(codec) == 0) {
                ts.interp.codecs().lookup(ts, codec);
            }
            ts.interp.codecs().lookupError(ts, errors);
        }
    }

    /** Returns the text of bytes. */
    public static Object decode(PyThreadState ts, byte[] bytes, Object encoding, Object errors) {
        String codec = name(ts, encoding);
        name(ts, errors);
        check(ts, encoding, errors);
        try {
            switch (shortcut(codec)) {
                case UTF_8:
                    return Utf8.decode(bytes, UnicodeErrors.handler(ts, errors));
                case ASCII:
                    return SingleByte.decodeAscii(bytes, UnicodeErrors.handler(ts, errors));
                case LATIN_1:
                    return SingleByte.decodeLatin1(bytes);
                case UTF_16:
                    return Utf16And32.decode16(bytes, 0, UnicodeErrors.handler(ts, errors), true)
                            .text();
                case UTF_32:
                    return Utf16And32.decode32(bytes, 0, UnicodeErrors.handler(ts, errors), true)
                            .text();
                default:
                    return text(ts, codec, ts.interp.codecs().decodeText(ts, view(ts, bytes), codec, errors));
            }
        } catch (CodecException e) {
            throw UnicodeErrors.of(ts, e.error());
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    /** What a decoder of the library gets. */
    private static Object view(PyThreadState ts, byte[] bytes) {
        return dev.clutch.interp.op.Call.call1(ts, PyMemoryView.TYPE, new PyBytes(bytes));
    }

    private static Object text(PyThreadState ts, String codec, Object decoded) {
        if (PyStr.isStr(decoded)) {
            return PyStr.plain(decoded);
        }
        throw Errors.typeError(
                ts,
                "'" + codec + "' decoder returned '" + Types.of(decoded).displayName()
                        + "' instead of 'str'; use codecs.decode() to decode to arbitrary types");
    }
}
