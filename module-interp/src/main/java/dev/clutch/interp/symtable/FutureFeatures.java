package dev.clutch.interp.symtable;

import dev.clutch.interp.ast.Alias;
import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.Mod;
import dev.clutch.interp.ast.Stmt;
import dev.clutch.interp.parser.SyntaxException;
import java.util.List;

/**
 * The {@code __future__} imports at the beginning of a program ({@code Python/future.c}).
 *
 * @param annotations {@code annotations} is imported
 * @param barryAsBdfl {@code barry_as_FLUFL} is imported
 * @param lastLine the line of the last such import, or -1; a later one is an error that the compiler reports
 */
public record FutureFeatures(boolean annotations, boolean barryAsBdfl, int lastLine) {
    /** Reads the imports; a feature that does not exist is a {@link SyntaxException}. */
    public static FutureFeatures of(Mod tree, String filename) {
        List<Stmt> body;
        if (tree instanceof Mod.Module module) {
            body = module.body();
        } else if (tree instanceof Mod.Interactive interactive) {
            body = interactive.body();
        } else {
            return new FutureFeatures(false, false, -1);
        }
        boolean annotations = false;
        boolean barry = false;
        int lastLine = -1;
        boolean done = false;
        for (int i = 0; i < body.size(); i++) {
            Stmt s = body.get(i);
            if (done && s.lineno() > body.get(i - 1).lineno()) {
                break;
            }
            if (i == 0 && isText(s)) {
                continue;
            }
            if (!(s instanceof Stmt.ImportFrom from) || from.level() != 0 || !"__future__".equals(from.module())) {
                done = true;
                continue;
            }
            if (done) {
                throw new SyntaxException(
                        SyntaxException.Kind.SYNTAX_ERROR,
                        "from __future__ imports must occur at the beginning of the file",
                        filename,
                        s.lineno(),
                        s.colOffset() + 1,
                        s.endLineno(),
                        s.endColOffset() + 1,
                        null);
            }
            for (int k = 0; k < from.names().size(); k++) {
                Alias name = from.names().get(k);
                switch (name.name()) {
                    case "annotations":
                        annotations = true;
                        break;
                    case "barry_as_FLUFL":
                        barry = true;
                        break;
                    case "nested_scopes":
                    case "generators":
                    case "division":
                    case "absolute_import":
                    case "with_statement":
                    case "print_function":
                    case "unicode_literals":
                    case "generator_stop":
                        break;
                    case "braces":
                        throw error(from, filename, "not a chance");
                    default:
                        throw error(from, filename, "future feature " + name.name() + " is not defined");
                }
            }
            lastLine = from.lineno();
        }
        return new FutureFeatures(annotations, barry, lastLine);
    }

    /** A docstring; one with a lone surrogate is not a String here, and no program begins with that and a future import. */
    private static boolean isText(Stmt s) {
        return s instanceof Stmt.ExprStmt e && e.value() instanceof Expr.Constant c && c.value() instanceof String;
    }

    private static SyntaxException error(Stmt.ImportFrom where, String filename, String message) {
        return new SyntaxException(
                SyntaxException.Kind.SYNTAX_ERROR,
                message,
                filename,
                where.lineno(),
                where.colOffset() + 1,
                where.lineno(),
                SyntaxException.UNKNOWN,
                null);
    }
}
