package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.Stmt;
import dev.clutch.interp.symtable.Mangling;
import dev.clutch.interp.symtable.Scope;
import dev.clutch.interp.symtable.Symbol;
import java.lang.classfile.TypeKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the local variables that are worth keeping unboxed: those that a loop gives numbers to. A guess, for speed only: such a variable can hold any value.
 *
 * <p>A variable's kind follows from literals, arithmetic and {@code range}; float wins over int, and what nothing is known of does not count. Names that nested functions share,
 * that are unbound somewhere or bound within expressions are left out.
 */
final class NumericLocals extends NumericKinds {
    private final FunctionEmitter f;
    private final Map<String, TypeKind> kinds = new HashMap<>();
    private final Set<String> inLoops = new HashSet<>();
    private boolean changed;
    private int loops;

    private NumericLocals(FunctionEmitter f) {
        super(f.unit.folder);
        this.f = f;
    }

    /** Whether variables are JVM locals that nobody else looks at. */
    static boolean allowed(FunctionEmitter f) {
        return f.scope.kind() == Scope.Kind.FUNCTION && !f.vars.generator && !f.vars.array && !f.vars.namespace;
    }

    /** Decides for a function whose body is about to be compiled. */
    static void choose(FunctionEmitter f, List<Stmt> body) {
        NumericLocals n = new NumericLocals(f);
        do {
            n.changed = false;
            n.body(body);
        } while (n.changed);
        for (Map.Entry<String, TypeKind> e : n.kinds.entrySet()) {
            String name = e.getKey();
            if (n.inLoops.contains(name)) {
                f.vars.makeNumeric(name, e.getValue());
                f.numbers.begin();
            }
        }
    }

    private void body(List<Stmt> body) {
        for (Stmt s : body) {
            statement(s);
        }
    }

    private void statement(Stmt s) {
        switch (s.tag()) {
            case Stmt.ASSIGN -> {
                Stmt.Assign a = (Stmt.Assign) s;
                for (Expr target : a.targets()) {
                    assign(target, a.value());
                }
            }
            case Stmt.AUG_ASSIGN -> {
                Stmt.AugAssign a = (Stmt.AugAssign) s;
                if (a.target() instanceof Expr.Name n) {
                    note(n.id(), binary(a.op(), of(a.target()), of(a.value()), a.value()));
                }
            }
            case Stmt.FOR -> {
                Stmt.For loop = (Stmt.For) s;
                loops++;
                if (loop.target() instanceof Expr.Name n && isRange(loop.iter())) {
                    note(n.id(), TypeKind.LONG);
                }
                body(loop.body());
                loops--;
                body(loop.orelse());
                return;
            }
            case Stmt.WHILE -> {
                Stmt.While loop = (Stmt.While) s;
                loops++;
                body(loop.body());
                loops--;
                body(loop.orelse());
                return;
            }
            default -> {}
        }
        for (List<Stmt> inner : Bodies.of(s)) {
            body(inner);
        }
    }

    static boolean isRange(Expr e) {
        return e instanceof Expr.Call c
                && c.func() instanceof Expr.Name n
                && n.id().equals("range")
                && c.keywords().isEmpty()
                && !c.args().isEmpty()
                && c.args().size() <= 3
                && !ExpressionEmitter.starred(c.args());
    }

    private void assign(Expr target, Expr value) {
        if (target instanceof Expr.Name n) {
            note(n.id(), of(value));
        } else if (target instanceof Expr.Tuple t
                && value instanceof Expr.Tuple v
                && t.elts().size() == v.elts().size()
                && !ExpressionEmitter.starred(t.elts())
                && !ExpressionEmitter.starred(v.elts())) {
            for (int i = 0; i < t.elts().size(); i++) {
                assign(t.elts().get(i), v.elts().get(i));
            }
        }
    }

    private void note(String id, @Nullable TypeKind kind) {
        String name = Mangling.mangle(f.privateName, id);
        if (kind == null || kind == OTHER || !isCandidate(name)) {
            return;
        }
        if (loops > 0) {
            inLoops.add(name);
        }
        TypeKind old = kinds.get(name);
        if (old == null || old == TypeKind.LONG && kind == TypeKind.DOUBLE) {
            kinds.put(name, kind);
            changed = true;
        }
    }

    private boolean isCandidate(String name) {
        return isCandidate(f, name);
    }

    /** Whether only plain statements of the function itself bind the variable. */
    static boolean isCandidate(FunctionEmitter f, String name) {
        return f.scope.scopeOf(name) == Symbol.LOCAL && !f.vars.mayUnbind(name) && !f.scope.bindsInExpression(name);
    }

    @Override
    @Nullable
    TypeKind local(String id) {
        return kinds.get(Mangling.mangle(f.privateName, id));
    }
}
