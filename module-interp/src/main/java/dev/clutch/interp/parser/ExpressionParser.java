package dev.clutch.interp.parser;

import dev.clutch.interp.ast.Arg;
import dev.clutch.interp.ast.Arguments;
import dev.clutch.interp.ast.BoolOperator;
import dev.clutch.interp.ast.CmpOperator;
import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.ExprContext;
import dev.clutch.interp.ast.Operator;
import dev.clutch.interp.ast.UnaryOperator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expressions above their primaries, and what is read as one: targets and parameters. Left-associative chains are loops; every construct that nests counts depth. */
abstract class ExpressionParser extends PrimaryParser {
    ExpressionParser(Tokenizer tok, ParserOptions options, ConstantFactory constants, CharacterNames characterNames) {
        super(tok, options, constants, characterNames);
    }

    // ---- lists of expressions

    @Override
    final Expr yieldOrStarExpressions() {
        return kind == Tok.YIELD ? yieldExpression() : starExpressions();
    }

    final Expr starExpressions() {
        int s = pos;
        Expr first = starExpression();
        return kind == Tok.COMMA ? tupleFrom(s, first, false) : first;
    }

    /** {@code expressions}: without stars. */
    final Expr expressions() {
        int s = pos;
        Expr first = expression();
        if (kind != Tok.COMMA) {
            return first;
        }
        int base = sp;
        push(first);
        while (accept(Tok.COMMA)) {
            if (!startsExpression() || kind == Tok.STAR) {
                break;
            }
            push(expression());
        }
        return new Expr.Tuple(popList(base), ExprContext.LOAD, line(s), col(s), el(), ec());
    }

    /** A tuple without parentheses whose first element was read and is followed by a comma. */
    final Expr tupleFrom(int s, Expr first, boolean named) {
        int base = sp;
        push(first);
        while (accept(Tok.COMMA)) {
            if (!startsExpression()) {
                break;
            }
            push(named ? starNamedExpression() : starExpression());
        }
        return new Expr.Tuple(popList(base), ExprContext.LOAD, line(s), col(s), el(), ec());
    }

    private Expr starExpression() {
        return kind == Tok.STAR ? starredBitwiseOr() : expression();
    }

    private Expr starredBitwiseOr() {
        int s = pos;
        advance();
        Expr value = binary(0);
        return new Expr.Starred(value, ExprContext.LOAD, line(s), col(s), el(), ec());
    }

    @Override
    final Expr starNamedExpression() {
        return kind == Tok.STAR ? starredBitwiseOr() : namedExpression();
    }

    @Override
    final Expr namedExpression() {
        if (kind == Tok.NAME && peek() == Tok.COLONEQUAL) {
            return assignmentExpression();
        }
        return expression();
    }

    private Expr assignmentExpression() {
        int s = pos;
        Expr target = new Expr.Name(nameOf(s), ExprContext.STORE, line(s), col(s), tok.endLine[s], tok.endCol[s]);
        advance();
        advance();
        Expr value = expression();
        return new Expr.NamedExpr(target, value, line(s), col(s), el(), ec());
    }

    @Override
    final Expr yieldExpression() {
        int s = pos;
        advance();
        if (accept(Tok.FROM)) {
            Expr value = expression();
            return new Expr.YieldFrom(value, line(s), col(s), el(), ec());
        }
        Expr value = startsExpression() ? starExpressions() : null;
        return new Expr.Yield(value, line(s), col(s), el(), ec());
    }

    // ---- operators, from the loosest

    @Override
    final Expr expression() {
        int s = pos;
        if (kind != Tok.LAMBDA) {
            Expr body = disjunction();
            if (kind != Tok.IF) {
                return body;
            }
            push(body);
            conditionTest(s);
        }
        return nestedExpression(s);
    }

    /** Takes the condition after the body, which is on the stack, and leaves the three parts of what begins at s there. */
    private void conditionTest(int s) {
        advance();
        push(disjunction());
        expect(Tok.ELSE);
        push(s);
        enter(1);
    }

    /** Lambdas and conditions nested to the right, without recursion: their beginnings wait on the stack. */
    private Expr nestedExpression(int first) {
        int level = depth;
        boolean condition = tok.kind[first] != Tok.LAMBDA;
        int base = condition ? sp - 3 : sp;
        if (condition) {
            level--;
        }
        Expr result;
        while (true) {
            int s = pos;
            if (kind == Tok.LAMBDA) {
                advance();
                enter(2);
                push(parameters(true));
                expect(Tok.COLON);
                push(s);
                continue;
            }
            result = disjunction();
            if (kind != Tok.IF) {
                break;
            }
            push(result);
            conditionTest(s);
        }
        depth = level;
        while (sp > base) {
            int s = (Integer) pop();
            Object top = pop();
            result = top instanceof Arguments parameters
                    ? new Expr.Lambda(parameters, result, line(s), col(s), el(), ec())
                    : new Expr.IfExp((Expr) top, (Expr) pop(), result, line(s), col(s), el(), ec());
        }
        return result;
    }

    @Override
    final Expr disjunction() {
        int s = pos;
        Expr first = conjunction();
        if (kind != Tok.OR) {
            return first;
        }
        int base = sp;
        push(first);
        while (accept(Tok.OR)) {
            push(conjunction());
        }
        return new Expr.BoolOp(BoolOperator.OR, popList(base), line(s), col(s), el(), ec());
    }

    private Expr conjunction() {
        int s = pos;
        Expr first = inversion();
        if (kind != Tok.AND) {
            return first;
        }
        int base = sp;
        push(first);
        while (accept(Tok.AND)) {
            push(inversion());
        }
        return new Expr.BoolOp(BoolOperator.AND, popList(base), line(s), col(s), el(), ec());
    }

    private Expr inversion() {
        if (kind != Tok.NOT) {
            return comparison();
        }
        int level = depth;
        int base = sp;
        while (kind == Tok.NOT) {
            push(pos);
            advance();
            enter(1);
        }
        Expr operand = comparison();
        depth = level;
        while (sp > base) {
            int s = (Integer) pop();
            operand = new Expr.UnaryOp(UnaryOperator.NOT, operand, line(s), col(s), el(), ec());
        }
        return operand;
    }

    private Expr comparison() {
        int s = pos;
        Expr left = binary(0);
        CmpOperator op = comparisonOperator();
        if (op == null) {
            return left;
        }
        int base = sp;
        push(op);
        push(binary(0));
        int n = 1;
        while ((op = comparisonOperator()) != null) {
            push(op);
            push(binary(0));
            n++;
        }
        // Operators and operands alternate on the stack.
        CmpOperator[] ops = new CmpOperator[n];
        Expr[] operands = new Expr[n];
        for (int i = n - 1; i >= 0; i--) {
            operands[i] = (Expr) pop();
            ops[i] = (CmpOperator) pop();
        }
        assert sp == base;
        return new Expr.Compare(left, List.of(ops), List.of(operands), line(s), col(s), el(), ec());
    }

    /** Takes a comparison operator, if there is one. */
    private @Nullable CmpOperator comparisonOperator() {
        CmpOperator op;
        switch (kind) {
            case Tok.EQEQUAL:
                op = CmpOperator.EQ;
                break;
            case Tok.NOTEQUAL:
                if ((tok.buf[tok.start[pos]] == '<') != options.barryAsBdfl()) {
                    return null;
                }
                op = CmpOperator.NOT_EQ;
                break;
            case Tok.LESS:
                op = CmpOperator.LT;
                break;
            case Tok.LESSEQUAL:
                op = CmpOperator.LT_E;
                break;
            case Tok.GREATER:
                op = CmpOperator.GT;
                break;
            case Tok.GREATEREQUAL:
                op = CmpOperator.GT_E;
                break;
            case Tok.IN:
                op = CmpOperator.IN;
                break;
            case Tok.IS:
                advance();
                return accept(Tok.NOT) ? CmpOperator.IS_NOT : CmpOperator.IS;
            case Tok.NOT:
                advance();
                expect(Tok.IN);
                return CmpOperator.NOT_IN;
            default:
                return null;
        }
        advance();
        return op;
    }

    /** Binding strength of a binary operator: 1 for {@code |} up to 6 for {@code *}; 0 for other tokens. */
    private static int strength(int k) {
        switch (k) {
            case Tok.VBAR:
                return 1;
            case Tok.CIRCUMFLEX:
                return 2;
            case Tok.AMPER:
                return 3;
            case Tok.LEFTSHIFT:
            case Tok.RIGHTSHIFT:
                return 4;
            case Tok.PLUS:
            case Tok.MINUS:
                return 5;
            case Tok.STAR:
            case Tok.SLASH:
            case Tok.DOUBLESLASH:
            case Tok.PERCENT:
            case Tok.AT:
                return 6;
            default:
                return 0;
        }
    }

    private static Operator operator(int k) {
        switch (k) {
            case Tok.VBAR:
                return Operator.BIT_OR;
            case Tok.CIRCUMFLEX:
                return Operator.BIT_XOR;
            case Tok.AMPER:
                return Operator.BIT_AND;
            case Tok.LEFTSHIFT:
                return Operator.LSHIFT;
            case Tok.RIGHTSHIFT:
                return Operator.RSHIFT;
            case Tok.PLUS:
                return Operator.ADD;
            case Tok.MINUS:
                return Operator.SUB;
            case Tok.STAR:
                return Operator.MULT;
            case Tok.SLASH:
                return Operator.DIV;
            case Tok.DOUBLESLASH:
                return Operator.FLOOR_DIV;
            case Tok.PERCENT:
                return Operator.MOD;
            default:
                return Operator.MAT_MULT;
        }
    }

    @Override
    final Expr binary(int weakest) {
        int s = pos;
        Expr left = factor();
        int strength;
        while ((strength = strength(kind)) > weakest) {
            Operator op = operator(kind);
            advance();
            Expr right = binary(strength);
            left = new Expr.BinOp(left, op, right, line(s), col(s), el(), ec());
        }
        return left;
    }

    private Expr factor() {
        if (unary(kind) == null) {
            int s = pos;
            Expr e = kind == Tok.AWAIT ? await() : primary();
            if (kind != Tok.DOUBLESTAR) {
                return e;
            }
            push(e);
            push(s);
            return nestedFactor(sp - 2);
        }
        return nestedFactor(sp);
    }

    /** Signs and powers nested to the right, without recursion. The stack may hold a base, before its operator. */
    private Expr nestedFactor(int base) {
        int level = depth;
        if (sp > base) {
            advance();
            enter(2);
        }
        Expr result;
        while (true) {
            int s = pos;
            UnaryOperator op = unary(kind);
            if (op != null) {
                advance();
                enter(1);
                push(op);
                push(s);
                continue;
            }
            result = kind == Tok.AWAIT ? await() : primary();
            if (kind != Tok.DOUBLESTAR) {
                break;
            }
            advance();
            enter(2);
            push(result);
            push(s);
        }
        depth = level;
        while (sp > base) {
            int s = (Integer) pop();
            Object top = pop();
            result = top instanceof UnaryOperator op
                    ? new Expr.UnaryOp(op, result, line(s), col(s), el(), ec())
                    : new Expr.BinOp((Expr) top, Operator.POW, result, line(s), col(s), el(), ec());
        }
        return result;
    }

    private static @Nullable UnaryOperator unary(int k) {
        switch (k) {
            case Tok.PLUS:
                return UnaryOperator.UADD;
            case Tok.MINUS:
                return UnaryOperator.USUB;
            case Tok.TILDE:
                return UnaryOperator.INVERT;
            default:
                return null;
        }
    }

    private Expr await() {
        int s = pos;
        advance();
        Expr value = primary();
        return new Expr.Await(value, line(s), col(s), el(), ec());
    }

    // ---- targets

    @Override
    final Expr starTargets() {
        int s = pos;
        Expr first = starTarget();
        if (kind != Tok.COMMA) {
            return first;
        }
        int base = sp;
        push(first);
        while (accept(Tok.COMMA)) {
            if (!startsExpression()) {
                break;
            }
            push(starTarget());
        }
        return new Expr.Tuple(popList(base), ExprContext.STORE, line(s), col(s), el(), ec());
    }

    final Expr starTarget() {
        int s = pos;
        if (kind == Tok.STAR) {
            advance();
            Expr value = target(primary(), ExprContext.STORE);
            return new Expr.Starred(value, ExprContext.STORE, line(s), col(s), el(), ec());
        }
        return target(primary(), ExprContext.STORE);
    }

    /** The same expression with another context; fails where no target is possible. */
    final Expr target(Expr e, ExprContext ctx) {
        switch (e.tag()) {
            case Expr.NAME:
                Expr.Name name = (Expr.Name) e;
                return new Expr.Name(name.id(), ctx, e.lineno(), e.colOffset(), e.endLineno(), e.endColOffset());
            case Expr.ATTRIBUTE:
                Expr.Attribute attribute = (Expr.Attribute) e;
                return new Expr.Attribute(
                        attribute.value(),
                        attribute.attr(),
                        ctx,
                        e.lineno(),
                        e.colOffset(),
                        e.endLineno(),
                        e.endColOffset());
            case Expr.SUBSCRIPT:
                Expr.Subscript subscript = (Expr.Subscript) e;
                return new Expr.Subscript(
                        subscript.value(),
                        subscript.slice(),
                        ctx,
                        e.lineno(),
                        e.colOffset(),
                        e.endLineno(),
                        e.endColOffset());
            case Expr.TUPLE:
                return new Expr.Tuple(
                        targets(((Expr.Tuple) e).elts(), ctx),
                        ctx,
                        e.lineno(),
                        e.colOffset(),
                        e.endLineno(),
                        e.endColOffset());
            case Expr.LIST_EXPR:
                return new Expr.ListExpr(
                        targets(((Expr.ListExpr) e).elts(), ctx),
                        ctx,
                        e.lineno(),
                        e.colOffset(),
                        e.endLineno(),
                        e.endColOffset());
            case Expr.STARRED:
                Expr.Starred starred = (Expr.Starred) e;
                if (ctx == ExprContext.DEL || starred.value() instanceof Expr.Starred) {
                    throw fail();
                }
                return new Expr.Starred(
                        target(starred.value(), ctx), ctx, e.lineno(), e.colOffset(), e.endLineno(), e.endColOffset());
            default:
                throw fail();
        }
    }

    private List<Expr> targets(List<Expr> elements, ExprContext ctx) {
        int base = sp;
        for (int i = 0; i < elements.size(); i++) {
            push(target(elements.get(i), ctx));
        }
        return popList(base);
    }

    // ---- parameters

    /** Parameters up to the closing parenthesis, or up to the colon of a lambda. */
    final Arguments parameters(boolean lambda) {
        int end = lambda ? Tok.COLON : Tok.RPAR;
        if (kind == end) {
            return new Arguments(List.of(), List.of(), null, List.of(), List.of(), null, List.of());
        }
        return new ParameterList(this, lambda, end).parse();
    }

    /** One parameter without its default. */
    final Arg parameter(boolean lambda, boolean starAnnotation) {
        int s = pos;
        String name = name();
        Expr annotation = null;
        if (!lambda && accept(Tok.COLON)) {
            annotation = starAnnotation && kind == Tok.STAR ? starredBitwiseOr() : expression();
        }
        return new Arg(name, annotation, null, line(s), col(s), el(), ec());
    }
}
