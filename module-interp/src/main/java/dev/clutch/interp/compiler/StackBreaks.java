package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.Comprehension;
import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.Keyword;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which expressions need an empty operand stack: those that suspend, and comprehensions, whose loops the JIT compiler can enter only with an empty stack.
 */
final class StackBreaks {
    /** Whether the code object has any such expression. */
    boolean any = true;

    private final IdentityHashMap<Expr, Boolean> known = new IdentityHashMap<>();

    boolean breaks(Expr e) {
        switch (e.tag()) {
            case Expr.CONSTANT, Expr.NAME, Expr.LAMBDA -> {
                return false;
            }
            case Expr.YIELD, Expr.YIELD_FROM, Expr.AWAIT, Expr.LIST_COMP, Expr.SET_COMP, Expr.DICT_COMP -> {
                return true;
            }
            default -> {}
        }
        if (!any) {
            return false;
        }
        Boolean cached = known.get(e);
        if (cached == null) {
            cached = compute(e);
            known.put(e, cached);
        }
        return cached;
    }

    private boolean compute(Expr e) {
        return switch (e) {
            case Expr.BoolOp x -> any(x.values());
            case Expr.NamedExpr x -> breaks(x.value());
            case Expr.BinOp x -> binary(x);
            case Expr.UnaryOp x -> breaks(x.operand());
            case Expr.IfExp x -> breaks(x.test()) || breaks(x.body()) || breaks(x.orelse());
            case Expr.Dict x -> any(x.keys()) || any(x.values());
            case Expr.Set x -> any(x.elts());
            case Expr.GeneratorExp x -> first(x.generators());
            case Expr.Compare x -> breaks(x.left()) || any(x.comparators());
            case Expr.Call x -> breaks(x.func()) || any(x.args()) || keywords(x.keywords());
            case Expr.FormattedValue x -> breaks(x.value()) || optional(x.formatSpec());
            case Expr.JoinedStr x -> any(x.values());
            case Expr.Attribute x -> breaks(x.value());
            case Expr.Subscript x -> breaks(x.value()) || breaks(x.slice());
            case Expr.Starred x -> breaks(x.value());
            case Expr.ListExpr x -> any(x.elts());
            case Expr.Tuple x -> any(x.elts());
            case Expr.Slice x -> optional(x.lower()) || optional(x.upper()) || optional(x.step());
            default -> false;
        };
    }

    private boolean binary(Expr.BinOp e) {
        Expr left = e;
        while (left instanceof Expr.BinOp op) {
            if (breaks(op.right())) {
                return true;
            }
            left = op.left();
        }
        return breaks(left);
    }

    private boolean first(List<Comprehension> generators) {
        return breaks(generators.getFirst().iter());
    }

    private boolean optional(@Nullable Expr e) {
        return e != null && breaks(e);
    }

    private boolean any(List<? extends @Nullable Expr> list) {
        for (Expr e : list) {
            if (e != null && breaks(e)) {
                return true;
            }
        }
        return false;
    }

    private boolean keywords(List<Keyword> list) {
        for (Keyword k : list) {
            if (breaks(k.value())) {
                return true;
            }
        }
        return false;
    }
}
