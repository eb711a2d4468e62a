package dev.clutch.interp.object;

import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Text;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Encoding and decoding by the name of a codec. */
public final class Codecs {
    private Codecs() {}

    /** Returns the bytes of a text. */
    public static byte[] encode(PyThreadState ts, Object s, Object encoding, Object errors) {
        Charset charset = charset(ts, encoding);
        try {
            ByteBuffer b = charset.newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(Str.toJavaString(s)));
            byte[] result = new byte[b.remaining()];
            b.get(result);
            return result;
        } catch (CharacterCodingException e) {
            throw Errors.valueError(
                    ts,
                    "'" + Text.java(encoding) + "' codec can't encode the text with error handler '" + Text.java(errors)
                            + "'");
        }
    }

    /** Returns the text of bytes. */
    public static Object decode(PyThreadState ts, byte[] bytes, Object encoding, Object errors) {
        Charset charset = charset(ts, encoding);
        try {
            CharBuffer c = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return Str.of(c.toString());
        } catch (CharacterCodingException e) {
            throw Errors.valueError(
                    ts,
                    "'" + Text.java(encoding) + "' codec can't decode the bytes with error handler '"
                            + Text.java(errors) + "'");
        }
    }

    private static Charset charset(PyThreadState ts, Object encoding) {
        String name = Text.java(encoding).toLowerCase(Locale.ROOT).replace('_', '-');
        switch (name) {
            case "utf-8":
            case "utf8":
                return StandardCharsets.UTF_8;
            case "ascii":
            case "us-ascii":
                return StandardCharsets.US_ASCII;
            case "latin-1":
            case "latin1":
            case "iso-8859-1":
                return StandardCharsets.ISO_8859_1;
            default:
                throw Errors.error(ts, "LookupError", "unknown encoding: " + Text.java(encoding));
        }
    }
}
