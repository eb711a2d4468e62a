package dev.clutch.interp.parser;

/** Tokens of a source with their texts, as {@code tokenize} shows them. Answers to {@code tokenizeriter_next}. */
public final class TokenScanner {
    private static final int AWAIT = 56;
    private static final int ASYNC = 57;

    private final Source source;
    private final Tokenizer tok;
    private final boolean extraTokens;
    private final boolean newlineAdded;
    private boolean done;

    /**
     * A token.
     *
     * @param kind as in the module {@code token}
     * @param line from 1
     * @param column in code points, -1 for none
     * @param sourceLine the text of the line or lines that it is in
     */
    public record Token(int kind, String text, int line, int column, int endLine, int endColumn, String sourceLine) {}

    /** Reads a source; {@code extraTokens} asks for comments and insignificant newlines too. */
    public TokenScanner(Source source, boolean extraTokens) {
        Source ended = source.endedByNewline();
        this.source = ended;
        this.newlineAdded = ended.length != source.length;
        this.extraTokens = extraTokens;
        this.tok = new Tokenizer(ended, (category, message, file, lineno) -> false, false, extraTokens);
    }

    /** Whether the end marker has been read. */
    public boolean isDone() {
        return done;
    }

    /** Reads the next token; what isn't one is a {@link SyntaxException}. */
    public Token next() {
        int kind = tok.scan();
        boolean trailing = kind == Tok.ENDMARKER || (kind == Tok.DEDENT && tok.atEof);
        boolean multiLine = kind == Tok.STRING || kind == Tok.FSTRING_MIDDLE;
        int from = multiLine ? tok.multiLineStart : tok.lineStart;
        boolean implicit = newlineAdded && tok.inp == source.length;
        int start = kind == Tok.ENDMARKER ? -1 : tok.tokenStart;
        int end = kind == Tok.ENDMARKER ? -1 : tok.tokenEnd;
        boolean placed = start >= 0 && (extraTokens || (kind != Tok.INDENT && kind != Tok.DEDENT));
        String text = placed ? tok.decode(start, end) : "";
        int column = placed && start >= from ? Utf8.countCodePoints(tok.buf, from, start) : -1;
        int endColumn = placed && end >= tok.lineStart ? Utf8.countCodePoints(tok.buf, tok.lineStart, end) : -1;
        String line = kind == Tok.ENDMARKER || (extraTokens && trailing)
                ? ""
                : tok.decode(from, implicit ? tok.inp - 1 : tok.inp);
        int lineno = multiLine ? tok.firstLineno : tok.lineno;
        int endLineno = tok.lineno;
        int shown = kind > Tok.NL ? nameKind(kind) : kind;
        if (extraTokens) {
            if (trailing) {
                lineno = endLineno = lineno + 1;
                column = 0;
                endColumn = 0;
            }
            if (kind > Tok.DEDENT && kind < Tok.OP) {
                shown = Tok.OP;
            } else if (kind == Tok.NEWLINE) {
                text = implicit ? "" : "\n";
                endColumn++;
            } else if (kind == Tok.NL && implicit) {
                text = "";
            }
        }
        done = kind == Tok.ENDMARKER;
        return new Token(shown, text, lineno, column, endLineno, endColumn, line);
    }

    /** Keywords are names; two have kinds of their own where nobody asked for the kinds of {@code tokenize}. */
    private int nameKind(int kind) {
        if (extraTokens) {
            return Tok.NAME;
        }
        return kind == Tok.ASYNC ? ASYNC : kind == Tok.AWAIT ? AWAIT : Tok.NAME;
    }
}
