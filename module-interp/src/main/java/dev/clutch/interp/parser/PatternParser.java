package dev.clutch.interp.parser;

import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.ExprContext;
import dev.clutch.interp.ast.Operator;
import dev.clutch.interp.ast.Pattern;
import dev.clutch.interp.ast.UnaryOperator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The patterns of {@code case} clauses (PEP 634). */
abstract class PatternParser extends ExpressionParser {
    private static final int PATTERN_COST = 12;

    PatternParser(Tokenizer tok, ParserOptions options, ConstantFactory constants, CharacterNames characterNames) {
        super(tok, options, constants, characterNames);
    }

    /** {@code patterns}: a sequence without brackets, or one pattern. */
    final Pattern patterns() {
        int s = pos;
        Pattern first = maybeStarPattern();
        if (kind != Tok.COMMA) {
            if (first instanceof Pattern.MatchStar) {
                throw fail();
            }
            return first;
        }
        int base = sp;
        push(first);
        while (accept(Tok.COMMA)) {
            if (kind == Tok.COLON || kind == Tok.IF) {
                break;
            }
            push(maybeStarPattern());
        }
        return new Pattern.MatchSequence(popList(base), line(s), col(s), el(), ec());
    }

    private Pattern maybeStarPattern() {
        if (kind != Tok.STAR) {
            return asPattern();
        }
        int s = pos;
        advance();
        String name = name();
        return new Pattern.MatchStar(name.equals("_") ? null : name, line(s), col(s), el(), ec());
    }

    private Pattern asPattern() {
        int s = pos;
        Pattern pattern = orPattern();
        if (kind != Tok.AS) {
            return pattern;
        }
        advance();
        if (kind != Tok.NAME || isWord("_")) {
            throw fail();
        }
        String name = name();
        if (kind == Tok.DOT || kind == Tok.LPAR || kind == Tok.EQUAL) {
            throw fail();
        }
        return new Pattern.MatchAs(pattern, name, line(s), col(s), el(), ec());
    }

    private Pattern orPattern() {
        int s = pos;
        Pattern first = closedPattern();
        if (kind != Tok.VBAR) {
            return first;
        }
        int base = sp;
        push(first);
        while (accept(Tok.VBAR)) {
            push(closedPattern());
        }
        return new Pattern.MatchOr(popList(base), line(s), col(s), el(), ec());
    }

    private Pattern closedPattern() {
        int s = pos;
        switch (kind) {
            case Tok.NUMBER:
            case Tok.MINUS:
                Expr number = signedNumberOrComplex();
                return new Pattern.MatchValue(number, line(s), col(s), el(), ec());
            case Tok.STRING:
            case Tok.FSTRING_START:
                Expr string = strings();
                return new Pattern.MatchValue(string, line(s), col(s), el(), ec());
            case Tok.NONE:
                advance();
                return new Pattern.MatchSingleton(constants.none(), line(s), col(s), el(), ec());
            case Tok.TRUE:
                advance();
                return new Pattern.MatchSingleton(Boolean.TRUE, line(s), col(s), el(), ec());
            case Tok.FALSE:
                advance();
                return new Pattern.MatchSingleton(Boolean.FALSE, line(s), col(s), el(), ec());
            case Tok.NAME:
                return namePattern();
            case Tok.LPAR:
            case Tok.LSQB:
                enter(PATTERN_COST);
                Pattern sequence = groupOrSequence();
                leave(PATTERN_COST);
                return sequence;
            case Tok.LBRACE:
                enter(PATTERN_COST);
                Pattern mapping = mapping();
                leave(PATTERN_COST);
                return mapping;
            default:
                throw fail();
        }
    }

    private Expr signedNumberOrComplex() {
        int s = pos;
        boolean negative = accept(Tok.MINUS);
        if (kind != Tok.NUMBER) {
            throw fail();
        }
        Expr.Constant value = number();
        Expr left = value;
        if (negative) {
            left = new Expr.UnaryOp(UnaryOperator.USUB, value, line(s), col(s), el(), ec());
        }
        if (kind != Tok.PLUS && kind != Tok.MINUS) {
            return left;
        }
        Operator op = kind == Tok.PLUS ? Operator.ADD : Operator.SUB;
        if (isComplex(value)) {
            throw errorAtRange(pos - 1, pos - 1, "real number required in complex literal");
        }
        advance();
        if (kind != Tok.NUMBER) {
            throw fail();
        }
        int t = pos;
        Expr.Constant imaginary = number();
        if (!isComplex(imaginary)) {
            throw errorAtRange(t, t, "imaginary number required in complex literal");
        }
        return new Expr.BinOp(left, op, imaginary, line(s), col(s), el(), ec());
    }

    private static boolean isComplex(Expr.Constant constant) {
        Object v = constant.value();
        return !(v instanceof Long || v instanceof Double || v instanceof java.math.BigInteger);
    }

    /** A capture, the wildcard, a dotted value or a class pattern. */
    private Pattern namePattern() {
        int s = pos;
        boolean wildcard = isWord("_");
        String name = name();
        if (kind != Tok.DOT && kind != Tok.LPAR && kind != Tok.EQUAL) {
            return new Pattern.MatchAs(null, wildcard ? null : name, line(s), col(s), el(), ec());
        }
        Expr e = new Expr.Name(name, ExprContext.LOAD, line(s), col(s), el(), ec());
        boolean dotted = false;
        while (accept(Tok.DOT)) {
            dotted = true;
            String attr = name();
            e = new Expr.Attribute(e, attr, ExprContext.LOAD, line(s), col(s), el(), ec());
        }
        if (kind == Tok.LPAR) {
            enter(PATTERN_COST);
            Pattern c = classPattern(s, e);
            leave(PATTERN_COST);
            return c;
        }
        if (!dotted) {
            throw fail();
        }
        return new Pattern.MatchValue(e, line(s), col(s), el(), ec());
    }

    private Pattern classPattern(int s, Expr cls) {
        advance();
        int base = sp;
        List<String> names = new ArrayList<>(0);
        List<Pattern> keywords = new ArrayList<>(0);
        while (kind != Tok.RPAR) {
            if (kind == Tok.NAME && peek() == Tok.EQUAL) {
                names.add(name());
                advance();
                keywords.add(asPattern());
            } else {
                Pattern p = asPattern();
                if (!names.isEmpty()) {
                    throw fail();
                }
                push(p);
            }
            if (!accept(Tok.COMMA)) {
                break;
            }
        }
        expect(Tok.RPAR);
        return new Pattern.MatchClass(
                cls, popList(base), List.copyOf(names), List.copyOf(keywords), line(s), col(s), el(), ec());
    }

    private Pattern groupOrSequence() {
        int s = pos;
        int close = kind == Tok.LPAR ? Tok.RPAR : Tok.RSQB;
        advance();
        int base = sp;
        boolean comma = false;
        while (kind != close) {
            push(maybeStarPattern());
            if (!accept(Tok.COMMA)) {
                break;
            }
            comma = true;
        }
        expect(close);
        if (close == Tok.RPAR && !comma && sp == base + 1) {
            Pattern group = (Pattern) pop();
            if (!(group instanceof Pattern.MatchStar)) {
                return group;
            }
            throw fail();
        }
        return new Pattern.MatchSequence(popList(base), line(s), col(s), el(), ec());
    }

    private Pattern mapping() {
        int s = pos;
        advance();
        List<Expr> keys = new ArrayList<>();
        List<Pattern> values = new ArrayList<>();
        @Nullable String rest = null;
        while (kind != Tok.RBRACE) {
            if (accept(Tok.DOUBLESTAR)) {
                if (isWord("_")) {
                    throw fail();
                }
                rest = name();
                accept(Tok.COMMA);
                break;
            }
            keys.add(mappingKey());
            expect(Tok.COLON);
            values.add(asPattern());
            if (!accept(Tok.COMMA)) {
                break;
            }
        }
        expect(Tok.RBRACE);
        return new Pattern.MatchMapping(List.copyOf(keys), List.copyOf(values), rest, line(s), col(s), el(), ec());
    }

    private Expr mappingKey() {
        int s = pos;
        switch (kind) {
            case Tok.NUMBER:
            case Tok.MINUS:
                return signedNumberOrComplex();
            case Tok.STRING:
            case Tok.FSTRING_START:
                return strings();
            case Tok.NONE:
                advance();
                return new Expr.Constant(constants.none(), null, line(s), col(s), el(), ec());
            case Tok.TRUE:
                advance();
                return new Expr.Constant(Boolean.TRUE, null, line(s), col(s), el(), ec());
            case Tok.FALSE:
                advance();
                return new Expr.Constant(Boolean.FALSE, null, line(s), col(s), el(), ec());
            default:
                Expr e = new Expr.Name(name(), ExprContext.LOAD, line(s), col(s), el(), ec());
                if (kind != Tok.DOT) {
                    throw fail();
                }
                while (accept(Tok.DOT)) {
                    String attr = name();
                    e = new Expr.Attribute(e, attr, ExprContext.LOAD, line(s), col(s), el(), ec());
                }
                return e;
        }
    }
}
