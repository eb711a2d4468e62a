package dev.clutch.interp.parser;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The f-string modes of the tokenizer (PEP 701). */
class FStringLexer extends NumberLexer {
    private static final int MAX_NESTED_STRINGS = 150;
    private static final int MAX_NESTED_EXPRESSIONS = 3;

    /** One f-string under way. */
    static final class Mode {
        final int quote;
        final int quoteSize;
        final boolean raw;
        final int start;
        final int startLine;
        final int startOfLine;
        /** Whether the tokenizer is in the literal part, or in a format specification. */
        boolean inLiteral = true;

        int bracketDepth;
        int expressionDepth = -1;
        /** Whether an expression of this string was ended by a colon, exclamation mark or brace since the last one began. */
        boolean expressionEnded;

        Mode(int quote, int quoteSize, boolean raw, int start, int startLine, int startOfLine) {
            this.quote = quote;
            this.quoteSize = quoteSize;
            this.raw = raw;
            this.start = start;
            this.startLine = startLine;
            this.startOfLine = startOfLine;
        }
    }

    private @Nullable Mode[] modes = new Mode[4];
    private int modeCount;
    /** The innermost f-string, or null. */
    @Nullable
    Mode mode;
    /** Whether a string was not closed before the end of the source. */
    boolean incomplete;
    /** The end of the token just read, where it is not the reading position. */
    int tokenEnd;

    FStringLexer(Source source, WarningListener warnings) {
        super(source, warnings);
    }

    final void beginFString(int quote) {
        firstLineno = lineno;
        multiLineStart = lineStart;
        int size = 1;
        int second = nextc();
        if (second == quote) {
            int third = nextc();
            if (third == quote) {
                size = 3;
            } else {
                backup(third);
                backup(second);
            }
        } else {
            backup(second);
        }
        if (modeCount + 1 >= MAX_NESTED_STRINGS) {
            throw errorHere("too many nested f-strings");
        }
        int first = buf[tokenStart] | 0x20;
        boolean raw = first == 'r' || (buf[tokenStart + 1] | 0x20) == 'r';
        Mode m = new Mode(quote, size, raw, tokenStart, lineno, lineStart);
        if (modeCount == modes.length) {
            modes = Arrays.copyOf(modes, modeCount * 2);
        }
        modes[modeCount++] = m;
        mode = m;
    }

    private void endFString() {
        modes[--modeCount] = null;
        mode = modeCount == 0 ? null : modes[modeCount - 1];
    }

    private void enterExpression(Mode m) {
        m.expressionDepth++;
        if (m.expressionDepth >= MAX_NESTED_EXPRESSIONS) {
            throw errorHere("f-string: expressions nested too deeply");
        }
        m.inLiteral = false;
    }

    /** Reads in the literal part: the end of the string, a piece of text, or -1 when an expression begins. */
    final int lexLiteral(Mode m) {
        tokenStart = cur;
        firstLineno = lineno;
        int first = nextc();
        // A line entered by that very character is where the token begins.
        firstLineno = lineno;
        multiLineStart = lineStart;
        backup(first);
        if (first == '{') {
            if (cur + 1 >= source.length || buf[cur + 1] != '{') {
                enterExpression(m);
                return -1;
            }
        }
        int size = 0;
        while (size < m.quoteSize && cur + size < source.length && buf[cur + size] == m.quote) {
            size++;
        }
        if (size == m.quoteSize) {
            cur += size;
            tokenEnd = cur;
            endFString();
            return Tok.FSTRING_END;
        }
        return lexText(m);
    }

    private int lexText(Mode m) {
        int quotes = 0;
        boolean named = false;
        while (quotes != m.quoteSize) {
            int c = nextc();
            boolean inSpec = m.expressionEnded && m.expressionDepth >= 0;
            if (c == EOF || (m.quoteSize == 1 && c == '\n')) {
                if (inSpec && c == '\n') {
                    backup(c);
                    m.inLiteral = false;
                    tokenEnd = cur;
                    return Tok.FSTRING_MIDDLE;
                }
                throw unterminated(m);
            }
            if (c == m.quote) {
                quotes++;
                continue;
            }
            quotes = 0;
            if (c == '{') {
                int peek = nextc();
                if (peek != '{' || inSpec) {
                    backup(peek);
                    backup(c);
                    enterExpression(m);
                    tokenEnd = cur;
                } else {
                    tokenEnd = cur - 1;
                }
                return Tok.FSTRING_MIDDLE;
            }
            if (c == '}') {
                if (named) {
                    tokenEnd = cur;
                    return Tok.FSTRING_MIDDLE;
                }
                int peek = nextc();
                if (peek == '}' && !inSpec && m.bracketDepth == 0) {
                    tokenEnd = cur - 1;
                } else {
                    backup(peek);
                    backup(c);
                    m.inLiteral = false;
                    tokenEnd = cur;
                }
                return Tok.FSTRING_MIDDLE;
            }
            if (c == '\\') {
                named = escape(m) || named;
            }
        }
        cur -= m.quoteSize;
        tokenEnd = cur;
        return Tok.FSTRING_MIDDLE;
    }

    /** Skips what follows a backslash; true if that opens a character name. */
    private boolean escape(Mode m) {
        int peek = nextc();
        if (peek == '{' || peek == '}') {
            if (!m.raw) {
                warn(
                        WarningListener.Category.SYNTAX_WARNING,
                        "invalid escape sequence '\\" + (char) peek + "'",
                        lineno);
            }
            backup(peek);
            return false;
        }
        if (!m.raw && peek == 'N') {
            peek = nextc();
            if (peek == '{') {
                return true;
            }
            backup(peek);
        }
        return false;
    }

    private SyntaxException unterminated(Mode m) {
        int detected = lineno;
        cur = m.start + 1;
        lineStart = m.startOfLine;
        lineno = m.startLine;
        return errorHere(
                m.quoteSize == 3
                        ? "unterminated triple-quoted f-string literal (detected at line " + detected + ")"
                        : "unterminated f-string literal (detected at line " + detected + ")");
    }
}
