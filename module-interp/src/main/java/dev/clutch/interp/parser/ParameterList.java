package dev.clutch.interp.parser;

import dev.clutch.interp.ast.Arg;
import dev.clutch.interp.ast.Arguments;
import dev.clutch.interp.ast.Expr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of one function or lambda, in the order positional-only, positional, star, keyword-only, double star. */
final class ParameterList {
    private final ExpressionParser p;
    private final boolean lambda;
    private final int end;
    private List<Arg> positionalOnly = List.of();
    private final List<Arg> positional = new ArrayList<>(4);
    private final List<Expr> defaults = new ArrayList<>(0);
    private @Nullable Arg vararg;
    private final List<Arg> keywordOnly = new ArrayList<>(0);
    private final List<@Nullable Expr> keywordDefaults = new ArrayList<>(0);
    private @Nullable Arg kwarg;

    ParameterList(ExpressionParser p, boolean lambda, int end) {
        this.p = p;
        this.lambda = lambda;
        this.end = end;
    }

    Arguments parse() {
        boolean slash = false;
        while (p.kind != end) {
            if (p.kind == Tok.SLASH) {
                if (slash || positional.isEmpty()) {
                    throw p.fail();
                }
                slash = true;
                p.advance();
                positionalOnly = List.copyOf(positional);
                positional.clear();
                separator();
            } else if (p.kind == Tok.STAR) {
                star();
                break;
            } else if (p.kind == Tok.DOUBLESTAR) {
                doubleStar();
                break;
            } else {
                Arg arg = p.parameter(lambda, false);
                if (p.accept(Tok.EQUAL)) {
                    defaults.add(p.expression());
                } else if (!defaults.isEmpty()) {
                    throw p.fail();
                }
                positional.add(withComment(arg));
            }
        }
        if (p.kind != end) {
            throw p.fail();
        }
        return new Arguments(
                positionalOnly,
                List.copyOf(positional),
                vararg,
                List.copyOf(keywordOnly),
                Collections.unmodifiableList(keywordDefaults),
                kwarg,
                List.copyOf(defaults));
    }

    private void star() {
        p.advance();
        if (p.kind == Tok.COMMA) {
            p.advance();
            if (p.kind != Tok.NAME) {
                throw p.fail();
            }
            p.typeComment();
        } else {
            vararg = withComment(p.parameter(lambda, true));
        }
        while (p.kind == Tok.NAME) {
            Arg arg = p.parameter(lambda, false);
            keywordDefaults.add(p.accept(Tok.EQUAL) ? p.expression() : null);
            keywordOnly.add(withComment(arg));
        }
        if (p.kind == Tok.DOUBLESTAR) {
            doubleStar();
        }
    }

    private void doubleStar() {
        p.advance();
        kwarg = withComment(p.parameter(lambda, false));
    }

    /** Takes the separator and a type comment, which then belongs to the parameter. */
    private Arg withComment(Arg arg) {
        String comment = separator();
        if (comment == null) {
            return arg;
        }
        return new Arg(
                arg.arg(),
                arg.annotation(),
                comment,
                arg.lineno(),
                arg.colOffset(),
                arg.endLineno(),
                arg.endColOffset());
    }

    private @Nullable String separator() {
        if (p.accept(Tok.COMMA)) {
            return lambda ? null : p.typeComment();
        }
        String comment = lambda ? null : p.typeComment();
        if (p.kind != end) {
            throw p.fail();
        }
        return comment;
    }
}
