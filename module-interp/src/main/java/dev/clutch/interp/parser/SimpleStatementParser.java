package dev.clutch.interp.parser;

import dev.clutch.interp.ast.Alias;
import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.ExprContext;
import dev.clutch.interp.ast.Operator;
import dev.clutch.interp.ast.Stmt;
import dev.clutch.interp.ast.TypeParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements that fit on one line. */
abstract class SimpleStatementParser extends PatternParser {
    SimpleStatementParser(
            Tokenizer tok, ParserOptions options, ConstantFactory constants, CharacterNames characterNames) {
        super(tok, options, constants, characterNames);
    }

    /** Pushes the statements of a line and takes the newline. */
    final void simpleStatements() {
        do {
            push(simpleStatement());
        } while (accept(Tok.SEMI) && kind != Tok.NEWLINE);
        expect(Tok.NEWLINE);
    }

    /** The same for interactive input, where nothing is read beyond the newline. */
    final void simpleStatementsOfLine() {
        do {
            push(simpleStatement());
        } while (accept(Tok.SEMI) && kind != Tok.NEWLINE);
        if (kind != Tok.NEWLINE) {
            throw fail();
        }
    }

    private Stmt simpleStatement() {
        int s = pos;
        switch (kind) {
            case Tok.NAME:
                if (isWord("type") && peek() == Tok.NAME) {
                    return typeAlias();
                }
                return expressionStatement();
            case Tok.RETURN:
                advance();
                Expr returned = startsExpression() ? starExpressions() : null;
                return new Stmt.Return(returned, line(s), col(s), el(), ec());
            case Tok.IMPORT:
                return importNames();
            case Tok.FROM:
                return importFrom();
            case Tok.RAISE:
                return raise();
            case Tok.PASS:
                advance();
                return new Stmt.Pass(line(s), col(s), el(), ec());
            case Tok.BREAK:
                advance();
                return new Stmt.Break(line(s), col(s), el(), ec());
            case Tok.CONTINUE:
                advance();
                return new Stmt.Continue(line(s), col(s), el(), ec());
            case Tok.DEL:
                return delete();
            case Tok.ASSERT:
                advance();
                Expr test = expression();
                Expr message = accept(Tok.COMMA) ? expression() : null;
                return new Stmt.Assert(test, message, line(s), col(s), el(), ec());
            case Tok.GLOBAL:
                List<String> globals = names();
                return new Stmt.Global(globals, line(s), col(s), el(), ec());
            case Tok.NONLOCAL:
                List<String> nonlocals = names();
                return new Stmt.Nonlocal(nonlocals, line(s), col(s), el(), ec());
            default:
                return expressionStatement();
        }
    }

    private List<String> names() {
        int base = sp;
        do {
            advance();
            push(name());
        } while (kind == Tok.COMMA);
        return popList(base);
    }

    // ---- expressions and assignments

    private Stmt expressionStatement() {
        int s = pos;
        Expr e = yieldOrStarExpressions();
        switch (kind) {
            case Tok.NEWLINE:
            case Tok.SEMI:
                return new Stmt.ExprStmt(e, line(s), col(s), el(), ec());
            case Tok.EQUAL:
                return assignment(s, e);
            case Tok.COLON:
                return annotated(s, e);
            default:
                Operator op = augmented(kind);
                if (op == null) {
                    return new Stmt.ExprStmt(e, line(s), col(s), el(), ec());
                }
                if (!isSingleTarget(e)) {
                    throw fail();
                }
                advance();
                Expr value = yieldOrStarExpressions();
                return new Stmt.AugAssign(target(e, ExprContext.STORE), op, value, line(s), col(s), el(), ec());
        }
    }

    private static boolean isSingleTarget(Expr e) {
        int t = e.tag();
        return t == Expr.NAME || t == Expr.ATTRIBUTE || t == Expr.SUBSCRIPT;
    }

    private Stmt assignment(int s, Expr first) {
        int base = sp;
        Expr value = first;
        while (kind == Tok.EQUAL) {
            push(target(value, ExprContext.STORE));
            advance();
            value = yieldOrStarExpressions();
        }
        String comment = typeComment();
        return new Stmt.Assign(popList(base), value, comment, line(s), col(s), el(), ec());
    }

    private Stmt annotated(int s, Expr e) {
        if (!isSingleTarget(e)) {
            throw fail();
        }
        boolean simple = e.tag() == Expr.NAME && tok.kind[s] != Tok.LPAR;
        advance();
        Expr annotation = expression();
        Expr value = accept(Tok.EQUAL) ? yieldOrStarExpressions() : null;
        return new Stmt.AnnAssign(target(e, ExprContext.STORE), annotation, value, simple, line(s), col(s), el(), ec());
    }

    private static @Nullable Operator augmented(int k) {
        switch (k) {
            case Tok.PLUSEQUAL:
                return Operator.ADD;
            case Tok.MINEQUAL:
                return Operator.SUB;
            case Tok.STAREQUAL:
                return Operator.MULT;
            case Tok.SLASHEQUAL:
                return Operator.DIV;
            case Tok.PERCENTEQUAL:
                return Operator.MOD;
            case Tok.AMPEREQUAL:
                return Operator.BIT_AND;
            case Tok.VBAREQUAL:
                return Operator.BIT_OR;
            case Tok.CIRCUMFLEXEQUAL:
                return Operator.BIT_XOR;
            case Tok.LEFTSHIFTEQUAL:
                return Operator.LSHIFT;
            case Tok.RIGHTSHIFTEQUAL:
                return Operator.RSHIFT;
            case Tok.DOUBLESTAREQUAL:
                return Operator.POW;
            case Tok.DOUBLESLASHEQUAL:
                return Operator.FLOOR_DIV;
            case Tok.ATEQUAL:
                return Operator.MAT_MULT;
            default:
                return null;
        }
    }

    private Stmt delete() {
        int s = pos;
        advance();
        int base = sp;
        do {
            if (base != sp && !startsExpression()) {
                break;
            }
            push(target(primary(), ExprContext.DEL));
        } while (accept(Tok.COMMA));
        if (kind != Tok.SEMI && kind != Tok.NEWLINE) {
            throw fail();
        }
        return new Stmt.Delete(popList(base), line(s), col(s), el(), ec());
    }

    private Stmt raise() {
        int s = pos;
        advance();
        Expr exception = null;
        Expr cause = null;
        if (startsExpression() && kind != Tok.STAR) {
            exception = expression();
            if (accept(Tok.FROM)) {
                cause = expression();
            }
        }
        return new Stmt.Raise(exception, cause, line(s), col(s), el(), ec());
    }

    // ---- type parameters (PEP 695)

    private Stmt typeAlias() {
        int s = pos;
        advance();
        int n = pos;
        String id = name();
        Expr name = new Expr.Name(id, ExprContext.STORE, line(n), col(n), el(), ec());
        List<TypeParam> parameters = typeParameters();
        expect(Tok.EQUAL);
        Expr value = expression();
        return new Stmt.TypeAlias(name, parameters, value, line(s), col(s), el(), ec());
    }

    final List<TypeParam> typeParameters() {
        if (kind != Tok.LSQB) {
            return List.of();
        }
        advance();
        int base = sp;
        while (true) {
            push(typeParameter());
            if (!accept(Tok.COMMA) || kind == Tok.RSQB) {
                break;
            }
        }
        expect(Tok.RSQB);
        return popList(base);
    }

    private TypeParam typeParameter() {
        int s = pos;
        if (accept(Tok.STAR)) {
            String name = name();
            refuseBound("TypeVarTuple");
            return new TypeParam.TypeVarTuple(name, line(s), col(s), el(), ec());
        }
        if (accept(Tok.DOUBLESTAR)) {
            String name = name();
            refuseBound("ParamSpec");
            return new TypeParam.ParamSpec(name, line(s), col(s), el(), ec());
        }
        String name = name();
        Expr bound = accept(Tok.COLON) ? expression() : null;
        return new TypeParam.TypeVar(name, bound, line(s), col(s), el(), ec());
    }

    private void refuseBound(String what) {
        if (kind == Tok.COLON) {
            int colon = pos;
            advance();
            Expr bound = expression();
            throw errorFrom(
                    colon, "cannot use " + (bound instanceof Expr.Tuple ? "constraints" : "bound") + " with " + what);
        }
    }

    // ---- imports

    private Stmt importNames() {
        int s = pos;
        int base = sp;
        do {
            advance();
            int n = pos;
            String name = dottedName();
            String as = accept(Tok.AS) ? name() : null;
            push(new Alias(name, as, line(n), col(n), el(), ec()));
        } while (kind == Tok.COMMA);
        return new Stmt.Import(popList(base), line(s), col(s), el(), ec());
    }

    private String dottedName() {
        String name = name();
        if (kind != Tok.DOT) {
            return name;
        }
        StringBuilder s = new StringBuilder(name);
        while (accept(Tok.DOT)) {
            s.append('.').append(name());
        }
        return s.toString();
    }

    private Stmt importFrom() {
        int s = pos;
        advance();
        int level = 0;
        while (kind == Tok.DOT || kind == Tok.ELLIPSIS) {
            level += kind == Tok.DOT ? 1 : 3;
            advance();
        }
        String module = level > 0 && kind == Tok.IMPORT ? null : dottedName();
        expect(Tok.IMPORT);
        int base = sp;
        if (kind == Tok.STAR) {
            int star = pos;
            advance();
            push(new Alias("*", null, line(star), col(star), el(), ec()));
        } else if (accept(Tok.LPAR)) {
            do {
                if (sp != base && kind == Tok.RPAR) {
                    break;
                }
                push(importAlias());
            } while (accept(Tok.COMMA));
            expect(Tok.RPAR);
        } else {
            do {
                push(importAlias());
            } while (accept(Tok.COMMA));
        }
        return new Stmt.ImportFrom(module, popList(base), level, line(s), col(s), el(), ec());
    }

    private Alias importAlias() {
        int n = pos;
        String name = name();
        String as = accept(Tok.AS) ? name() : null;
        return new Alias(name, as, line(n), col(n), el(), ec());
    }
}
