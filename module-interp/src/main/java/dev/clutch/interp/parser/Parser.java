package dev.clutch.interp.parser;

import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.Mod;
import dev.clutch.interp.ast.Stmt;
import java.util.List;

/** Python 3.12 source to a syntax tree. A parser serves one source. */
public final class Parser extends StatementParser {
    private int statementStart;

    private Parser(Tokenizer tok, ParserOptions options, ConstantFactory constants, CharacterNames characterNames) {
        super(tok, options, constants, characterNames);
    }

    /** Parses; a program that is not valid is a {@link SyntaxException}. */
    public static Mod parse(
            Source program,
            ParserOptions options,
            ConstantFactory constants,
            CharacterNames characterNames,
            WarningListener warnings) {
        Source source = options.mode() == ParserOptions.Mode.EXEC ? program.endedByNewline() : program;
        Tokenizer tok = new Tokenizer(source, warnings, options.typeComments());
        return new Parser(tok, options, constants, characterNames).parse();
    }

    private Mod parse() {
        Mod tree;
        try {
            tree = module();
        } catch (Failure invalid) {
            throw explained();
        } catch (SyntaxException e) {
            throw new ErrorPass(this).preferTokenizer(e);
        }
        if (options.mode() == ParserOptions.Mode.SINGLE && tok.hasMore()) {
            throw errorAtLast("multiple statements found while compiling a single statement");
        }
        return tree;
    }

    private SyntaxException explained() {
        try {
            return new ErrorPass(again()).explain(statementStart);
        } catch (RuleMatcher.TooDeep e) {
            return new ErrorPass(again()).explainDeep(statementStart);
        }
    }

    /** A parser of the same source that has read nothing: how far the reader is matters for errors. */
    private Parser again() {
        return new Parser(
                new Tokenizer(tok.source, SilentWarnings.INSTANCE, options.typeComments()),
                options,
                constants,
                characterNames);
    }

    /** The warnings were given by the first parse. */
    private static final class SilentWarnings implements WarningListener {
        static final SilentWarnings INSTANCE = new SilentWarnings();

        @Override
        public boolean warn(Category category, String message, String filename, int lineno) {
            return false;
        }
    }

    private Mod module() {
        start();
        switch (options.mode()) {
            case EXEC:
                int base = sp;
                while (kind != Tok.ENDMARKER) {
                    statementStart = pos;
                    statement();
                }
                statementStart = pos;
                List<Stmt> body = popList(base);
                return new Mod.Module(body, typeIgnores().toList());
            case SINGLE:
                return interactive();
            case EVAL:
                Expr e = expressions();
                while (accept(Tok.NEWLINE)) {
                    continue;
                }
                if (kind != Tok.ENDMARKER) {
                    throw fail();
                }
                return new Mod.Expression(e);
            default:
                return functionType();
        }
    }

    private Mod interactive() {
        int s = pos;
        int base = sp;
        if (kind == Tok.NEWLINE) {
            push(new Stmt.Pass(line(s), col(s), tok.endLine[s], tok.endCol[s]));
        } else {
            Stmt compound = compoundStatement();
            if (compound == null) {
                simpleStatementsOfLine();
            } else {
                if (kind != Tok.NEWLINE) {
                    throw fail();
                }
                push(compound);
            }
        }
        return new Mod.Interactive(popList(base));
    }

    private Mod functionType() {
        expect(Tok.LPAR);
        int base = sp;
        while (kind != Tok.RPAR) {
            if (kind == Tok.DOUBLESTAR || kind == Tok.STAR) {
                boolean last = kind == Tok.DOUBLESTAR;
                advance();
                push(expression());
                if (last || kind == Tok.RPAR) {
                    break;
                }
                expect(Tok.COMMA);
                if (kind != Tok.DOUBLESTAR) {
                    throw fail();
                }
                continue;
            }
            push(expression());
            if (kind == Tok.RPAR) {
                break;
            }
            expect(Tok.COMMA);
            if (kind == Tok.RPAR) {
                throw fail();
            }
        }
        expect(Tok.RPAR);
        expect(Tok.RARROW);
        Expr returns = expression();
        while (accept(Tok.NEWLINE)) {
            continue;
        }
        if (kind != Tok.ENDMARKER) {
            throw fail();
        }
        return new Mod.FunctionType(popList(base), returns);
    }
}
