package dev.clutch.interp.parser;

import dev.clutch.interp.parser.SyntaxException.Kind;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The token window of the first pass, and its node stack. One token is looked at, {@code kind}; a token is read from the
 * source only when it is looked at, since the furthest token is where CPython reports a plain syntax error.
 */
abstract class ParserBase {
    /** CPython's limit of nested grammar rules, less what a statement needs; constructs cost as many as there. */
    private static final int MAX_DEPTH = 5968;

    /** The program is not valid: the second pass says why. */
    static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failure() {
            super(null, null, false, false);
        }
    }

    final Tokenizer tok;
    final ParserOptions options;
    final ConstantFactory constants;
    final CharacterNames characterNames;
    private final Failure failure = new Failure();
    private final TypeIgnores typeIgnores = new TypeIgnores();
    private boolean parsingStarted;
    int pos;
    int kind;
    int depth;
    private @Nullable Object[] stack = new Object[64];
    int sp;
    private @Nullable String[] names = new String[256];
    private int nameCount;

    ParserBase(Tokenizer tok, ParserOptions options, ConstantFactory constants, CharacterNames characterNames) {
        this.tok = tok;
        this.options = options;
        this.constants = constants;
        this.characterNames = characterNames;
    }

    // ---- tokens

    final void advance() {
        int next = pos + 1;
        if (next == tok.count) {
            fetch();
        }
        pos = next;
        kind = tok.kind[next];
    }

    final void start() {
        if (tok.count == 0) {
            fetch();
        }
        pos = 0;
        kind = tok.kind[0];
    }

    final void resetTo(int position) {
        pos = position;
        kind = tok.kind[position];
    }

    /** The kind of the token after the one looked at. */
    final int peek() {
        if (pos + 1 == tok.count) {
            fetch();
        }
        return tok.kind[pos + 1];
    }

    /** Reads one more token ({@code _PyPegen_fill_token}). */
    final void fetch() {
        tok.readToken();
        int last = tok.count - 1;
        while (tok.kind[last] == Tok.TYPE_IGNORE) {
            typeIgnores.add(tok.line[last], tok.decode(tok.start[last], tok.end[last]));
            tok.count--;
            tok.readToken();
            last = tok.count - 1;
        }
        if (options.mode() == ParserOptions.Mode.SINGLE && tok.kind[last] == Tok.ENDMARKER && parsingStarted) {
            tok.kind[last] = Tok.NEWLINE;
            parsingStarted = false;
            if (tok.indent != 0 && !options.dontImplyDedent()) {
                tok.implyDedents();
            }
        } else {
            parsingStarted = true;
        }
    }

    final TypeIgnores typeIgnores() {
        return typeIgnores;
    }

    final Failure fail() {
        return failure;
    }

    final void expect(int k) {
        if (kind != k) {
            throw failure;
        }
        advance();
    }

    final boolean accept(int k) {
        if (kind != k) {
            return false;
        }
        advance();
        return true;
    }

    final int line(int token) {
        return tok.line[token];
    }

    final int col(int token) {
        return tok.col[token];
    }

    /** The end line of the last token taken. */
    final int el() {
        return tok.endLine[pos - 1];
    }

    final int ec() {
        return tok.endCol[pos - 1];
    }

    /** The last token taken that is not a line end or a change of indentation: where a statement ends. */
    final int lastSolid() {
        int p = pos - 1;
        while (p > 0
                && (tok.kind[p] == Tok.NEWLINE
                        || tok.kind[p] == Tok.INDENT
                        || tok.kind[p] == Tok.DEDENT
                        || tok.kind[p] == Tok.ENDMARKER)) {
            p--;
        }
        return p;
    }

    final boolean isWord(String word) {
        return kind == Tok.NAME
                && tok.end[pos] - tok.start[pos] == word.length()
                && Tok.is(tok.buf, tok.start[pos], word);
    }

    // ---- names

    /** Takes a NAME. */
    final String name() {
        if (kind != Tok.NAME) {
            throw failure;
        }
        String s = nameOf(pos);
        advance();
        return s;
    }

    /** The identifier of a token; equal names of a source are one String. */
    final String nameOf(int token) {
        byte[] b = tok.buf;
        int from = tok.start[token];
        int to = tok.end[token];
        int h = 0;
        for (int i = from; i < to; i++) {
            byte c = b[i];
            if (c < 0) {
                return Normalizer.normalize(
                        new String(b, from, to - from, StandardCharsets.UTF_8), Normalizer.Form.NFKC);
            }
            h = h * 31 + c;
        }
        int mask = names.length - 1;
        int i = (h ^ (h >>> 8)) & mask;
        while (true) {
            String s = names[i];
            if (s == null) {
                break;
            }
            if (s.length() == to - from && s.hashCode() == h && Tok.is(b, from, s)) {
                return s;
            }
            i = (i + 1) & mask;
        }
        String s = new String(b, from, to - from, StandardCharsets.ISO_8859_1);
        names[i] = s;
        if (++nameCount * 2 > names.length) {
            growNames();
        }
        return s;
    }

    private void growNames() {
        @Nullable String[] old = names;
        @Nullable String[] grown = new String[old.length * 2];
        int mask = grown.length - 1;
        for (String s : old) {
            if (s != null) {
                int h = s.hashCode();
                int i = (h ^ (h >>> 8)) & mask;
                while (grown[i] != null) {
                    i = (i + 1) & mask;
                }
                grown[i] = s;
            }
        }
        names = grown;
    }

    // ---- depth

    /** Goes a level down; {@code leave} with the same cost comes back. After a Failure the depth is set anew. */
    final void enter(int cost) {
        depth += cost;
        if (depth > MAX_DEPTH) {
            throw new SyntaxException(
                    Kind.MEMORY_ERROR,
                    "Parser stack overflowed - Python source too complex to parse",
                    tok.source.filename);
        }
    }

    final void leave(int cost) {
        depth -= cost;
    }

    // ---- lists

    final void push(@Nullable Object node) {
        if (sp == stack.length) {
            stack = Arrays.copyOf(stack, sp * 2);
        }
        stack[sp++] = node;
    }

    final Object pop() {
        @Nullable Object top = stack[--sp];
        stack[sp] = null;
        return Objects.requireNonNull(top);
    }

    /** The same for a place that may hold null. */
    final @Nullable Object popNullable() {
        Object top = stack[--sp];
        stack[sp] = null;
        return top;
    }

    /** Forgets the nodes pushed since the stack had {@code base} nodes. */
    final void discard(int base) {
        Arrays.fill(stack, base, sp, null);
        sp = base;
    }

    /** Takes the nodes pushed since the stack had {@code base} nodes. */
    @SuppressWarnings("unchecked")
    final <T> List<T> popList(int base) {
        int n = sp - base;
        List<T> list;
        if (n == 0) {
            return List.of();
        } else if (n == 1) {
            list = List.of((T) stack[base]);
        } else if (n == 2) {
            list = List.of((T) stack[base], (T) stack[base + 1]);
        } else {
            list = (List<T>) List.of(Arrays.copyOfRange(stack, base, sp));
        }
        Arrays.fill(stack, base, sp, null);
        sp = base;
        return list;
    }

    /** The same where some nodes may be null. */
    @SuppressWarnings("unchecked")
    final <T> List<@Nullable T> popNullableList(int base) {
        List<Object> list = new ArrayList<>(Arrays.asList(stack).subList(base, sp));
        Arrays.fill(stack, base, sp, null);
        sp = base;
        return (List<@Nullable T>) (List<?>) Collections.unmodifiableList(list);
    }

    // ---- errors

    final SyntaxException errorAtToken(int t, String message) {
        return errorAtRange(t, t, message);
    }

    final SyntaxException errorAtRange(int first, int last, String message) {
        return tok.errorAt(
                Kind.SYNTAX_ERROR,
                tok.line[first],
                tok.col[first] + 1,
                tok.endLine[last],
                tok.endCol[last] + 1,
                message);
    }

    /** An error from a token up to where the reader is ({@code RAISE_SYNTAX_ERROR_STARTING_FROM}). */
    final SyntaxException errorFrom(int t, String message) {
        return tok.errorAt(
                Kind.SYNTAX_ERROR, tok.line[t], tok.col[t] + 1, tok.lineno, tok.cur - tok.lineStart, message);
    }

    /** An error at the furthest token read ({@code RAISE_SYNTAX_ERROR}). */
    final SyntaxException errorAtLast(String message) {
        return errorAtLast(Kind.SYNTAX_ERROR, message);
    }

    final SyntaxException errorAtLast(Kind errorKind, String message) {
        return errorAtTokenOrReader(tok.count - 1, errorKind, message);
    }

    /** An error at a token, or where the reader is if the token has no columns ({@code _PyPegen_raise_error}). */
    final SyntaxException errorAtTokenOrReader(int t, Kind errorKind, String message) {
        if (tok.col[t] < 0) {
            return tok.errorAt(
                    errorKind,
                    tok.line[t],
                    tok.cur == tok.textStart ? 0 : tok.cur - tok.lineStart,
                    tok.endLine[t],
                    -1,
                    message);
        }
        return tok.errorAt(errorKind, tok.line[t], tok.col[t] + 1, tok.endLine[t], tok.endCol[t] + 1, message);
    }
}
