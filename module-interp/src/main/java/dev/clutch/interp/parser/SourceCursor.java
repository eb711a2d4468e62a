package dev.clutch.interp.parser;

import dev.clutch.interp.parser.SyntaxException.Kind;
import java.nio.charset.StandardCharsets;

/**
 * The reading position. Lines are entered one at a time, as in CPython's tokenizer: {@code lineno} counts entered lines, and
 * reading stops at {@code inp} until the next line is entered. Error positions depend on that.
 */
class SourceCursor extends TokenBuffer {
    static final int EOF = -1;

    final Source source;
    final byte[] buf;
    final WarningListener warnings;
    int cur;
    int inp;
    int lineno;
    int lineStart;
    /** Where the text of an error begins: the first line entered while no token was under way. */
    int textStart;
    /** The start of the token under way, or -1. */
    int tokenStart = -1;

    boolean atEof;
    int firstLineno;
    int multiLineStart;

    SourceCursor(Source source, WarningListener warnings) {
        this.source = source;
        this.buf = source.text;
        this.warnings = warnings;
    }

    final int nextc() {
        if (cur != inp) {
            return buf[cur++] & 0xFF;
        }
        return enterLine() ? buf[cur++] & 0xFF : EOF;
    }

    private boolean enterLine() {
        if (atEof || inp >= source.length) {
            atEof = true;
            return false;
        }
        int e = inp;
        while (e < source.length && buf[e] != '\n') {
            e++;
        }
        if (tokenStart < 0) {
            textStart = cur;
        }
        lineStart = cur;
        lineno++;
        inp = e < source.length ? e + 1 : e;
        return true;
    }

    final void backup(int c) {
        if (c != EOF) {
            cur--;
        }
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isIdentifierStart(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 128;
    }

    static boolean isIdentifierPart(int c) {
        return isIdentifierStart(c) || (c >= '0' && c <= '9');
    }

    final String decode(int from, int to) {
        return new String(buf, from, to - from, StandardCharsets.UTF_8);
    }

    /** The error at the last character read ({@code syntaxerror}). */
    final SyntaxException errorHere(String message) {
        int offset = Utf8.countCodePoints(buf, lineStart, cur);
        return new SyntaxException(
                Kind.SYNTAX_ERROR,
                message,
                source.filename,
                lineno,
                offset,
                lineno,
                offset,
                decode(lineStart, endOfLine(lineStart)));
    }

    final SyntaxException errorInLine(int offset, int endOffset, String message) {
        return new SyntaxException(
                Kind.SYNTAX_ERROR,
                message,
                source.filename,
                lineno,
                offset,
                lineno,
                endOffset,
                decode(lineStart, endOfLine(lineStart)));
    }

    private int endOfLine(int from) {
        int e = from;
        while (e < source.length && buf[e] != '\n') {
            e++;
        }
        return e;
    }

    /** An error at given places: 1-based byte offsets, an end offset up to 0 is passed on as it is. */
    final SyntaxException errorAt(Kind kind, int line, int offset, int endLine, int endOffset, String message) {
        int from;
        int to;
        if (lineno <= line && inp > textStart) {
            from = textStart;
            to = inp;
        } else {
            from = 0;
            for (int i = 1; i < line; i++) {
                int e = endOfLine(from);
                if (e >= source.length) {
                    break;
                }
                from = e + 1;
            }
            to = endOfLine(from);
        }
        int column = offset;
        int endColumn = endOffset;
        if (source.encodingKnown) {
            column = characters(from, to, offset);
            endColumn = endOffset > 0 ? characters(from, to, endOffset) : endOffset;
        }
        return new SyntaxException(kind, message, source.filename, line, column, endLine, endColumn, decode(from, to));
    }

    private int characters(int from, int to, int bytes) {
        if (bytes < 0) {
            return 0;
        }
        // CPython cuts the offset to one past the line; the zero byte there counts as a character.
        return Utf8.countCodePoints(buf, from, Math.min(from + bytes, to)) + (bytes > to - from ? 1 : 0);
    }

    final void warn(WarningListener.Category category, String message, int line) {
        if (warnings.warn(category, message, source.filename, line)) {
            throw raised(message);
        }
    }

    /** The error that replaces a warning which a filter turned into an exception. */
    SyntaxException raised(String message) {
        return errorHere(message);
    }
}
