package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.Operator;
import dev.clutch.interp.ast.Stmt;
import dev.clutch.interp.symtable.Mangling;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the local variables to which a loop appends text ({@code s += t}); they keep it in a buffer ({@code op.GrowingText}). A guess, for speed only: such a variable can hold any
 * value. The same names as with numbers are left out.
 */
final class TextLocals {
    private static final int MAX_DEPTH = 24;

    private final FunctionEmitter f;
    private final Set<String> texts = new HashSet<>();
    private final Set<String> grown = new HashSet<>();
    private int loops;

    private TextLocals(FunctionEmitter f) {
        this.f = f;
    }

    /** Decides for a function whose body is about to be compiled, and for which {@link NumericLocals} are allowed. */
    static void choose(FunctionEmitter f, List<Stmt> body) {
        TextLocals t = new TextLocals(f);
        t.body(body);
        for (String name : t.grown) {
            if (t.texts.contains(name)) {
                f.vars.makeGrowing(name);
            }
        }
    }

    private void body(List<Stmt> body) {
        for (Stmt s : body) {
            statement(s);
        }
    }

    private void statement(Stmt s) {
        boolean loop = s.tag() == Stmt.FOR || s.tag() == Stmt.WHILE;
        loops += loop ? 1 : 0;
        if (s.tag() == Stmt.ASSIGN) {
            Stmt.Assign a = (Stmt.Assign) s;
            for (Expr target : a.targets()) {
                assign(target, a.value());
            }
        }
        Expr.Name name = target(s);
        if (name != null && loops > 0) {
            String mangled = Mangling.mangle(f.privateName, name.id());
            if (NumericLocals.isCandidate(f, mangled)) {
                grown.add(mangled);
            }
        }
        if (s.tag() == Stmt.AUG_ASSIGN) {
            Stmt.AugAssign a = (Stmt.AugAssign) s;
            assign(a.target(), a.value());
        }
        for (List<Stmt> inner : Bodies.of(s)) {
            body(inner);
        }
        loops -= loop ? 1 : 0;
    }

    private void assign(Expr target, Expr value) {
        if (target instanceof Expr.Name n && isText(value, 0)) {
            texts.add(Mangling.mangle(f.privateName, n.id()));
        } else if (target instanceof Expr.Tuple t
                && value instanceof Expr.Tuple v
                && t.elts().size() == v.elts().size()
                && !ExpressionEmitter.starred(t.elts())) {
            for (int i = 0; i < t.elts().size(); i++) {
                assign(t.elts().get(i), v.elts().get(i));
            }
        }
    }

    /** The variable of {@code s += t} or {@code s = s + t}, else null. */
    static Expr.@Nullable Name target(Stmt s) {
        if (s.tag() == Stmt.AUG_ASSIGN) {
            Stmt.AugAssign a = (Stmt.AugAssign) s;
            return a.op() == Operator.ADD && a.target() instanceof Expr.Name n ? n : null;
        }
        if (s.tag() == Stmt.ASSIGN) {
            Stmt.Assign a = (Stmt.Assign) s;
            return a.targets().size() == 1
                            && a.targets().getFirst() instanceof Expr.Name n
                            && a.value() instanceof Expr.BinOp b
                            && b.op() == Operator.ADD
                            && b.left() instanceof Expr.Name left
                            && left.id().equals(n.id())
                    ? n
                    : null;
        }
        return null;
    }

    private static boolean isText(Expr e, int depth) {
        if (depth > MAX_DEPTH) {
            return false;
        }
        return switch (e.tag()) {
            case Expr.CONSTANT -> ((Expr.Constant) e).value() instanceof String;
            case Expr.JOINED_STR -> true;
            case Expr.BIN_OP -> {
                Expr.BinOp b = (Expr.BinOp) e;
                yield switch (b.op()) {
                    case ADD -> isText(b.left(), depth + 1) || isText(b.right(), depth + 1);
                    case MULT, MOD -> isText(b.left(), depth + 1);
                    default -> false;
                };
            }
            case Expr.CALL ->
                ((Expr.Call) e).func() instanceof Expr.Name n
                        && (n.id().equals("str") || n.id().equals("chr") || n.id().equals("repr"));
            default -> false;
        };
    }
}
