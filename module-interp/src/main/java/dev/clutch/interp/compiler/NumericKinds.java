package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.Operator;
import dev.clutch.interp.ast.UnaryOperator;
import java.lang.classfile.TypeKind;
import org.jspecify.annotations.Nullable;

/** What an expression most likely gives: an int ({@code LONG}), a float ({@code DOUBLE}), {@link #OTHER} or, null, nobody knows. */
abstract class NumericKinds {
    /** No number. */
    static final TypeKind OTHER = TypeKind.REFERENCE;

    private static final int MAX_DEPTH = 24;

    private final Folder folder;

    NumericKinds(Folder folder) {
        this.folder = folder;
    }

    /** The kind of a name, null if it is no numeric local variable. */
    abstract @Nullable TypeKind local(String id);

    final @Nullable TypeKind of(Expr e) {
        return of(e, 0);
    }

    private @Nullable TypeKind of(Expr e, int depth) {
        if (depth > MAX_DEPTH) {
            return null;
        }
        switch (e.tag()) {
            case Expr.CONSTANT -> {
                return ofConstant(((Expr.Constant) e).value());
            }
            case Expr.NAME -> {
                return local(((Expr.Name) e).id());
            }
            case Expr.BIN_OP -> {
                Expr.BinOp b = (Expr.BinOp) e;
                return binary(b.op(), of(b.left(), depth + 1), of(b.right(), depth + 1), b.right());
            }
            case Expr.UNARY_OP -> {
                Expr.UnaryOp u = (Expr.UnaryOp) e;
                TypeKind k = of(u.operand(), depth + 1);
                boolean keeps = u.op() == UnaryOperator.USUB || u.op() == UnaryOperator.INVERT && k != TypeKind.DOUBLE;
                return keeps ? k : null;
            }
            case Expr.IF_EXP -> {
                Expr.IfExp i = (Expr.IfExp) e;
                TypeKind k = of(i.body(), depth + 1);
                return k == of(i.orelse(), depth + 1) ? k : null;
            }
            case Expr.CALL -> {
                Expr.Call c = (Expr.Call) e;
                return c.func() instanceof Expr.Name n && n.id().equals("len") ? TypeKind.LONG : null;
            }
            case Expr.JOINED_STR,
                    Expr.TUPLE,
                    Expr.LIST_EXPR,
                    Expr.DICT,
                    Expr.SET,
                    Expr.LIST_COMP,
                    Expr.SET_COMP,
                    Expr.DICT_COMP -> {
                return OTHER;
            }
            default -> {
                return null;
            }
        }
    }

    private static TypeKind ofConstant(Object value) {
        return value instanceof Long ? TypeKind.LONG : value instanceof Double ? TypeKind.DOUBLE : OTHER;
    }

    /** The kind of the result of an operator. */
    final @Nullable TypeKind binary(Operator op, @Nullable TypeKind a, @Nullable TypeKind b, Expr right) {
        if (a == OTHER || b == OTHER) {
            return OTHER;
        }
        if (a == null && b == null) {
            return null;
        }
        boolean isFloat = a == TypeKind.DOUBLE || b == TypeKind.DOUBLE;
        return switch (op) {
            case ADD, SUB, MULT -> isFloat ? TypeKind.DOUBLE : TypeKind.LONG;
            case DIV -> TypeKind.DOUBLE;
            case FLOOR_DIV, MOD -> isFloat ? null : TypeKind.LONG;
            case BIT_AND, BIT_OR, BIT_XOR, LSHIFT, RSHIFT -> isFloat ? OTHER : TypeKind.LONG;
            case POW -> isFloat ? TypeKind.DOUBLE : a != null && isSquare(right) ? TypeKind.LONG : null;
            case MAT_MULT -> null;
        };
    }

    final boolean isSquare(Expr exponent) {
        return exponent instanceof Expr.Constant c && c.value() instanceof Long l && l == 2;
    }

    /** The value of a number literal, with its sign, or null. */
    final @Nullable Object number(Expr e) {
        if (e.tag() != Expr.CONSTANT && e.tag() != Expr.UNARY_OP && e.tag() != Expr.BIN_OP) {
            return null;
        }
        Object v = folder.fold(e);
        return v instanceof Long || v instanceof Double ? v : null;
    }
}
