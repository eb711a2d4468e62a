package dev.clutch.interp.parser;

import dev.clutch.interp.ast.Arguments;
import dev.clutch.interp.ast.ExceptHandler;
import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.Keyword;
import dev.clutch.interp.ast.MatchCase;
import dev.clutch.interp.ast.Pattern;
import dev.clutch.interp.ast.Stmt;
import dev.clutch.interp.ast.TypeParam;
import dev.clutch.interp.ast.WithItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements with blocks. */
abstract class StatementParser extends SimpleStatementParser {
    private static final int BLOCK_COST = 4;

    StatementParser(Tokenizer tok, ParserOptions options, ConstantFactory constants, CharacterNames characterNames) {
        super(tok, options, constants, characterNames);
    }

    /** Pushes one compound statement, or the statements of a line. */
    final void statement() {
        Stmt compound = compoundStatement();
        if (compound == null) {
            simpleStatements();
        } else {
            push(compound);
        }
    }

    /** A compound statement, or null if none begins here. */
    final @Nullable Stmt compoundStatement() {
        switch (kind) {
            case Tok.IF:
                return ifStatement();
            case Tok.DEF:
                return function(pos, List.of());
            case Tok.FOR:
                return forStatement(pos);
            case Tok.TRY:
                return tryStatement();
            case Tok.WITH:
                return with(pos);
            case Tok.WHILE:
                return whileStatement();
            case Tok.CLASS:
                return classDefinition(List.of());
            case Tok.AT:
                return decorated();
            case Tok.ASYNC:
                return async();
            case Tok.NAME:
                return isWord("match") ? matchStatement() : null;
            default:
                return null;
        }
    }

    private List<Stmt> block() {
        enter(BLOCK_COST);
        int base = sp;
        if (accept(Tok.NEWLINE)) {
            expect(Tok.INDENT);
            do {
                statement();
            } while (kind != Tok.DEDENT && kind != Tok.ENDMARKER);
            expect(Tok.DEDENT);
        } else {
            simpleStatements();
        }
        leave(BLOCK_COST);
        return popList(base);
    }

    private int endLine() {
        return tok.endLine[lastSolid()];
    }

    private int endCol() {
        return tok.endCol[lastSolid()];
    }

    // ---- if, while, for

    private Stmt ifStatement() {
        int s = pos;
        advance();
        Expr test = namedExpression();
        expect(Tok.COLON);
        List<Stmt> body = block();
        List<Stmt> orelse;
        if (kind == Tok.ELIF) {
            enter(1);
            orelse = List.of(ifStatement());
            leave(1);
        } else {
            orelse = elseBlock();
        }
        return new Stmt.If(test, body, orelse, line(s), col(s), endLine(), endCol());
    }

    private List<Stmt> elseBlock() {
        if (kind != Tok.ELSE) {
            return List.of();
        }
        advance();
        expect(Tok.COLON);
        return block();
    }

    private Stmt whileStatement() {
        int s = pos;
        advance();
        Expr test = namedExpression();
        expect(Tok.COLON);
        List<Stmt> body = block();
        List<Stmt> orelse = elseBlock();
        return new Stmt.While(test, body, orelse, line(s), col(s), endLine(), endCol());
    }

    private Stmt forStatement(int s) {
        boolean isAsync = s != pos;
        advance();
        Expr target = starTargets();
        expect(Tok.IN);
        Expr iter = starExpressions();
        expect(Tok.COLON);
        String comment = typeComment();
        List<Stmt> body = block();
        List<Stmt> orelse = elseBlock();
        return isAsync
                ? new Stmt.AsyncFor(target, iter, body, orelse, comment, line(s), col(s), endLine(), endCol())
                : new Stmt.For(target, iter, body, orelse, comment, line(s), col(s), endLine(), endCol());
    }

    private Stmt async() {
        int s = pos;
        advance();
        switch (kind) {
            case Tok.DEF:
                return function(s, List.of());
            case Tok.FOR:
                return forStatement(s);
            case Tok.WITH:
                return with(s);
            default:
                throw fail();
        }
    }

    // ---- with

    private Stmt with(int s) {
        boolean isAsync = s != pos;
        advance();
        List<WithItem> items = kind == Tok.LPAR ? parenthesizedItems() : null;
        String comment = null;
        if (items == null) {
            int base = sp;
            do {
                push(withItem());
            } while (accept(Tok.COMMA));
            expect(Tok.COLON);
            items = popList(base);
            comment = typeComment();
        }
        List<Stmt> body = block();
        return isAsync
                ? new Stmt.AsyncWith(items, body, comment, line(s), col(s), endLine(), endCol())
                : new Stmt.With(items, body, comment, line(s), col(s), endLine(), endCol());
    }

    /** Items in parentheses up to the colon; null, with nothing taken, if the parentheses belong to an expression. */
    private @Nullable List<WithItem> parenthesizedItems() {
        int start = pos;
        int base = sp;
        int level = depth;
        try {
            advance();
            while (true) {
                push(withItem());
                if (!accept(Tok.COMMA) || kind == Tok.RPAR) {
                    break;
                }
            }
            expect(Tok.RPAR);
            expect(Tok.COLON);
            if (kind != Tok.TYPE_COMMENT) {
                return popList(base);
            }
        } catch (Failure notItems) {
            depth = level;
        }
        discard(base);
        resetTo(start);
        return null;
    }

    private WithItem withItem() {
        Expr context = expression();
        return new WithItem(context, accept(Tok.AS) ? starTarget() : null);
    }

    // ---- try

    private Stmt tryStatement() {
        int s = pos;
        advance();
        expect(Tok.COLON);
        List<Stmt> body = block();
        if (kind == Tok.FINALLY) {
            List<Stmt> last = finallyBlock();
            return new Stmt.Try(body, List.of(), List.of(), last, line(s), col(s), endLine(), endCol());
        }
        int base = sp;
        boolean star = false;
        while (kind == Tok.EXCEPT) {
            int e = pos;
            advance();
            boolean thisStar = accept(Tok.STAR);
            if (sp != base && thisStar != star) {
                throw fail();
            }
            star = thisStar;
            push(handler(e, star));
        }
        if (sp == base) {
            throw fail();
        }
        List<ExceptHandler> handlers = popList(base);
        List<Stmt> orelse = elseBlock();
        List<Stmt> last = kind == Tok.FINALLY ? finallyBlock() : List.of();
        return star
                ? new Stmt.TryStar(body, handlers, orelse, last, line(s), col(s), endLine(), endCol())
                : new Stmt.Try(body, handlers, orelse, last, line(s), col(s), endLine(), endCol());
    }

    private List<Stmt> finallyBlock() {
        advance();
        expect(Tok.COLON);
        return block();
    }

    private ExceptHandler handler(int e, boolean star) {
        Expr type = null;
        String name = null;
        if (star || kind != Tok.COLON) {
            type = expression();
            if (accept(Tok.AS)) {
                name = name();
            }
        }
        expect(Tok.COLON);
        List<Stmt> body = block();
        return new ExceptHandler(type, name, body, line(e), col(e), endLine(), endCol());
    }

    // ---- definitions

    private Stmt decorated() {
        int base = sp;
        while (accept(Tok.AT)) {
            push(namedExpression());
            expect(Tok.NEWLINE);
        }
        List<Expr> decorators = popList(base);
        int s = pos;
        if (kind == Tok.CLASS) {
            return classDefinition(decorators);
        }
        if (kind == Tok.ASYNC) {
            advance();
        }
        if (kind != Tok.DEF) {
            throw fail();
        }
        return function(s, decorators);
    }

    private Stmt function(int s, List<Expr> decorators) {
        boolean isAsync = s != pos;
        advance();
        String name = name();
        List<TypeParam> typeParameters = typeParameters();
        expect(Tok.LPAR);
        Arguments parameters = parameters(false);
        expect(Tok.RPAR);
        Expr returns = accept(Tok.RARROW) ? expression() : null;
        expect(Tok.COLON);
        String comment = typeComment();
        if (comment == null && kind == Tok.NEWLINE && options.typeComments() && peek() == Tok.TYPE_COMMENT) {
            int newline = pos;
            advance();
            String next = typeComment();
            if (kind == Tok.NEWLINE && peek() == Tok.INDENT) {
                comment = next;
            } else {
                resetTo(newline);
            }
        }
        List<Stmt> body = block();
        return isAsync
                ? new Stmt.AsyncFunctionDef(
                        name,
                        parameters,
                        body,
                        decorators,
                        returns,
                        comment,
                        typeParameters,
                        line(s),
                        col(s),
                        endLine(),
                        endCol())
                : new Stmt.FunctionDef(
                        name,
                        parameters,
                        body,
                        decorators,
                        returns,
                        comment,
                        typeParameters,
                        line(s),
                        col(s),
                        endLine(),
                        endCol());
    }

    private Stmt classDefinition(List<Expr> decorators) {
        int s = pos;
        advance();
        String name = name();
        List<TypeParam> typeParameters = typeParameters();
        List<Expr> bases = List.of();
        List<Keyword> keywords = List.of();
        if (accept(Tok.LPAR)) {
            if (kind != Tok.RPAR) {
                CallArguments arguments = arguments(null);
                bases = arguments.positional();
                keywords = arguments.keywords();
            }
            expect(Tok.RPAR);
        }
        expect(Tok.COLON);
        List<Stmt> body = block();
        return new Stmt.ClassDef(
                name, bases, keywords, body, decorators, typeParameters, line(s), col(s), endLine(), endCol());
    }

    // ---- match

    /** A match statement; null, with nothing taken, if {@code match} is a name here. */
    private @Nullable Stmt matchStatement() {
        int s = pos;
        int k = peek();
        if (k != Tok.LPAR
                && k != Tok.LSQB
                && k != Tok.LBRACE
                && k != Tok.MINUS
                && k != Tok.PLUS
                && k != Tok.STAR
                && k != Tok.TILDE
                && k != Tok.NOT
                && !(k == Tok.NAME
                        || k == Tok.NUMBER
                        || k == Tok.STRING
                        || k == Tok.FSTRING_START
                        || k == Tok.AWAIT
                        || k == Tok.LAMBDA
                        || k == Tok.ELLIPSIS
                        || k == Tok.TRUE
                        || k == Tok.FALSE
                        || k == Tok.NONE)) {
            return null;
        }
        int level = depth;
        int base = sp;
        Expr subject;
        try {
            advance();
            int first = pos;
            subject = starNamedExpression();
            if (kind == Tok.COMMA) {
                subject = tupleFrom(first, subject, true);
            } else if (subject instanceof Expr.Starred) {
                throw fail();
            }
            expect(Tok.COLON);
            expect(Tok.NEWLINE);
        } catch (Failure notMatch) {
            depth = level;
            discard(base);
            resetTo(s);
            return null;
        }
        expect(Tok.INDENT);
        do {
            push(matchCase());
        } while (kind != Tok.DEDENT);
        advance();
        return new Stmt.Match(subject, popList(base), line(s), col(s), endLine(), endCol());
    }

    private MatchCase matchCase() {
        if (!isWord("case")) {
            throw fail();
        }
        advance();
        Pattern pattern = patterns();
        Expr guard = accept(Tok.IF) ? namedExpression() : null;
        expect(Tok.COLON);
        return new MatchCase(pattern, guard, block());
    }
}
