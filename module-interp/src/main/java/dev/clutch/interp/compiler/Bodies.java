package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.ExceptHandler;
import dev.clutch.interp.ast.MatchCase;
import dev.clutch.interp.ast.Stmt;
import java.util.ArrayList;
import java.util.List;

/** The statements within a statement that run in the same scope. A switch over tags: it is on the way of every program, and one over types links slowly. */
final class Bodies {
    private Bodies() {}

    /** The statement that ends a body, in whatever blocks. */
    static Stmt last(List<Stmt> body) {
        Stmt s = body.getLast();
        if (s.tag() == Stmt.FUNCTION_DEF || s.tag() == Stmt.ASYNC_FUNCTION_DEF || s.tag() == Stmt.CLASS_DEF) {
            return s;
        }
        Stmt last = s;
        for (List<Stmt> inner : of(s)) {
            if (!inner.isEmpty()) {
                last = last(inner);
            }
        }
        return last;
    }

    static List<List<Stmt>> of(Stmt s) {
        switch (s.tag()) {
            case Stmt.FOR:
                Stmt.For loop = (Stmt.For) s;
                return List.of(loop.body(), loop.orelse());
            case Stmt.ASYNC_FOR:
                Stmt.AsyncFor asyncLoop = (Stmt.AsyncFor) s;
                return List.of(asyncLoop.body(), asyncLoop.orelse());
            case Stmt.WHILE:
                Stmt.While w = (Stmt.While) s;
                return List.of(w.body(), w.orelse());
            case Stmt.IF:
                Stmt.If i = (Stmt.If) s;
                return List.of(i.body(), i.orelse());
            case Stmt.WITH:
                return List.of(((Stmt.With) s).body());
            case Stmt.ASYNC_WITH:
                return List.of(((Stmt.AsyncWith) s).body());
            case Stmt.TRY:
                Stmt.Try t = (Stmt.Try) s;
                return handled(t.body(), t.handlers(), t.orelse(), t.finalbody());
            case Stmt.TRY_STAR:
                Stmt.TryStar star = (Stmt.TryStar) s;
                return handled(star.body(), star.handlers(), star.orelse(), star.finalbody());
            case Stmt.MATCH:
                List<List<Stmt>> cases = new ArrayList<>();
                for (MatchCase c : ((Stmt.Match) s).cases()) {
                    cases.add(c.body());
                }
                return cases;
            default:
                return List.of();
        }
    }

    private static List<List<Stmt>> handled(
            List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orelse, List<Stmt> finalbody) {
        List<List<Stmt>> all = new ArrayList<>();
        all.add(body);
        for (ExceptHandler h : handlers) {
            all.add(h.body());
        }
        all.add(orelse);
        all.add(finalbody);
        return all;
    }

    /** The handlers of a {@code try} statement, none for another statement. */
    static List<ExceptHandler> handlers(Stmt s) {
        return s instanceof Stmt.Try t ? t.handlers() : s instanceof Stmt.TryStar t ? t.handlers() : List.of();
    }
}
