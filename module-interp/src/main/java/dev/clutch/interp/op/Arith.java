package dev.clutch.interp.op;

import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.number.IntMath;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Unary, binary and in-place operators: exact classes first, then the slots. Answers to {@code binary_op1} and its neighbours. */
public final class Arith {
    private static final int IADD = Slot.IADD.id();
    private static final int CONCAT = Slot.CONCAT.id();
    private static final int REPEAT = Slot.REPEAT.id();
    private static final int ICONCAT = Slot.ICONCAT.id();
    private static final int IREPEAT = Slot.IREPEAT.id();
    private static final int POW = Slot.POW.id();
    private static final int RPOW = Slot.RPOW.id();

    private Arith() {}

    /** {@code a + b}. */
    public static Object add(PyThreadState ts, Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            long r = x + y;
            return ((x ^ r) & (y ^ r)) < 0 ? IntMath.add(x, y) : (Object) r;
        }
        if (a instanceof Double x && b instanceof Double y) {
            return x + y;
        }
        if (a instanceof String x && b instanceof String y) {
            return x.concat(y);
        }
        return binary(ts, Slot.ADD, a, b);
    }

    /** {@code a - b}. */
    public static Object sub(PyThreadState ts, Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            long r = x - y;
            return ((x ^ y) & (x ^ r)) < 0 ? IntMath.sub(x, y) : (Object) r;
        }
        if (a instanceof Double x && b instanceof Double y) {
            return x - y;
        }
        return binary(ts, Slot.SUB, a, b);
    }

    /** {@code a * b}. */
    public static Object mul(PyThreadState ts, Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return IntMath.mul(x.longValue(), y.longValue());
        }
        if (a instanceof Double x && b instanceof Double y) {
            return x * y;
        }
        return binary(ts, Slot.MUL, a, b);
    }

    /** A binary operation by its slot, {@code ADD} to {@code OR} but not {@code POW}. */
    public static Object binary(PyThreadState ts, Slot op, Object a, Object b) {
        if (a instanceof Double || b instanceof Double) {
            Object mixed = Mixed.binary(op, a, b);
            if (mixed != null) {
                return mixed;
            }
        }
        if (a instanceof BigInteger || b instanceof BigInteger) {
            Object large = LargeInts.binary(ts, op, a, b);
            if (large != null) {
                return large;
            }
        }
        int slot = op.id();
        Object r = numberSlots(ts, slot, a, b);
        if (r != null) {
            return r;
        }
        r = sequenceSlots(ts, op, a, b);
        if (r != null) {
            return r;
        }
        throw unsupported(ts, sign(op), a, b);
    }

    /** Tries the operation and its reflection; the more derived right operand goes first. Returns null when both decline. */
    private static @Nullable Object numberSlots(PyThreadState ts, int slot, Object a, Object b) {
        TypeObject ta = Types.of(a);
        TypeObject tb = Types.of(b);
        int reflected = slot + 1;
        NativeTable right = tb.slot(reflected);
        if (ta != tb && right != null && tb.isSubtype(ta) && overrides(ta, tb, reflected)) {
            Object r = right.call1(reflected, ts, b, a);
            if (r != null && r != Singleton.NOT_IMPLEMENTED) {
                return r;
            }
            right = null;
        }
        NativeTable left = ta.slot(slot);
        if (left != null) {
            Object r = left.call1(slot, ts, a, b);
            if (r != null && r != Singleton.NOT_IMPLEMENTED) {
                return r;
            }
        }
        if (right != null && ta != tb) {
            Object r = right.call1(reflected, ts, b, a);
            if (r != null && r != Singleton.NOT_IMPLEMENTED) {
                return r;
            }
        }
        return null;
    }

    /** Whether a subclass has a reflected method that differs from the base's ({@code method_is_overloaded}). */
    private static boolean overrides(TypeObject ta, TypeObject tb, int reflected) {
        String name = Slot.of(reflected).specialName();
        return name != null && tb.lookup(name) != ta.lookup(name);
    }

    private static @Nullable Object sequenceSlots(PyThreadState ts, Slot op, Object a, Object b) {
        if (op == Slot.ADD) {
            NativeTable t = Types.of(a).slot(CONCAT);
            return t == null ? null : t.call1(CONCAT, ts, a, b);
        }
        if (op == Slot.MUL) {
            NativeTable t = Types.of(a).slot(REPEAT);
            if (t != null) {
                return repeat(ts, t, REPEAT, a, b);
            }
            t = Types.of(b).slot(REPEAT);
            if (t != null) {
                return repeat(ts, t, REPEAT, b, a);
            }
        }
        return null;
    }

    private static @Nullable Object repeat(PyThreadState ts, NativeTable t, int slot, Object sequence, Object n) {
        if (Types.of(n).slot(Slot.INDEX) == null) {
            throw Errors.typeError(
                    ts,
                    "can't multiply sequence by non-int of type '" + Types.of(n).displayName() + "'");
        }
        return t.call1(slot, ts, sequence, n);
    }

    /** An in-place operation by the slot of its binary form, but not {@code POW}. */
    public static Object inPlace(PyThreadState ts, Slot op, Object a, Object b) {
        if (a instanceof Double || b instanceof Double) {
            Object mixed = Mixed.binary(op, a, b);
            if (mixed != null) {
                return mixed;
            }
        }
        if (a instanceof BigInteger || b instanceof BigInteger) {
            Object large = LargeInts.binary(ts, op, a, b);
            if (large != null) {
                return large;
            }
        }
        int slot = inPlaceSlot(op);
        NativeTable t = Types.of(a).slot(slot);
        if (t != null) {
            Object r = t.call1(slot, ts, a, b);
            if (r != null && r != Singleton.NOT_IMPLEMENTED) {
                return r;
            }
        }
        Object r = numberSlots(ts, op.id(), a, b);
        if (r != null) {
            return r;
        }
        int sequence = op == Slot.ADD ? ICONCAT : op == Slot.MUL ? IREPEAT : -1;
        t = sequence < 0 ? null : Types.of(a).slot(sequence);
        if (t != null) {
            r = sequence == IREPEAT ? repeat(ts, t, IREPEAT, a, b) : t.call1(sequence, ts, a, b);
        } else {
            r = sequenceSlots(ts, op, a, b);
        }
        if (r != null) {
            return r;
        }
        throw unsupported(ts, sign(op) + "=", a, b);
    }

    /** {@code a += b}. */
    public static Object inPlaceAdd(PyThreadState ts, Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return IntMath.add(x.longValue(), y.longValue());
        }
        if (a instanceof Double x && b instanceof Double y) {
            return x + y;
        }
        if (a instanceof String x && b instanceof String y) {
            return x.concat(y);
        }
        return inPlace(ts, Slot.ADD, a, b);
    }

    private static int inPlaceSlot(Slot op) {
        switch (op) {
            case ADD:
                return IADD;
            case SUB:
                return Slot.ISUB.id();
            case MUL:
                return Slot.IMUL.id();
            case MATMUL:
                return Slot.IMATMUL.id();
            case TRUEDIV:
                return Slot.ITRUEDIV.id();
            case FLOORDIV:
                return Slot.IFLOORDIV.id();
            case MOD:
                return Slot.IMOD.id();
            case LSHIFT:
                return Slot.ILSHIFT.id();
            case RSHIFT:
                return Slot.IRSHIFT.id();
            case AND:
                return Slot.IAND.id();
            case XOR:
                return Slot.IXOR.id();
            case OR:
                return Slot.IOR.id();
            default:
                throw new IllegalArgumentException(op.name());
        }
    }

    /** {@code pow(a, b, c)}; c is None for two operands. */
    public static Object power(PyThreadState ts, Object a, Object b, Object c) {
        Object r = powerOrNull(ts, a, b, c);
        if (r != null) {
            return r;
        }
        if (c == Singleton.NONE) {
            throw unsupported(ts, "** or pow()", a, b);
        }
        throw Errors.typeError(
                ts,
                "unsupported operand type(s) for ** or pow(): '"
                        + Types.of(a).displayName() + "', '" + Types.of(b).displayName() + "', '"
                        + Types.of(c).displayName() + "'");
    }

    private static @Nullable Object powerOrNull(PyThreadState ts, Object a, Object b, Object c) {
        TypeObject ta = Types.of(a);
        TypeObject tb = Types.of(b);
        NativeTable right = tb.slot(RPOW);
        if (ta != tb && right != null && tb.isSubtype(ta) && overrides(ta, tb, RPOW)) {
            Object r = right.call2(RPOW, ts, b, a, c);
            if (r != null && r != Singleton.NOT_IMPLEMENTED) {
                return r;
            }
            right = null;
        }
        NativeTable left = ta.slot(POW);
        if (left != null) {
            Object r = left.call2(POW, ts, a, b, c);
            if (r != null && r != Singleton.NOT_IMPLEMENTED) {
                return r;
            }
        }
        if (right != null && ta != tb) {
            Object r = right.call2(RPOW, ts, b, a, c);
            if (r != null && r != Singleton.NOT_IMPLEMENTED) {
                return r;
            }
        }
        return null;
    }

    /** {@code a **= b}. */
    public static Object inPlacePower(PyThreadState ts, Object a, Object b) {
        int slot = Slot.IPOW.id();
        NativeTable t = Types.of(a).slot(slot);
        if (t != null) {
            Object r = t.call1(slot, ts, a, b);
            if (r != null && r != Singleton.NOT_IMPLEMENTED) {
                return r;
            }
        }
        Object r = powerOrNull(ts, a, b, Singleton.NONE);
        if (r == null) {
            throw unsupported(ts, "**=", a, b);
        }
        return r;
    }

    /** {@code -a}, {@code +a}, {@code ~a} and {@code abs(a)} by slot. */
    public static Object unary(PyThreadState ts, Slot op, Object a) {
        NativeTable t = Types.of(a).slot(op);
        if (t == null) {
            String what =
                    op == Slot.NEG ? "unary -" : op == Slot.POS ? "unary +" : op == Slot.INVERT ? "unary ~" : "abs()";
            throw Errors.typeError(
                    ts, "bad operand type for " + what + ": '" + Types.of(a).displayName() + "'");
        }
        Object r = t.call0(op.id(), ts, a);
        if (r == null) {
            throw Errors.systemError(ts, "unary operator returned Java null");
        }
        return r;
    }

    private static String sign(Slot op) {
        switch (op) {
            case ADD:
                return "+";
            case SUB:
                return "-";
            case MUL:
                return "*";
            case MATMUL:
                return "@";
            case TRUEDIV:
                return "/";
            case FLOORDIV:
                return "//";
            case MOD:
                return "%";
            case DIVMOD:
                return "divmod()";
            case LSHIFT:
                return "<<";
            case RSHIFT:
                return ">>";
            case AND:
                return "&";
            case XOR:
                return "^";
            case OR:
                return "|";
            default:
                throw new IllegalArgumentException(op.name());
        }
    }

    private static dev.clutch.extension.spi.PythonException unsupported(
            PyThreadState ts, String sign, Object a, Object b) {
        return Errors.typeError(
                ts,
                "unsupported operand type(s) for " + sign + ": '" + Types.of(a).displayName() + "' and '"
                        + Types.of(b).displayName() + "'");
    }
}
