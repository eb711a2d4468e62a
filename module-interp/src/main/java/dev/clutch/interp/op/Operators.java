package dev.clutch.interp.op;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.number.IntMath;
import dev.clutch.interp.object.Builtins;
import dev.clutch.interp.object.PySlice;

/** The operators of compiled code, with the commonest operands first. Addition, subtraction and multiplication are in {@link Arith}. */
public final class Operators {
    private static final int LT = Slot.LT.id();
    private static final int LE = Slot.LE.id();
    private static final int EQ = Slot.EQ.id();
    private static final int NE = Slot.NE.id();
    private static final int GT = Slot.GT.id();
    private static final int GE = Slot.GE.id();

    private Operators() {}

    /** {@code matmul}. */
    public static Object matmul(PyThreadState ts, Object a, Object b) {
        return Arith.binary(ts, Slot.MATMUL, a, b);
    }

    /** {@code truediv}. */
    public static Object truediv(PyThreadState ts, Object a, Object b) {
        if (a instanceof Double x && b instanceof Double y && y != 0) {
            return x / y;
        }
        if (a instanceof Long x && b instanceof Long y && y != 0 && isExact(x) && isExact(y)) {
            return (double) x / (double) y;
        }
        return Arith.binary(ts, Slot.TRUEDIV, a, b);
    }

    /** Whether a float can have the value. */
    private static boolean isExact(long x) {
        return x >= -1L << 53 && x <= 1L << 53;
    }

    /** {@code floordiv}. */
    public static Object floordiv(PyThreadState ts, Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y && y > 0) {
            return Math.floorDiv((long) x, (long) y);
        }
        return Arith.binary(ts, Slot.FLOORDIV, a, b);
    }

    /** {@code lshift}. */
    public static Object lshift(PyThreadState ts, Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y && y >= 0 && y < 63) {
            long r = x << y;
            if (r >> y == x) {
                return r;
            }
        }
        return Arith.binary(ts, Slot.LSHIFT, a, b);
    }

    /** {@code rshift}. */
    public static Object rshift(PyThreadState ts, Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y && y >= 0) {
            return x >> Math.min(y, 63);
        }
        return Arith.binary(ts, Slot.RSHIFT, a, b);
    }

    /** {@code or}. */
    public static Object or(PyThreadState ts, Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return x | y;
        }
        return Arith.binary(ts, Slot.OR, a, b);
    }

    /** {@code xor}. */
    public static Object xor(PyThreadState ts, Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return x ^ y;
        }
        return Arith.binary(ts, Slot.XOR, a, b);
    }

    /** {@code mod}. */
    public static Object mod(PyThreadState ts, Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y && y > 0) {
            return Math.floorMod((long) x, (long) y);
        }
        return Arith.binary(ts, Slot.MOD, a, b);
    }

    /** {@code and}. */
    public static Object and(PyThreadState ts, Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return x & y;
        }
        return Arith.binary(ts, Slot.AND, a, b);
    }

    /** {@code a ** b}. */
    public static Object pow(PyThreadState ts, Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y && y == 2) {
            return IntMath.mul(x.longValue(), x.longValue());
        }
        if (a instanceof Double x && b instanceof Double y && x > 0) {
            double r = Math.pow(x, y);
            if (r <= Double.MAX_VALUE) {
                return r;
            }
        }
        return Arith.power(ts, a, b, Singleton.NONE);
    }

    /** Whether an in-place operation is the binary one: these classes have no others. */
    private static boolean isNumber(Object o) {
        return o instanceof Long || o instanceof Double;
    }

    /** {@code a += b}. */
    public static Object iadd(PyThreadState ts, Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            long r = x + y;
            if (((x ^ r) & (y ^ r)) >= 0) {
                return r;
            }
        }
        if (a instanceof Double x && b instanceof Double y) {
            return x + y;
        }
        return Arith.inPlaceAdd(ts, a, b);
    }

    /** {@code a **= b}. */
    public static Object ipow(PyThreadState ts, Object a, Object b) {
        if (isNumber(a) && isNumber(b)) {
            return pow(ts, a, b);
        }
        return Arith.inPlacePower(ts, a, b);
    }

    /** In-place {@code sub}. */
    public static Object isub(PyThreadState ts, Object a, Object b) {
        if (isNumber(a) && isNumber(b)) {
            return Arith.sub(ts, a, b);
        }
        return Arith.inPlace(ts, Slot.SUB, a, b);
    }

    /** In-place {@code mul}. */
    public static Object imul(PyThreadState ts, Object a, Object b) {
        if (isNumber(a) && isNumber(b)) {
            return Arith.mul(ts, a, b);
        }
        return Arith.inPlace(ts, Slot.MUL, a, b);
    }

    /** In-place {@code matmul}. */
    public static Object imatmul(PyThreadState ts, Object a, Object b) {
        return Arith.inPlace(ts, Slot.MATMUL, a, b);
    }

    /** In-place {@code truediv}. */
    public static Object itruediv(PyThreadState ts, Object a, Object b) {
        if (isNumber(a) && isNumber(b)) {
            return truediv(ts, a, b);
        }
        return Arith.inPlace(ts, Slot.TRUEDIV, a, b);
    }

    /** In-place {@code floordiv}. */
    public static Object ifloordiv(PyThreadState ts, Object a, Object b) {
        if (isNumber(a) && isNumber(b)) {
            return floordiv(ts, a, b);
        }
        return Arith.inPlace(ts, Slot.FLOORDIV, a, b);
    }

    /** In-place {@code lshift}. */
    public static Object ilshift(PyThreadState ts, Object a, Object b) {
        if (a instanceof Long && b instanceof Long) {
            return lshift(ts, a, b);
        }
        return Arith.inPlace(ts, Slot.LSHIFT, a, b);
    }

    /** In-place {@code rshift}. */
    public static Object irshift(PyThreadState ts, Object a, Object b) {
        if (a instanceof Long && b instanceof Long) {
            return rshift(ts, a, b);
        }
        return Arith.inPlace(ts, Slot.RSHIFT, a, b);
    }

    /** In-place {@code or}. */
    public static Object ior(PyThreadState ts, Object a, Object b) {
        if (a instanceof Long && b instanceof Long) {
            return or(ts, a, b);
        }
        return Arith.inPlace(ts, Slot.OR, a, b);
    }

    /** In-place {@code xor}. */
    public static Object ixor(PyThreadState ts, Object a, Object b) {
        if (a instanceof Long && b instanceof Long) {
            return xor(ts, a, b);
        }
        return Arith.inPlace(ts, Slot.XOR, a, b);
    }

    /** In-place {@code mod}. */
    public static Object imod(PyThreadState ts, Object a, Object b) {
        if (isNumber(a) && isNumber(b)) {
            return mod(ts, a, b);
        }
        return Arith.inPlace(ts, Slot.MOD, a, b);
    }

    /** In-place {@code and}. */
    public static Object iand(PyThreadState ts, Object a, Object b) {
        if (a instanceof Long && b instanceof Long) {
            return and(ts, a, b);
        }
        return Arith.inPlace(ts, Slot.AND, a, b);
    }

    /** {@code neg}. */
    public static Object neg(PyThreadState ts, Object a) {
        if (a instanceof Long x && x != Long.MIN_VALUE) {
            return -x;
        }
        if (a instanceof Double x) {
            return -x;
        }
        return Arith.unary(ts, Slot.NEG, a);
    }

    /** {@code pos}. */
    public static Object pos(PyThreadState ts, Object a) {
        return Arith.unary(ts, Slot.POS, a);
    }

    /** {@code invert}. */
    public static Object invert(PyThreadState ts, Object a) {
        if (a instanceof Long x) {
            return ~x;
        }
        return Arith.unary(ts, Slot.INVERT, a);
    }

    /** {@code a < b}. */
    public static Object lt(PyThreadState ts, Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return (long) x < (long) y;
        }
        if (a instanceof Double x && b instanceof Double y) {
            return (double) x < (double) y;
        }
        return Compare.rich(ts, LT, a, b);
    }

    /** The truth of {@code a < b}. */
    public static boolean testLt(PyThreadState ts, Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return (long) x < (long) y;
        }
        if (a instanceof Double x && b instanceof Double y) {
            return (double) x < (double) y;
        }
        return Truth.of(ts, Compare.rich(ts, LT, a, b));
    }

    /** {@code a <= b}. */
    public static Object le(PyThreadState ts, Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return (long) x <= (long) y;
        }
        if (a instanceof Double x && b instanceof Double y) {
            return (double) x <= (double) y;
        }
        return Compare.rich(ts, LE, a, b);
    }

    /** The truth of {@code a <= b}. */
    public static boolean testLe(PyThreadState ts, Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return (long) x <= (long) y;
        }
        if (a instanceof Double x && b instanceof Double y) {
            return (double) x <= (double) y;
        }
        return Truth.of(ts, Compare.rich(ts, LE, a, b));
    }

    /** {@code a == b}. */
    public static Object eq(PyThreadState ts, Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return (long) x == (long) y;
        }
        if (a instanceof Double x && b instanceof Double y) {
            return (double) x == (double) y;
        }
        if (a instanceof String x && b instanceof String y) {
            return x.equals(y);
        }
        return Compare.rich(ts, EQ, a, b);
    }

    /** The truth of {@code a == b}. */
    public static boolean testEq(PyThreadState ts, Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return (long) x == (long) y;
        }
        if (a instanceof Double x && b instanceof Double y) {
            return (double) x == (double) y;
        }
        if (a instanceof String x && b instanceof String y) {
            return x.equals(y);
        }
        return Truth.of(ts, Compare.rich(ts, EQ, a, b));
    }

    /** {@code a != b}. */
    public static Object ne(PyThreadState ts, Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return (long) x != (long) y;
        }
        if (a instanceof Double x && b instanceof Double y) {
            return (double) x != (double) y;
        }
        if (a instanceof String x && b instanceof String y) {
            return !x.equals(y);
        }
        return Compare.rich(ts, NE, a, b);
    }

    /** The truth of {@code a != b}. */
    public static boolean testNe(PyThreadState ts, Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return (long) x != (long) y;
        }
        if (a instanceof Double x && b instanceof Double y) {
            return (double) x != (double) y;
        }
        if (a instanceof String x && b instanceof String y) {
            return !x.equals(y);
        }
        return Truth.of(ts, Compare.rich(ts, NE, a, b));
    }

    /** {@code a > b}. */
    public static Object gt(PyThreadState ts, Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return (long) x > (long) y;
        }
        if (a instanceof Double x && b instanceof Double y) {
            return (double) x > (double) y;
        }
        return Compare.rich(ts, GT, a, b);
    }

    /** The truth of {@code a > b}. */
    public static boolean testGt(PyThreadState ts, Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return (long) x > (long) y;
        }
        if (a instanceof Double x && b instanceof Double y) {
            return (double) x > (double) y;
        }
        return Truth.of(ts, Compare.rich(ts, GT, a, b));
    }

    /** {@code a >= b}. */
    public static Object ge(PyThreadState ts, Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return (long) x >= (long) y;
        }
        if (a instanceof Double x && b instanceof Double y) {
            return (double) x >= (double) y;
        }
        return Compare.rich(ts, GE, a, b);
    }

    /** The truth of {@code a >= b}. */
    public static boolean testGe(PyThreadState ts, Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return (long) x >= (long) y;
        }
        if (a instanceof Double x && b instanceof Double y) {
            return (double) x >= (double) y;
        }
        return Truth.of(ts, Compare.rich(ts, GE, a, b));
    }

    /** {@code a is b}. */
    public static Object is(PyThreadState ts, Object a, Object b) {
        return Compare.is(a, b);
    }

    /** {@code a is not b}. */
    public static Object isNot(PyThreadState ts, Object a, Object b) {
        return !Compare.is(a, b);
    }

    /** {@code a is b} as a truth value. */
    public static boolean testIs(PyThreadState ts, Object a, Object b) {
        return Compare.is(a, b);
    }

    /** {@code a in b}. */
    public static Object in(PyThreadState ts, Object a, Object b) {
        return Subscript.contains(ts, b, a);
    }

    /** {@code a not in b}. */
    public static Object notIn(PyThreadState ts, Object a, Object b) {
        return !Subscript.contains(ts, b, a);
    }

    /** {@code a in b} as a truth value. */
    public static boolean testIn(PyThreadState ts, Object a, Object b) {
        return Subscript.contains(ts, b, a);
    }

    /** {@code not a}. */
    public static Object not(PyThreadState ts, Object a) {
        return !Truth.of(ts, a);
    }

    /** {@code o[key] = value}, in the order of evaluation. */
    public static void store(PyThreadState ts, Object value, Object o, Object key) {
        Subscript.set(ts, o, key, value);
    }

    /** {@code o[start:stop]}. */
    public static Object getSlice(PyThreadState ts, Object o, Object start, Object stop) {
        return Subscript.get(ts, o, new PySlice(start, stop, Singleton.NONE));
    }

    /** Shows the value of an expression statement of an interactive program. */
    public static void display(PyThreadState ts, Object value) {
        Object hook = ts.interp.sysDict().get("displayhook");
        Call.call1(ts, hook == null ? Builtins.get(ts, "print") : hook, value);
    }
}
