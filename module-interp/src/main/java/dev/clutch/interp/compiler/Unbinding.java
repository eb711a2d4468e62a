package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.ExceptHandler;
import dev.clutch.interp.ast.Expr;
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
        Object node = scope.node();
        if (node instanceof Stmt.FunctionDef d) {
            u.body(d.body());
        } else if (node instanceof Stmt.AsyncFunctionDef d) {
            u.body(d.body());
        }
        return u.names;
    }

    private void name(String name) {
        names.add(Mangling.mangle(privateName, name));
    }

    private void target(Expr e) {
        if (e instanceof Expr.Name n) {
            name(n.id());
        } else if (e instanceof Expr.Tuple t) {
            targets(t.elts());
        } else if (e instanceof Expr.ListExpr t) {
            targets(t.elts());
        }
    }

    private void targets(List<Expr> targets) {
        for (Expr e : targets) {
            target(e);
        }
    }

    private void body(List<Stmt> body) {
        for (Stmt s : body) {
            if (s instanceof Stmt.Delete d) {
                targets(d.targets());
            }
            for (ExceptHandler h : Bodies.handlers(s)) {
                if (h.name() != null) {
                    name(h.name());
                }
            }
            for (List<Stmt> inner : Bodies.of(s)) {
                body(inner);
            }
        }
    }
}
