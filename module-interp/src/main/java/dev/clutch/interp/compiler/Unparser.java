package dev.clutch.interp.compiler;

import dev.clutch.extension.spi.CodePoints;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.ast.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The source text of annotations under PEP 563. Answers to {@code ast_unparse.c}. */
final class Unparser {
    private static final int TUPLE = 0;
    private static final int TEST = 1;
    private static final int OR = 2;
    private static final int AND = 3;
    private static final int NOT = 4;
    private static final int COMPARE = 5;
    private static final int BIT_OR = 6;
    private static final int BIT_XOR = 7;
    private static final int BIT_AND = 8;
    private static final int SHIFT = 9;
    private static final int ARITH = 10;
    private static final int TERM = 11;
    private static final int FACTOR = 12;
    private static final int POWER = 13;
    private static final int AWAIT = 14;
    private static final int ATOM = 15;

    private final StringBuilder out = new StringBuilder();

    String text(Expr e) {
        expr(e, TEST);
        return out.toString();
    }

    private void open(boolean parentheses) {
        if (parentheses) {
            out.append('(');
        }
    }

    private void close(boolean parentheses) {
        if (parentheses) {
            out.append(')');
        }
    }

    private void expr(Expr e, int level) {
        switch (e) {
            case Expr.Constant c -> constant(c.value());
            case Expr.Name n -> out.append(n.id());
            case Expr.Attribute a -> {
                expr(a.value(), ATOM);
                boolean number = a.value() instanceof Expr.Constant c && c.value() instanceof Long;
                out.append(number ? " ." : ".").append(a.attr());
            }
            case Expr.Subscript s -> {
                expr(s.value(), ATOM);
                out.append('[');
                expr(s.slice(), TUPLE);
                out.append(']');
            }
            case Expr.Tuple t -> {
                boolean p = level > TUPLE || t.elts().isEmpty();
                open(p);
                list(t.elts());
                if (t.elts().size() == 1) {
                    out.append(',');
                }
                close(p);
            }
            case Expr.ListExpr l -> {
                out.append('[');
                list(l.elts());
                out.append(']');
            }
            case Expr.Set s -> {
                out.append('{');
                list(s.elts());
                out.append('}');
            }
            case Expr.Dict d -> {
                out.append('{');
                for (int i = 0; i < d.values().size(); i++) {
                    separate(i);
                    Expr key = d.keys().get(i);
                    if (key == null) {
                        out.append("**");
                        expr(d.values().get(i), BIT_OR);
                    } else {
                        expr(key, TEST);
                        out.append(": ");
                        expr(d.values().get(i), TEST);
                    }
                }
                out.append('}');
            }
            case Expr.Starred s -> {
                out.append('*');
                expr(s.value(), BIT_OR);
            }
            case Expr.Slice s -> {
                optional(s.lower(), "");
                out.append(':');
                optional(s.upper(), "");
                optional(s.step(), ":");
            }
            case Expr.BinOp b -> binary(b, level);
            case Expr.UnaryOp u -> unary(u, level);
            case Expr.BoolOp b -> {
                int own = b.op() == dev.clutch.interp.ast.BoolOperator.AND ? AND : OR;
                open(level > own);
                for (int i = 0; i < b.values().size(); i++) {
                    if (i > 0) {
                        out.append(own == AND ? " and " : " or ");
                    }
                    expr(b.values().get(i), own + 1);
                }
                close(level > own);
            }
            case Expr.Compare c -> {
                open(level > COMPARE);
                expr(c.left(), COMPARE + 1);
                for (int i = 0; i < c.ops().size(); i++) {
                    out.append(switch (c.ops().get(i)) {
                        case EQ -> " == ";
                        case NOT_EQ -> " != ";
                        case LT -> " < ";
                        case LT_E -> " <= ";
                        case GT -> " > ";
                        case GT_E -> " >= ";
                        case IS -> " is ";
                        case IS_NOT -> " is not ";
                        case IN -> " in ";
                        case NOT_IN -> " not in ";
                    });
                    expr(c.comparators().get(i), COMPARE + 1);
                }
                close(level > COMPARE);
            }
            case Expr.IfExp i -> {
                open(level > TEST);
                expr(i.body(), TEST + 1);
                out.append(" if ");
                expr(i.test(), TEST + 1);
                out.append(" else ");
                expr(i.orelse(), TEST);
                close(level > TEST);
            }
            case Expr.Call c -> {
                expr(c.func(), ATOM);
                out.append('(');
                list(c.args());
                for (int i = 0; i < c.keywords().size(); i++) {
                    separate(c.args().size() + i);
                    String arg = c.keywords().get(i).arg();
                    out.append(arg == null ? "**" : arg + "=");
                    expr(c.keywords().get(i).value(), TEST);
                }
                out.append(')');
            }
            case Expr.Await a -> {
                open(level > AWAIT);
                out.append("await ");
                expr(a.value(), ATOM);
                close(level > AWAIT);
            }
            default -> throw new CompileException("this expression cannot be an annotation under 'from __future__ import annotations' yet", e);
        }
    }

    private void separate(int index) {
        if (index > 0) {
            out.append(", ");
        }
    }

    private void list(List<Expr> list) {
        for (int i = 0; i < list.size(); i++) {
            separate(i);
            expr(list.get(i), TEST);
        }
    }

    private void optional(@Nullable Expr e, String prefix) {
        if (e != null) {
            out.append(prefix);
            expr(e, TEST);
        }
    }

    private void binary(Expr.BinOp b, int level) {
        String op;
        int own;
        switch (b.op()) {
            case ADD -> { op = " + "; own = ARITH; }
            case SUB -> { op = " - "; own = ARITH; }
            case MULT -> { op = " * "; own = TERM; }
            case MAT_MULT -> { op = " @ "; own = TERM; }
            case DIV -> { op = " / "; own = TERM; }
            case MOD -> { op = " % "; own = TERM; }
            case FLOOR_DIV -> { op = " // "; own = TERM; }
            case LSHIFT -> { op = " << "; own = SHIFT; }
            case RSHIFT -> { op = " >> "; own = SHIFT; }
            case BIT_OR -> { op = " | "; own = BIT_OR; }
            case BIT_XOR -> { op = " ^ "; own = BIT_XOR; }
            case BIT_AND -> { op = " & "; own = BIT_AND; }
            default -> { op = " ** "; own = POWER; }
        }
        boolean right = own == POWER;
        open(level > own);
        expr(b.left(), own + (right ? 1 : 0));
        out.append(op);
        expr(b.right(), own + (right ? 0 : 1));
        close(level > own);
    }

    private void unary(Expr.UnaryOp u, int level) {
        boolean not = u.op() == dev.clutch.interp.ast.UnaryOperator.NOT;
        int own = not ? NOT : FACTOR;
        open(level > own);
        out.append(switch (u.op()) {
            case NOT -> "not ";
            case INVERT -> "~";
            case UADD -> "+";
            case USUB -> "-";
        });
        expr(u.operand(), own);
        close(level > own);
    }

    private void constant(Object value) {
        switch (value) {
            case Singleton s -> out.append(s == Singleton.ELLIPSIS ? "..." : s.toString());
            case Boolean b -> out.append(b ? "True" : "False");
            case String s -> out.append(dev.clutch.interp.text.StrRepr.repr(s));
            case CodePoints c -> out.append(c.toJavaString());
            default -> out.append(value);
        }
    }
}
