package dev.clutch.interp.parser;

import dev.clutch.interp.ast.Comprehension;
import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.ExprContext;
import dev.clutch.interp.ast.Keyword;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Primaries and atoms: attributes, calls, subscripts, names, constants, displays and comprehensions. */
abstract class PrimaryParser extends LiteralParser {
    private static final int BRACKET_COST = 20;

    PrimaryParser(Tokenizer tok, ParserOptions options, ConstantFactory constants, CharacterNames characterNames) {
        super(tok, options, constants, characterNames);
    }

    // ---- what stands inside brackets

    abstract Expr expression();

    abstract Expr namedExpression();

    abstract Expr starNamedExpression();

    abstract Expr yieldExpression();

    abstract Expr disjunction();

    /** Operators that bind tighter than {@code weakest}: {@code bitwise_or} for 0. */
    abstract Expr binary(int weakest);

    /** {@code star_targets}: what a loop or an assignment binds. */
    abstract Expr starTargets();

    /** Whether the token can begin an expression or a starred one. */
    final boolean startsExpression() {
        switch (kind) {
            case Tok.NAME:
            case Tok.NUMBER:
            case Tok.STRING:
            case Tok.FSTRING_START:
            case Tok.LPAR:
            case Tok.LSQB:
            case Tok.LBRACE:
            case Tok.MINUS:
            case Tok.PLUS:
            case Tok.TILDE:
            case Tok.STAR:
            case Tok.ELLIPSIS:
            case Tok.NOT:
            case Tok.AWAIT:
            case Tok.LAMBDA:
            case Tok.TRUE:
            case Tok.FALSE:
            case Tok.NONE:
                return true;
            default:
                return false;
        }
    }

    // ---- primaries

    final Expr primary() {
        int s = pos;
        Expr e = atom();
        while (true) {
            switch (kind) {
                case Tok.DOT:
                    advance();
                    String attr = name();
                    e = new Expr.Attribute(e, attr, ExprContext.LOAD, line(s), col(s), el(), ec());
                    break;
                case Tok.LPAR:
                    enter(BRACKET_COST);
                    e = call(s, e);
                    leave(BRACKET_COST);
                    break;
                case Tok.LSQB:
                    enter(BRACKET_COST);
                    advance();
                    Expr slice = slices();
                    expect(Tok.RSQB);
                    e = new Expr.Subscript(e, slice, ExprContext.LOAD, line(s), col(s), el(), ec());
                    leave(BRACKET_COST);
                    break;
                default:
                    return e;
            }
        }
    }

    private Expr call(int s, Expr function) {
        int open = pos;
        advance();
        if (accept(Tok.RPAR)) {
            return new Expr.Call(function, List.of(), List.of(), line(s), col(s), el(), ec());
        }
        if (kind != Tok.STAR && kind != Tok.DOUBLESTAR && !(kind == Tok.NAME && peek() == Tok.EQUAL)) {
            Expr first = namedExpression();
            if (kind == Tok.FOR || kind == Tok.ASYNC) {
                List<Comprehension> generators = comprehensions();
                expect(Tok.RPAR);
                Expr argument = new Expr.GeneratorExp(first, generators, line(open), col(open), el(), ec());
                return new Expr.Call(function, List.of(argument), List.of(), line(s), col(s), el(), ec());
            }
            return callWith(s, function, first);
        }
        return callWith(s, function, null);
    }

    private Expr callWith(int s, Expr function, @Nullable Expr first) {
        CallArguments arguments = arguments(first);
        expect(Tok.RPAR);
        return new Expr.Call(function, arguments.positional(), arguments.keywords(), line(s), col(s), el(), ec());
    }

    /** The arguments of a call or the bases of a class. */
    record CallArguments(List<Expr> positional, List<Keyword> keywords) {}

    /** Arguments up to the closing parenthesis, which is not taken; {@code first} was read already. */
    final CallArguments arguments(@Nullable Expr first) {
        int base = sp;
        int count = 0;
        @Nullable Keyword[] keywords = null;
        int keywordCount = 0;
        boolean doubleStarred = false;
        if (first != null) {
            push(first);
            count++;
        }
        while (count + keywordCount == 0 || accept(Tok.COMMA)) {
            if (kind == Tok.RPAR) {
                break;
            }
            int s = pos;
            if (kind == Tok.STAR) {
                if (doubleStarred) {
                    throw fail();
                }
                advance();
                Expr value = expression();
                push(new Expr.Starred(value, ExprContext.LOAD, line(s), col(s), el(), ec()));
                count++;
                continue;
            }
            String name = null;
            if (kind == Tok.DOUBLESTAR) {
                doubleStarred = true;
                advance();
            } else if (kind == Tok.NAME && peek() == Tok.EQUAL) {
                name = nameOf(pos);
                advance();
                advance();
            } else {
                if (keywordCount > 0) {
                    namedExpression();
                    throw fail();
                }
                push(namedExpression());
                count++;
                continue;
            }
            Expr value = expression();
            if (keywords == null) {
                keywords = new Keyword[4];
            } else if (keywordCount == keywords.length) {
                keywords = Arrays.copyOf(keywords, keywordCount * 2);
            }
            keywords[keywordCount++] = new Keyword(name, value, line(s), col(s), el(), ec());
        }
        List<Expr> positional = popList(base);
        for (int i = 0; i < keywordCount; i++) {
            push(Objects.requireNonNull(keywords)[i]);
        }
        return new CallArguments(positional, popList(base));
    }

    private Expr slices() {
        int s = pos;
        Expr first = slice();
        if (kind != Tok.COMMA && !(first instanceof Expr.Starred)) {
            return first;
        }
        int base = sp;
        push(first);
        while (accept(Tok.COMMA)) {
            if (kind == Tok.RSQB) {
                break;
            }
            push(slice());
        }
        return new Expr.Tuple(popList(base), ExprContext.LOAD, line(s), col(s), el(), ec());
    }

    private Expr slice() {
        int s = pos;
        if (kind == Tok.STAR) {
            advance();
            Expr value = expression();
            return new Expr.Starred(value, ExprContext.LOAD, line(s), col(s), el(), ec());
        }
        Expr lower = null;
        if (kind != Tok.COLON) {
            lower = namedExpression();
            if (kind != Tok.COLON || lower instanceof Expr.NamedExpr && !(tok.kind[s] == Tok.LPAR)) {
                return lower;
            }
        }
        advance();
        Expr upper = startsSlicePart() ? expression() : null;
        Expr step = null;
        if (accept(Tok.COLON) && startsSlicePart()) {
            step = expression();
        }
        return new Expr.Slice(lower, upper, step, line(s), col(s), el(), ec());
    }

    private boolean startsSlicePart() {
        return kind != Tok.STAR && startsExpression();
    }

    // ---- atoms

    private Expr atom() {
        int s = pos;
        switch (kind) {
            case Tok.NAME:
                String id = nameOf(s);
                advance();
                return new Expr.Name(id, ExprContext.LOAD, line(s), col(s), tok.endLine[s], tok.endCol[s]);
            case Tok.NUMBER:
                return number();
            case Tok.STRING:
            case Tok.FSTRING_START:
                return strings();
            case Tok.TRUE:
                return constant(Boolean.TRUE);
            case Tok.FALSE:
                return constant(Boolean.FALSE);
            case Tok.NONE:
                return constant(constants.none());
            case Tok.ELLIPSIS:
                return constant(constants.ellipsis());
            case Tok.LPAR:
                enter(BRACKET_COST);
                Expr inParentheses = parenthesized();
                leave(BRACKET_COST);
                return inParentheses;
            case Tok.LSQB:
                enter(BRACKET_COST);
                Expr list = list();
                leave(BRACKET_COST);
                return list;
            case Tok.LBRACE:
                enter(BRACKET_COST);
                Expr braces = dictOrSet();
                leave(BRACKET_COST);
                return braces;
            default:
                throw fail();
        }
    }

    private Expr constant(Object value) {
        int s = pos;
        advance();
        return new Expr.Constant(value, null, line(s), col(s), tok.endLine[s], tok.endCol[s]);
    }

    /** A group, a tuple or a generator expression. */
    private Expr parenthesized() {
        int s = pos;
        advance();
        if (accept(Tok.RPAR)) {
            return new Expr.Tuple(List.of(), ExprContext.LOAD, line(s), col(s), el(), ec());
        }
        if (kind == Tok.YIELD) {
            Expr e = yieldExpression();
            expect(Tok.RPAR);
            return e;
        }
        Expr first = starNamedExpression();
        if (kind == Tok.COMMA) {
            int base = sp;
            push(first);
            while (accept(Tok.COMMA)) {
                if (kind == Tok.RPAR) {
                    break;
                }
                push(starNamedExpression());
            }
            expect(Tok.RPAR);
            return new Expr.Tuple(popList(base), ExprContext.LOAD, line(s), col(s), el(), ec());
        }
        if (first instanceof Expr.Starred) {
            throw fail();
        }
        if (kind == Tok.FOR || kind == Tok.ASYNC) {
            List<Comprehension> generators = comprehensions();
            expect(Tok.RPAR);
            return new Expr.GeneratorExp(first, generators, line(s), col(s), el(), ec());
        }
        expect(Tok.RPAR);
        return first;
    }

    private Expr list() {
        int s = pos;
        advance();
        int base = sp;
        if (kind != Tok.RSQB) {
            Expr first = starNamedExpression();
            if ((kind == Tok.FOR || kind == Tok.ASYNC) && !(first instanceof Expr.Starred)) {
                List<Comprehension> generators = comprehensions();
                expect(Tok.RSQB);
                return new Expr.ListComp(first, generators, line(s), col(s), el(), ec());
            }
            push(first);
            while (accept(Tok.COMMA)) {
                if (kind == Tok.RSQB) {
                    break;
                }
                push(starNamedExpression());
            }
        }
        expect(Tok.RSQB);
        return new Expr.ListExpr(popList(base), ExprContext.LOAD, line(s), col(s), el(), ec());
    }

    private Expr dictOrSet() {
        int s = pos;
        advance();
        if (accept(Tok.RBRACE)) {
            return new Expr.Dict(List.of(), List.of(), line(s), col(s), el(), ec());
        }
        if (kind == Tok.DOUBLESTAR) {
            return dict(s, null);
        }
        Expr first = starNamedExpression();
        if (kind == Tok.COLON
                && !(first instanceof Expr.Starred)
                && !(first instanceof Expr.NamedExpr named
                        && named.lineno() == line(s + 1)
                        && named.colOffset() == col(s + 1))) {
            return dict(s, first);
        }
        if ((kind == Tok.FOR || kind == Tok.ASYNC) && !(first instanceof Expr.Starred)) {
            List<Comprehension> generators = comprehensions();
            expect(Tok.RBRACE);
            return new Expr.SetComp(first, generators, line(s), col(s), el(), ec());
        }
        int base = sp;
        push(first);
        while (accept(Tok.COMMA)) {
            if (kind == Tok.RBRACE) {
                break;
            }
            push(starNamedExpression());
        }
        expect(Tok.RBRACE);
        return new Expr.Set(popList(base), line(s), col(s), el(), ec());
    }

    /** A dict display or comprehension whose first key was read, unless it begins with {@code **}. */
    private Expr dict(int s, @Nullable Expr firstKey) {
        int base = sp;
        int n = 0;
        Expr key = firstKey;
        boolean more = true;
        while (more && kind != Tok.RBRACE) {
            if (key == null && kind == Tok.DOUBLESTAR) {
                advance();
                push(null);
                push(binary(0));
            } else {
                if (key == null) {
                    key = expression();
                }
                expect(Tok.COLON);
                push(key);
                push(expression());
                if (n == 0 && (kind == Tok.FOR || kind == Tok.ASYNC)) {
                    Expr value = (Expr) pop();
                    pop();
                    List<Comprehension> generators = comprehensions();
                    expect(Tok.RBRACE);
                    return new Expr.DictComp(key, value, generators, line(s), col(s), el(), ec());
                }
            }
            n++;
            key = null;
            more = accept(Tok.COMMA);
        }
        expect(Tok.RBRACE);
        return dictOfStack(s, base, n);
    }

    private Expr dictOfStack(int s, int base, int n) {
        @Nullable Object[] pairs = new Object[2 * n];
        for (int i = 2 * n - 1; i >= 0; i--) {
            pairs[i] = popNullable();
        }
        for (int i = 0; i < n; i++) {
            push(pairs[2 * i]);
        }
        List<@Nullable Expr> keys = popNullableList(base);
        for (int i = 0; i < n; i++) {
            push(pairs[2 * i + 1]);
        }
        return new Expr.Dict(keys, popList(base), line(s), col(s), el(), ec());
    }

    private List<Comprehension> comprehensions() {
        int base = sp;
        while (kind == Tok.FOR || kind == Tok.ASYNC) {
            boolean isAsync = accept(Tok.ASYNC);
            expect(Tok.FOR);
            Expr target = starTargets();
            expect(Tok.IN);
            Expr iter = disjunction();
            int conditions = sp;
            while (accept(Tok.IF)) {
                push(disjunction());
            }
            push(new Comprehension(target, iter, popList(conditions), isAsync));
        }
        return popList(base);
    }
}
