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
        return switch (e.tag()) {
            case Expr.BOOL_OP -> any(((Expr.BoolOp) e).values());
            case Expr.NAMED_EXPR -> breaks(((Expr.NamedExpr) e).value());
            case Expr.BIN_OP -> binary((Expr.BinOp) e);
            case Expr.UNARY_OP -> breaks(((Expr.UnaryOp) e).operand());
            case Expr.IF_EXP -> {
                Expr.IfExp x = (Expr.IfExp) e;
                yield breaks(x.test()) || breaks(x.body()) || breaks(x.orelse());
            }
            case Expr.DICT -> {
                Expr.Dict x = (Expr.Dict) e;
                yield any(x.keys()) || any(x.values());
            }
            case Expr.SET -> any(((Expr.Set) e).elts());
            case Expr.GENERATOR_EXP -> first(((Expr.GeneratorExp) e).generators());
            case Expr.COMPARE -> {
                Expr.Compare x = (Expr.Compare) e;
                yield breaks(x.left()) || any(x.comparators());
            }
            case Expr.CALL -> {
                Expr.Call x = (Expr.Call) e;
                yield breaks(x.func()) || any(x.args()) || keywords(x.keywords());
            }
            case Expr.FORMATTED_VALUE -> {
                Expr.FormattedValue x = (Expr.FormattedValue) e;
                yield breaks(x.value()) || optional(x.formatSpec());
            }
            case Expr.JOINED_STR -> any(((Expr.JoinedStr) e).values());
            case Expr.ATTRIBUTE -> breaks(((Expr.Attribute) e).value());
            case Expr.SUBSCRIPT -> {
                Expr.Subscript x = (Expr.Subscript) e;
                yield breaks(x.value()) || breaks(x.slice());
            }
            case Expr.STARRED -> breaks(((Expr.Starred) e).value());
            case Expr.LIST_EXPR -> any(((Expr.ListExpr) e).elts());
            case Expr.TUPLE -> any(((Expr.Tuple) e).elts());
            case Expr.SLICE -> {
                Expr.Slice x = (Expr.Slice) e;
                yield optional(x.lower()) || optional(x.upper()) || optional(x.step());
            }
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
