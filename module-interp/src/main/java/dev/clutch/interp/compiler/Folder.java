package dev.clutch.interp.compiler;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.Operator;
import dev.clutch.interp.ast.UnaryOperator;
import dev.clutch.interp.object.PyComplex;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.bytes.PyBytes;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Constant folding with the limits of CPython's {@code ast_opt.c}. What would raise is left to run time. */
final class Folder {
    private static final int MAX_INT_SIZE = 128;
    private static final int MAX_STR_SIZE = 4096;

    private final @Nullable Boolean debug;

    /** {@code debug} is the value of {@code __debug__}, null when only the running interpreter knows it. */
    Folder(@Nullable Boolean debug) {
        this.debug = debug;
    }

    /** The constant value of an expression, or null. */
    @Nullable
    Object fold(Expr e) {
        return switch (e.tag()) {
            case Expr.CONSTANT -> ((Expr.Constant) e).value();
            case Expr.NAME -> ((Expr.Name) e).id().equals("__debug__") ? debug : null;
            case Expr.UNARY_OP -> unary((Expr.UnaryOp) e);
            case Expr.BIN_OP -> binary((Expr.BinOp) e);
            case Expr.TUPLE -> tupleOf(((Expr.Tuple) e).elts());
            default -> null;
        };
    }

    @Nullable
    Object tupleOf(List<Expr> elements) {
        Object[] values = new Object[elements.size()];
        for (int i = 0; i < values.length; i++) {
            Object v = fold(elements.get(i));
            if (v == null) {
                return null;
            }
            values[i] = v;
        }
        return new PyTuple(values);
    }

    @Nullable
    Boolean truth(Object value) {
        if (value instanceof Boolean b) {
            return b;
        }
        if (value instanceof Long l) {
            return l != 0;
        }
        if (value instanceof BigInteger) {
            return true;
        }
        if (value instanceof Double d) {
            return d != 0;
        }
        if (value instanceof String s) {
            return !s.isEmpty();
        }
        if (value instanceof PyBytes b) {
            return b.size() > 0;
        }
        if (value instanceof PyTuple t) {
            return t.size() > 0;
        }
        return value instanceof Singleton ? value != Singleton.NONE : null;
    }

    private @Nullable Object unary(Expr.UnaryOp e) {
        Object v = fold(e.operand());
        if (v == null) {
            return null;
        }
        if (e.op() == UnaryOperator.NOT) {
            Boolean t = truth(v);
            return t == null ? null : (Object) !t;
        }
        if (v instanceof Double d) {
            return e.op() == UnaryOperator.USUB ? (Object) (-d) : e.op() == UnaryOperator.UADD ? (Object) d : null;
        }
        if (v instanceof PyComplex c) {
            return e.op() == UnaryOperator.USUB ? new PyComplex(-c.re, -c.im) : e.op() == UnaryOperator.UADD ? c : null;
        }
        BigInteger i = integer(v);
        if (i == null || v instanceof Boolean && e.op() == UnaryOperator.INVERT) {
            // inverting a bool warns
            return null;
        }
        return narrow(e.op() == UnaryOperator.USUB ? i.negate() : e.op() == UnaryOperator.UADD ? i : i.not());
    }

    private static @Nullable BigInteger integer(Object v) {
        if (v instanceof Long l) {
            return BigInteger.valueOf(l);
        }
        if (v instanceof Boolean b) {
            return b ? BigInteger.ONE : BigInteger.ZERO;
        }
        return v instanceof BigInteger b ? b : null;
    }

    private static Object narrow(BigInteger i) {
        return i.bitLength() < 64 ? (Object) i.longValue() : i;
    }

    private @Nullable Object binary(Expr.BinOp e) {
        int depth = 0;
        for (Expr x = e; x instanceof Expr.BinOp op; x = op.left()) {
            if (++depth > 200) {
                return null;
            }
        }
        Object b = fold(e.right());
        if (b == null) {
            return null;
        }
        Object a = fold(e.left());
        if (a == null) {
            return null;
        }
        if (a instanceof String x && b instanceof String y && e.op() == Operator.ADD) {
            return x.concat(y);
        }
        if (e.op() == Operator.MULT) {
            if (a instanceof String s && b instanceof Long n) {
                return repeat(s, n);
            }
            if (b instanceof String s && a instanceof Long n) {
                return repeat(s, n);
            }
        }
        if (a instanceof Boolean p && b instanceof Boolean q) {
            switch (e.op()) {
                case BIT_AND:
                    return p && q;
                case BIT_OR:
                    return p || q;
                case BIT_XOR:
                    return !p.equals(q);
                default:
                    break;
            }
        }
        BigInteger x = integer(a);
        BigInteger y = integer(b);
        if (x != null && y != null) {
            return integers(e.op(), x, y);
        }
        if (a instanceof PyComplex || b instanceof PyComplex) {
            return complex(e.op(), a, b);
        }
        Double p = real(a);
        Double q = real(b);
        return p == null || q == null ? null : reals(e.op(), p, q);
    }

    private static @Nullable Object repeat(String s, long n) {
        return n < 0 || s.isEmpty() || n > MAX_STR_SIZE / s.length() ? null : s.repeat((int) n);
    }

    private static @Nullable Double real(Object v) {
        if (v instanceof Double d) {
            return d;
        }
        return v instanceof Long l && Math.abs(l) <= 1L << 53 ? (Double) (double) l : null;
    }

    private static @Nullable Object reals(Operator op, double a, double b) {
        return switch (op) {
            case ADD -> a + b;
            case SUB -> a - b;
            case MULT -> a * b;
            case DIV -> b == 0 ? null : (Object) (a / b);
            default -> null;
        };
    }

    private static @Nullable Object complex(Operator op, Object a, Object b) {
        PyComplex y = b instanceof PyComplex c ? c : null;
        Double x = real(a);
        if (y == null || x == null) {
            return null;
        }
        return switch (op) {
            case ADD -> new PyComplex(x + y.re, 0.0 + y.im);
            case SUB -> new PyComplex(x - y.re, 0.0 - y.im);
            default -> null;
        };
    }

    private static @Nullable Object integers(Operator op, BigInteger a, BigInteger b) {
        switch (op) {
            case ADD:
                return narrow(a.add(b));
            case SUB:
                return narrow(a.subtract(b));
            case BIT_AND:
                return narrow(a.and(b));
            case BIT_OR:
                return narrow(a.or(b));
            case BIT_XOR:
                return narrow(a.xor(b));
            case MULT:
                return a.bitLength() + b.bitLength() > MAX_INT_SIZE ? null : narrow(a.multiply(b));
            case LSHIFT:
                return b.signum() < 0 || b.bitLength() > 8 || a.bitLength() + b.intValue() > MAX_INT_SIZE
                        ? null
                        : narrow(a.shiftLeft(b.intValue()));
            case RSHIFT:
                return b.signum() < 0 || b.bitLength() > 30 ? null : narrow(a.shiftRight(b.intValue()));
            case POW:
                return b.signum() < 0 || b.bitLength() > 8 || (long) a.bitLength() * b.intValue() > MAX_INT_SIZE
                        ? null
                        : narrow(a.pow(b.intValue()));
            case FLOOR_DIV:
            case MOD:
                if (b.signum() == 0) {
                    return null;
                }
                BigInteger[] parts = a.divideAndRemainder(b);
                boolean adjust = parts[1].signum() != 0 && parts[1].signum() != b.signum();
                return narrow(
                        op == Operator.MOD
                                ? adjust ? parts[1].add(b) : parts[1]
                                : adjust ? parts[0].subtract(BigInteger.ONE) : parts[0]);
            case DIV:
                boolean exact = b.signum() != 0 && a.bitLength() <= 53 && b.bitLength() <= 53;
                return exact ? (Object) (a.doubleValue() / b.doubleValue()) : null;
            default:
                return null;
        }
    }
}
