package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.ExceptHandler;
import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.MatchCase;
import dev.clutch.interp.ast.Stmt;
import dev.clutch.interp.symtable.Mangling;
import dev.clutch.interp.symtable.Scope;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the names that a function unbinds somewhere: by {@code del}, or at the end of an {@code except} clause. */
final class Unbinding {
    private final HashSet<String> names = new HashSet<>();
    private final @Nullable String privateName;

    private Unbinding(@Nullable String privateName) {
        this.privateName = privateName;
    }

    static Set<String> names(Scope scope, @Nullable String privateName) {
        Unbinding u = new Unbinding(privateName);
        switch (scope.node()) {
            case Stmt.FunctionDef d -> u.body(d.body());
            case Stmt.AsyncFunctionDef d -> u.body(d.body());
            default -> {}
        }
        return u.names;
    }

    private void name(String name) {
        names.add(Mangling.mangle(privateName, name));
    }

    private void target(Expr e) {
        switch (e) {
            case Expr.Name n -> name(n.id());
            case Expr.Tuple t -> t.elts().forEach(this::target);
            case Expr.ListExpr t -> t.elts().forEach(this::target);
            default -> {}
        }
    }

    private void handlers(List<ExceptHandler> handlers) {
        for (ExceptHandler h : handlers) {
            if (h.name() != null) {
                name(h.name());
            }
            body(h.body());
        }
    }

    private void body(List<Stmt> body) {
        for (Stmt s : body) {
            switch (s) {
                case Stmt.Delete d -> d.targets().forEach(this::target);
                case Stmt.For x -> {
                    body(x.body());
                    body(x.orelse());
                }
                case Stmt.AsyncFor x -> {
                    body(x.body());
                    body(x.orelse());
                }
                case Stmt.While x -> {
                    body(x.body());
                    body(x.orelse());
                }
                case Stmt.If x -> {
                    body(x.body());
                    body(x.orelse());
                }
                case Stmt.With x -> body(x.body());
                case Stmt.AsyncWith x -> body(x.body());
                case Stmt.Try x -> {
                    body(x.body());
                    handlers(x.handlers());
                    body(x.orelse());
                    body(x.finalbody());
                }
                case Stmt.TryStar x -> {
                    body(x.body());
                    handlers(x.handlers());
                    body(x.orelse());
                    body(x.finalbody());
                }
                case Stmt.Match x -> {
                    for (MatchCase c : x.cases()) {
                        body(c.body());
                    }
                }
                default -> {}
            }
        }
    }
}
