package dev.clutch.interp.op;

import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import java.math.BigInteger;

/** Comparison and identity. */
public final class Compare {
    private static final int LT = Slot.LT.id();
    private static final int EQ = Slot.EQ.id();
    private static final int NE = Slot.NE.id();
    /** The slot of the swapped operation, from LT on. */
    private static final int[] SWAPPED = {
        Slot.GT.id(), Slot.GE.id(), Slot.EQ.id(), Slot.NE.id(), Slot.LT.id(), Slot.LE.id()
    };

    private static final String[] SIGNS = {"<", "<=", "==", "!=", ">", ">="};

    private Compare() {}

    /** {@code a is b}: boxed numbers have no identity, so they are compared by class and value; all else by reference. */
    public static boolean is(Object a, Object b) {
        if (a == b) {
            return true;
        }
        if (a instanceof Long x) {
            return b instanceof Long y && x.longValue() == y.longValue();
        }
        if (a instanceof Double x) {
            return b instanceof Double y && Double.doubleToRawLongBits(x) == Double.doubleToRawLongBits(y);
        }
        if (a instanceof String x) {
            // one-character and empty strings are singletons in CPython
            return b instanceof String y && x.length() <= 1 && x.equals(y);
        }
        if (a instanceof BigInteger x) {
            return b instanceof BigInteger y && x.equals(y);
        }
        return a instanceof Boolean x && x.equals(b);
    }

    /** {@code a == b} with identity first ({@code PyObject_RichCompareBool}). */
    public static boolean equal(PyThreadState ts, Object a, Object b) {
        if (a == b) {
            return true;
        }
        if (a instanceof String x && b instanceof String y) {
            return x.equals(y);
        }
        if (a instanceof Long x && b instanceof Long y) {
            return x.longValue() == y.longValue();
        }
        if (is(a, b)) {
            return true;
        }
        if (a instanceof Double x && b instanceof Double y) {
            return x.doubleValue() == y.doubleValue();
        }
        return Truth.of(ts, rich(ts, EQ, a, b));
    }

    /** {@code a OP b} by slot ordinal ({@code PyObject_RichCompare}). */
    public static Object rich(PyThreadState ts, int op, Object a, Object b) {
        if (a instanceof Long x) {
            if (b instanceof Long y) {
                return holds(op, Long.compare(x, y));
            }
        } else if (a instanceof String x && b instanceof String y) {
            return op == EQ ? x.equals(y) : holds(op, x.compareTo(y));
        }
        if (a instanceof Double || b instanceof Double) {
            Boolean mixed = Mixed.compare(op, a, b);
            if (mixed != null) {
                return mixed;
            }
        } else if (a instanceof BigInteger || b instanceof BigInteger) {
            Boolean large = LargeInts.compare(op, a, b);
            if (large != null) {
                return large;
            }
        }
        ts.enterRecursive(" in comparison");
        try {
            return richCounted(ts, op, a, b);
        } finally {
            ts.leaveRecursive();
        }
    }

    /** Whether {@code a OP b} holds when comparing them gave a sign; the slots of the operations follow each other from LT to GE. */
    static boolean holds(int op, int sign) {
        switch (op - LT) {
            case 0:
                return sign < 0;
            case 1:
                return sign <= 0;
            case 2:
                return sign == 0;
            case 3:
                return sign != 0;
            case 4:
                return sign > 0;
            default:
                return sign >= 0;
        }
    }

    /** {@code do_richcompare}. */
    private static Object richCounted(PyThreadState ts, int op, Object a, Object b) {
        TypeObject ta = Types.of(a);
        TypeObject tb = Types.of(b);
        boolean swapped = false;
        if (ta != tb && tb.isSubtype(ta)) {
            NativeTable t = tb.slot(SWAPPED[op - LT]);
            if (t != null) {
                swapped = true;
                Object r = t.call1(SWAPPED[op - LT], ts, b, a);
                if (r != null && r != Singleton.NOT_IMPLEMENTED) {
                    return r;
                }
            }
        }
        NativeTable t = ta.slot(op);
        if (t != null) {
            Object r = t.call1(op, ts, a, b);
            if (r != null && r != Singleton.NOT_IMPLEMENTED) {
                return r;
            }
        }
        if (!swapped) {
            t = tb.slot(SWAPPED[op - LT]);
            if (t != null) {
                Object r = t.call1(SWAPPED[op - LT], ts, b, a);
                if (r != null && r != Singleton.NOT_IMPLEMENTED) {
                    return r;
                }
            }
        }
        if (op == EQ) {
            return is(a, b);
        }
        if (op == NE) {
            return !is(a, b);
        }
        throw Errors.typeError(
                ts,
                "'" + SIGNS[op - LT] + "' not supported between instances of '" + ta.displayName() + "' and '"
                        + tb.displayName() + "'");
    }
}
