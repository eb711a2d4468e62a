package dev.clutch.interp.parser;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A program's text: UTF-8 with newline line ends, followed by a zero byte. */
public final class Source {
    /** Decodes a program whose encoding the JDK does not decide: Python's codecs. */
    public interface Decoder {
        /** The text, or null when there is no such encoding; a failure to decode is a SyntaxException. */
        @Nullable
        String decode(byte[] bytes, int from, String encoding, String filename);
    }

    final byte[] text;
    final int length;
    final String filename;
    /** Whether the source says its encoding; without it CPython counts error offsets in bytes. */
    final boolean encodingKnown;

    private Source(byte[] text, int length, String filename, boolean encodingKnown) {
        this.text = text;
        this.length = length;
        this.filename = filename;
        this.encodingKnown = encodingKnown;
    }

    /** Returns a copy of the text as bytes: equal for programs that are read alike. */
    public byte[] content() {
        byte[] copy = Arrays.copyOf(text, length + 1);
        copy[length] = (byte) (encodingKnown ? 1 : 0);
        return copy;
    }

    /** From a str, which must hold no lone surrogate. A coding comment is ignored. */
    public static Source ofString(String program, String filename) {
        return normalized(program.getBytes(StandardCharsets.UTF_8), 0, filename, true);
    }

    /** From bytes in memory: byte order mark, coding comment (PEP 263), else UTF-8, which is checked where it matters. */
    public static Source ofBytes(byte[] program, String filename, Decoder decoder) {
        boolean bom = program.length >= 3
                && program[0] == (byte) 0xEF
                && program[1] == (byte) 0xBB
                && program[2] == (byte) 0xBF;
        int from = bom ? 3 : 0;
        String encoding = CodingCookie.find(program, from);
        if (encoding == null || encoding.equals("utf-8")) {
            return normalized(program, from, filename, bom || encoding != null);
        }
        if (bom) {
            throw new SyntaxException(
                    SyntaxException.Kind.SYNTAX_ERROR,
                    "encoding problem: " + encoding + " with BOM",
                    filename,
                    0,
                    -1,
                    SyntaxException.UNKNOWN,
                    SyntaxException.UNKNOWN,
                    null);
        }
        String decoded = encoding.equals("iso-8859-1")
                ? new String(program, StandardCharsets.ISO_8859_1)
                : decoder.decode(program, from, encoding, filename);
        if (decoded == null) {
            throw new SyntaxException(
                    SyntaxException.Kind.SYNTAX_ERROR,
                    "unknown encoding: " + encoding,
                    filename,
                    0,
                    -1,
                    SyntaxException.UNKNOWN,
                    SyntaxException.UNKNOWN,
                    null);
        }
        return normalized(decoded.getBytes(StandardCharsets.UTF_8), 0, filename, true);
    }

    /** From the bytes of a script file, which must be valid in their encoding from the first line to the last. */
    public static Source ofFile(byte[] program, String filename, Decoder decoder) {
        checkNulls(program, filename);
        Source source;
        try {
            source = ofBytes(program, filename, decoder);
        } catch (SyntaxException e) {
            throw new SyntaxException(e.kind(), inFile(e.text(), program), filename);
        }
        if (!source.encodingKnown) {
            int bad = Utf8.firstInvalid(source.text, 0, source.length);
            if (bad >= 0) {
                int line = 1;
                for (int i = 0; i < bad; i++) {
                    if (source.text[i] == '\n') {
                        line++;
                    }
                }
                throw new SyntaxException(
                        SyntaxException.Kind.SYNTAX_ERROR,
                        "Non-UTF-8 code starting with '\\x" + Utf8.hexByte(source.text[bad]) + "' in file " + filename
                                + " on line " + line + ", but no encoding declared; "
                                + "see https://peps.python.org/pep-0263/ for details",
                        filename);
            }
        }
        return source;
    }

    /** What CPython's reader of files says of an encoding, which has no position. */
    private static String inFile(String message, byte[] program) {
        if (message.startsWith("encoding problem: ")) {
            return message;
        }
        String encoding = CodingCookie.find(program, 0);
        return encoding == null ? message : "encoding problem: " + encoding;
    }

    private static void checkNulls(byte[] program, String filename) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < program.length; i++) {
            if (program[i] == '\n') {
                line++;
                start = i + 1;
            } else if (program[i] == 0) {
                String text = new String(program, start, i - start, StandardCharsets.UTF_8);
                throw new SyntaxException(
                        SyntaxException.Kind.SYNTAX_ERROR,
                        "source code cannot contain null bytes",
                        filename,
                        line,
                        0,
                        line,
                        0,
                        text);
            }
        }
    }

    private static Source normalized(byte[] in, int from, String filename, boolean encodingKnown) {
        byte[] out = new byte[in.length - from + 2];
        int n = 0;
        for (int i = from; i < in.length; i++) {
            byte c = in[i];
            if (c == '\r') {
                c = '\n';
                if (i + 1 < in.length && in[i + 1] == '\n') {
                    i++;
                }
            } else if (c == 0) {
                throw new SyntaxException(
                        SyntaxException.Kind.SYNTAX_ERROR, "source code string cannot contain null bytes", filename);
            }
            out[n++] = c;
        }
        return new Source(out, n, filename, encodingKnown);
    }

    /** The program as UTF-8, with newlines as line ends. */
    public String decoded() {
        return new String(text, 0, length, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** The same program, ended by a newline, as modules are read. */
    Source endedByNewline() {
        if (length > 0 && text[length - 1] == '\n') {
            return this;
        }
        byte[] ended = Arrays.copyOf(text, length + 2);
        ended[length] = '\n';
        ended[length + 1] = 0;
        return new Source(ended, length + 1, filename, encodingKnown);
    }

    /** Decodes with a charset of the JDK: the decoder to use where Python's codecs are not there. */
    public static final class JdkDecoder implements Decoder {
        @Override
        public @Nullable String decode(byte[] bytes, int from, String encoding, String filename) {
            java.nio.charset.Charset charset;
            try {
                charset = java.nio.charset.Charset.forName(encoding.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException noSuchCharset) {
                return null;
            }
            try {
                CharBuffer chars = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes, from, bytes.length - from));
                return chars.toString();
            } catch (CharacterCodingException malformed) {
                throw new SyntaxException(
                        SyntaxException.Kind.SYNTAX_ERROR,
                        "'" + encoding + "' codec can't decode the source",
                        filename,
                        0,
                        -1,
                        SyntaxException.UNKNOWN,
                        SyntaxException.UNKNOWN,
                        null);
            }
        }
    }
}
