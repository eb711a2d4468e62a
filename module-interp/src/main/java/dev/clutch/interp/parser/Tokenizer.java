package dev.clutch.interp.parser;

import dev.clutch.interp.parser.SyntaxException.Kind;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Source to tokens, one at a time, in the steps of CPython 3.12's tokenizer. */
class Tokenizer extends FStringLexer {
    private static final int MAX_INDENT = 100;
    private static final int MAX_PARENTHESES = 200;
    private static final int ERROR_TOKEN = -2;
    private static final int AGAIN = -3;

    /** Why the last token is an error without a message of its own; {@code DONE_OK} otherwise. */
    enum Done {
        OK,
        EOF,
        DEDENT,
        TABS,
        TOO_DEEP,
        CONTINUATION
    }

    Done done = Done.OK;
    /** Whether reading the last token failed. */
    boolean failed;

    private final boolean typeComments;
    /** Whether comments and newlines that mean nothing are tokens, and dedents have a place ({@code tok_extra_tokens}). */
    private final boolean extraTokens;

    private boolean commentNewline;
    private boolean atLineBegin = true;
    private boolean blankLine;
    private int pendingIndents;
    int indent;
    private int[] indents = new int[8];
    /** The same with tabs of one column: both must agree, or tabs and spaces are mixed. */
    private int[] alternateIndents = new int[8];

    int level;
    private byte[] brackets = new byte[16];
    private int[] bracketLines = new int[16];
    private int[] bracketColumns = new int[16];

    Tokenizer(Source source, WarningListener warnings, boolean typeComments) {
        this(source, warnings, typeComments, false);
    }

    Tokenizer(Source source, WarningListener warnings, boolean typeComments, boolean extraTokens) {
        super(source, warnings);
        this.typeComments = typeComments;
        this.extraTokens = extraTokens;
    }

    /** Whether the source ended where more was needed, or all of it was read without a complaint ({@code E_EOF} and kin). */
    final boolean atEndOfSource() {
        return incomplete || done == Done.EOF || (atEof && done == Done.OK && !failed);
    }

    /** Reads one token and appends it. */
    final void readToken() {
        failed = true;
        int kind;
        try {
            kind = lex();
        } catch (SyntaxException e) {
            append(ERROR_TOKEN, lineno, -1, lineno, -1, -1, -1, level);
            throw e;
        }
        failed = kind == ERROR_TOKEN;
        int s = tokenStart;
        int e = tokenEnd;
        if (kind == ERROR_TOKEN) {
            append(kind, lineno, -1, lineno, -1, -1, -1, level);
            throw tokenizerError();
        }
        if (kind == Tok.ENDMARKER || kind == Tok.INDENT || kind == Tok.DEDENT) {
            append(kind, lineno, -1, lineno, -1, cur, cur, level);
            return;
        }
        boolean multiLine = kind == Tok.STRING || kind == Tok.FSTRING_MIDDLE;
        int from = multiLine ? multiLineStart : lineStart;
        // The text of an f-string may end inside a doubled brace, its position does not.
        append(kind, multiLine ? firstLineno : lineno, s - from, lineno, cur - lineStart, s, e, level);
    }

    /** Reads on to the end, for errors of the tokenizer that take precedence over the parser's. */
    final void checkRest(int errorLine) {
        while (true) {
            int kind = lex();
            if (kind == ERROR_TOKEN) {
                if (level != 0 && errorLine > bracketLines[level - 1]) {
                    throw neverClosed();
                }
                return;
            }
            if (kind == Tok.ENDMARKER) {
                return;
            }
        }
    }

    /** Reads one token for {@link TokenScanner}: its kind, with {@code tokenStart} and {@code tokenEnd}. */
    final int scan() {
        int kind = lex();
        if (kind != ERROR_TOKEN) {
            return kind;
        }
        if (done == Done.EOF) {
            throw errorAt(
                    Kind.SYNTAX_ERROR, lineno, inp - lineStart, lineno, 0, "unexpected EOF in multi-line statement");
        }
        throw tokenizerError();
    }

    /** Whether there is more than blanks and comments to read ({@code bad_single_statement}). */
    final boolean hasMore() {
        for (int i = cur; i < source.length; i++) {
            byte c = buf[i];
            if (c == '#') {
                while (i < source.length && buf[i] != '\n') {
                    i++;
                }
            } else if (c != ' ' && c != '\t' && c != '\n' && c != '\f') {
                return true;
            }
        }
        return false;
    }

    /** For interactive input: the end of the text ends all blocks. */
    final void implyDedents() {
        pendingIndents = -indent;
        indent = 0;
    }

    private int lex() {
        Mode m = mode;
        if (m != null && m.inLiteral) {
            int kind = lexLiteral(m);
            if (kind >= 0) {
                return kind;
            }
        }
        int kind;
        do {
            kind = lexNormal();
        } while (kind == AGAIN);
        return kind;
    }

    private int lexNormal() {
        tokenStart = -1;
        blankLine = false;
        if (atLineBegin) {
            atLineBegin = false;
            if (!lexIndentation()) {
                return ERROR_TOKEN;
            }
        }
        if (pendingIndents != 0) {
            if (pendingIndents < 0) {
                pendingIndents++;
                place(cur);
                return Tok.DEDENT;
            }
            pendingIndents--;
            place(lineStart);
            return Tok.INDENT;
        }
        while (true) {
            tokenStart = -1;
            int c;
            do {
                c = nextc();
            } while (c == ' ' || c == '\t' || c == '\f');
            tokenStart = c == EOF ? -1 : cur - 1;
            if (c == '#') {
                int comment = lexComment();
                if (comment >= 0) {
                    return comment;
                }
                c = nextc();
            }
            if (c == EOF) {
                if (level > 0) {
                    done = Done.EOF;
                    return ERROR_TOKEN;
                }
                return Tok.ENDMARKER;
            }
            if (c != '\\') {
                return lexToken(c);
            }
            if (!continueLine()) {
                return ERROR_TOKEN;
            }
        }
    }

    private void place(int start) {
        if (extraTokens) {
            tokenStart = start;
            tokenEnd = cur;
        }
    }

    private boolean continueLine() {
        int c = nextc();
        if (c != '\n') {
            done = Done.CONTINUATION;
            return false;
        }
        c = nextc();
        if (c == EOF) {
            done = Done.EOF;
            cur = inp;
            return false;
        }
        backup(c);
        return true;
    }

    private boolean lexIndentation() {
        int column = 0;
        int alternate = 0;
        int continued = 0;
        int c;
        while (true) {
            c = nextc();
            if (c == ' ') {
                column++;
                alternate++;
            } else if (c == '\t') {
                column = (column / 8 + 1) * 8;
                alternate++;
            } else if (c == '\f') {
                column = 0;
                alternate = 0;
            } else if (c == '\\') {
                continued = continued != 0 ? continued : column;
                if (!continueLine()) {
                    return false;
                }
            } else {
                break;
            }
        }
        backup(c);
        if (c == '#' || c == '\n') {
            blankLine = true;
            return true;
        }
        if (level > 0) {
            return true;
        }
        if (continued != 0) {
            column = continued;
            alternate = continued;
        }
        if (column == indents[indent]) {
            return alternate == alternateIndents[indent] || badTabs();
        }
        if (column > indents[indent]) {
            if (indent + 1 >= MAX_INDENT) {
                done = Done.TOO_DEEP;
                cur = inp;
                return false;
            }
            if (alternate <= alternateIndents[indent]) {
                return badTabs();
            }
            pendingIndents++;
            if (++indent == indents.length) {
                indents = Arrays.copyOf(indents, indent * 2);
                alternateIndents = Arrays.copyOf(alternateIndents, indent * 2);
            }
            indents[indent] = column;
            alternateIndents[indent] = alternate;
            return true;
        }
        while (indent > 0 && column < indents[indent]) {
            pendingIndents--;
            indent--;
        }
        if (column != indents[indent]) {
            done = Done.DEDENT;
            cur = inp;
            return false;
        }
        return alternate == alternateIndents[indent] || badTabs();
    }

    private boolean badTabs() {
        done = Done.TABS;
        cur = inp;
        return false;
    }

    /** Skips a comment, up to the newline; the token's kind if it is a type comment that counts, else -1. */
    private int lexComment() {
        int p = cur;
        while (p < inp && buf[p] != '\n') {
            p++;
        }
        cur = p;
        noteEnd(p);
        if (extraTokens) {
            tokenEnd = p;
            commentNewline = blankLine;
            return Tok.COMMENT;
        }
        if (!typeComments) {
            return -1;
        }
        int i = tokenStart + 1;
        while (i < p && (buf[i] == ' ' || buf[i] == '\t')) {
            i++;
        }
        if (p - i < 6 || !Tok.is(buf, i, "type: ")) {
            return -1;
        }
        i += 6;
        while (i < p && (buf[i] == ' ' || buf[i] == '\t')) {
            i++;
        }
        if (p - i >= 6 && Tok.is(buf, i, "ignore") && (p - i == 6 || !isWordByte(buf[i + 6]))) {
            tokenStart = i + 6;
            tokenEnd = p;
            if (blankLine) {
                nextc();
                atLineBegin = true;
            }
            return Tok.TYPE_IGNORE;
        }
        tokenStart = i;
        tokenEnd = p;
        return Tok.TYPE_COMMENT;
    }

    private static boolean isWordByte(byte b) {
        return b < 0 || isDigit(b) || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
    }

    private int lexToken(int first) {
        int c = first;
        if (isIdentifierStart(c)) {
            return lexWord(c);
        }
        if (c == '\n') {
            atLineBegin = true;
            boolean afterComment = commentNewline;
            commentNewline = false;
            if (extraTokens && (blankLine || level > 0 || afterComment)) {
                tokenEnd = cur;
                return Tok.NL;
            }
            if (blankLine || level > 0) {
                return AGAIN;
            }
            tokenEnd = cur - 1;
            return Tok.NEWLINE;
        }
        if (isDigit(c)) {
            lexNumber(c);
            tokenEnd = cur;
            return Tok.NUMBER;
        }
        if (c == '"' || c == '\'') {
            return lexString(c);
        }
        if (c == '.') {
            return lexDot();
        }
        return lexOperator(c);
    }

    private int lexDot() {
        int c = nextc();
        if (isDigit(c)) {
            lexFraction(c);
            tokenEnd = cur;
            return Tok.NUMBER;
        }
        if (c == '.') {
            int third = nextc();
            if (third == '.') {
                tokenEnd = cur;
                return Tok.ELLIPSIS;
            }
            backup(third);
        }
        backup(c);
        tokenEnd = cur;
        return Tok.DOT;
    }

    private int lexWord(int first) {
        byte[] b = buf;
        int p = cur;
        int c = first;
        if (c == 'f' || c == 'r' || c == 'b' || c == 'u' || c == 'F' || c == 'R' || c == 'B' || c == 'U') {
            boolean sawB = false;
            boolean sawR = false;
            boolean sawU = false;
            boolean sawF = false;
            while (true) {
                if (!(sawB || sawU || sawF) && (c == 'b' || c == 'B')) {
                    sawB = true;
                } else if (!(sawU || sawB || sawR || sawF) && (c == 'u' || c == 'U')) {
                    sawU = true;
                } else if (!(sawR || sawU) && (c == 'r' || c == 'R')) {
                    sawR = true;
                } else if (!(sawF || sawB || sawU) && (c == 'f' || c == 'F')) {
                    sawF = true;
                } else {
                    break;
                }
                c = b[p++];
                if (c == '"' || c == '\'') {
                    cur = p;
                    if (sawF) {
                        beginFString(c);
                        tokenEnd = cur;
                        return Tok.FSTRING_START;
                    }
                    return lexString(c);
                }
            }
            p--;
        }
        boolean ascii = first < 128;
        while (p < inp) {
            int d = b[p];
            if (d < 0) {
                ascii = false;
            } else if (!isIdentifierPart(d)) {
                break;
            }
            p++;
        }
        cur = p;
        tokenEnd = p;
        noteEnd(p);
        if (ascii) {
            return Tok.ofWord(b, tokenStart, p);
        }
        verifyIdentifier();
        return Tok.NAME;
    }

    /** Looking beyond the last character is how the tokenizer learns that the source ends. */
    private void noteEnd(int p) {
        if (p == source.length) {
            atEof = true;
        }
    }

    private void verifyIdentifier() {
        String word;
        try {
            word = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(buf, tokenStart, cur - tokenStart))
                    .toString();
        } catch (CharacterCodingException malformed) {
            int bad = Utf8.firstInvalid(buf, tokenStart, cur);
            throw decodeProblem(Utf8.complaint(buf, tokenStart, bad, cur));
        }
        int invalid = Identifiers.firstInvalid(word);
        if (invalid < 0) {
            return;
        }
        int c = word.codePointAt(invalid);
        cur = tokenStart + word.substring(0, invalid + Character.charCount(c)).getBytes(StandardCharsets.UTF_8).length;
        throw errorHere(characterMessage(c));
    }

    private SyntaxException decodeProblem(String complaint) {
        return errorAt(Kind.SYNTAX_ERROR, lineno, cur - lineStart, lineno, -1, "(unicode error) " + complaint);
    }

    private static String characterMessage(int c) {
        StringBuilder s = new StringBuilder();
        if (Identifiers.isPrintable(c)) {
            s.append("invalid character '")
                    .appendCodePoint(c)
                    .append("' (U+")
                    .append(hex4(c))
                    .append(')');
        } else {
            s.append("invalid non-printable character U+").append(hex4(c));
        }
        return s.toString();
    }

    private static String hex4(int c) {
        String hex = Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT);
        return hex.length() >= 4 ? hex : "0000".substring(hex.length()) + hex;
    }

    private int lexString(int quote) {
        firstLineno = lineno;
        multiLineStart = lineStart;
        int size = 1;
        int quotes = 0;
        int c = nextc();
        if (c == quote) {
            c = nextc();
            if (c == quote) {
                size = 3;
            } else {
                quotes = 1;
            }
        }
        if (c != quote) {
            backup(c);
        }
        while (quotes != size) {
            c = nextc();
            if (c == EOF || (size == 1 && c == '\n')) {
                throw unterminatedString(quote, size, c == EOF);
            }
            if (c == quote) {
                quotes++;
            } else {
                quotes = 0;
                if (c == '\\') {
                    nextc();
                }
            }
        }
        tokenEnd = cur;
        return Tok.STRING;
    }

    private SyntaxException unterminatedString(int quote, int size, boolean atEnd) {
        int detected = lineno;
        cur = tokenStart + 1;
        lineStart = multiLineStart;
        lineno = firstLineno;
        Mode m = mode;
        if (m != null && m.quote == quote && m.quoteSize == size) {
            return errorHere("f-string: expecting '}'");
        }
        incomplete = atEnd;
        return errorHere(
                size == 3
                        ? "unterminated triple-quoted string literal (detected at line " + detected + ")"
                        : "unterminated string literal (detected at line " + detected + ")");
    }

    private int lexOperator(int c) {
        Mode m = mode;
        if (m != null && (c == ':' || c == '}' || c == '!' || c == '{') && m.expressionDepth >= 0) {
            int cursor = m.bracketDepth - (c != '{' ? 1 : 0);
            if (cursor == 0) {
                m.expressionEnded = c != '{';
            }
            if (c == ':' && cursor == m.expressionDepth) {
                m.inLiteral = true;
                tokenEnd = cur;
                return Tok.COLON;
            }
        }
        int c2 = nextc();
        int kind = Operators.two(c, c2);
        if (kind != Tok.OP) {
            int c3 = nextc();
            int three = Operators.three(c, c2, c3);
            if (three != Tok.OP) {
                kind = three;
            } else {
                backup(c3);
            }
            tokenEnd = cur;
            return kind;
        }
        backup(c2);
        tokenEnd = cur;
        switch (c) {
            case '(':
            case '[':
            case '{':
                openBracket(c, m);
                break;
            case ')':
            case ']':
            case '}':
                closeBracket(c, m);
                break;
            default:
                break;
        }
        if (c < ' ' || c == 127) {
            throw errorHere(characterMessage(c));
        }
        return Operators.one(c);
    }

    private void openBracket(int c, FStringLexer.@org.jspecify.annotations.Nullable Mode m) {
        if (level >= MAX_PARENTHESES) {
            throw errorHere("too many nested parentheses");
        }
        if (level == brackets.length) {
            brackets = Arrays.copyOf(brackets, level * 2);
            bracketLines = Arrays.copyOf(bracketLines, level * 2);
            bracketColumns = Arrays.copyOf(bracketColumns, level * 2);
        }
        brackets[level] = (byte) c;
        bracketLines[level] = lineno;
        bracketColumns[level] = tokenStart - lineStart;
        level++;
        if (m != null) {
            m.bracketDepth++;
        }
    }

    private void closeBracket(int c, FStringLexer.@org.jspecify.annotations.Nullable Mode m) {
        if (m != null && m.bracketDepth == 0 && c == '}') {
            throw errorHere("f-string: single '}' is not allowed");
        }
        if (level == 0) {
            throw errorHere("unmatched '" + (char) c + "'");
        }
        level--;
        int opening = brackets[level];
        if (!((opening == '(' && c == ')') || (opening == '[' && c == ']') || (opening == '{' && c == '}'))) {
            if (m != null && opening == '{' && m.bracketDepth - 1 == m.expressionDepth) {
                throw errorHere("f-string: unmatched '" + (char) c + "'");
            }
            String message = "closing parenthesis '" + (char) c + "' does not match opening parenthesis '"
                    + (char) opening + "'";
            throw errorHere(bracketLines[level] != lineno ? message + " on line " + bracketLines[level] : message);
        }
        if (m != null) {
            m.bracketDepth--;
            if (c == '}' && m.bracketDepth == m.expressionDepth) {
                m.expressionDepth--;
                m.inLiteral = true;
            }
        }
    }

    final SyntaxException neverClosed() {
        int open = level - 1;
        return errorAt(
                Kind.SYNTAX_ERROR,
                bracketLines[open],
                bracketColumns[open] + 1,
                bracketLines[open],
                0,
                "'" + (char) brackets[open] + "' was never closed");
    }

    private SyntaxException tokenizerError() {
        switch (done) {
            case EOF:
                return level > 0 ? neverClosed() : errorAtReader(Kind.SYNTAX_ERROR, "unexpected EOF while parsing");
            case DEDENT:
                return errorAtReader(Kind.INDENTATION_ERROR, "unindent does not match any outer indentation level");
            case TABS:
                return errorAt(
                        Kind.TAB_ERROR, lineno, 1, lineno, 0, "inconsistent use of tabs and spaces in indentation");
            case TOO_DEEP:
                return errorAt(Kind.INDENTATION_ERROR, lineno, 1, lineno, 0, "too many levels of indentation");
            case CONTINUATION:
                return errorAt(
                        Kind.SYNTAX_ERROR,
                        lineno,
                        cur - textStart,
                        lineno,
                        0,
                        "unexpected character after line continuation character");
            default:
                return errorAt(Kind.SYNTAX_ERROR, lineno, 1, lineno, 0, "unknown parsing error");
        }
    }

    /** An error at a token without columns: where the reader is. */
    final SyntaxException errorAtReader(Kind kind, String message) {
        return errorAt(kind, lineno, cur == textStart ? 0 : cur - lineStart, lineno, -1, message);
    }
}
