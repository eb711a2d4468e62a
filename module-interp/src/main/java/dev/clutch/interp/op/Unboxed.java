package dev.clutch.interp.op;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyRange;
import dev.clutch.interp.object.PyTuple;
import org.jspecify.annotations.Nullable;

/**
 * Numeric locals of compiled code: a long or double and a tag. The tag is null while the number counts, else it is the value itself, or {@link #UNBOUND}. What the number can't
 * express, such as the result of an overflow, is left to the ordinary operations.
 */
public final class Unboxed {
    /** The tag of a variable that is not bound. */
    public static final Object UNBOUND = new Unbound();

    private static final class Unbound {}

    private static final long EXACT = 1L << 53;

    private Unboxed() {}

    /** The value of a bound variable. */
    public static Object box(long number, @Nullable Object tag) {
        return tag == null ? (Object) number : tag;
    }

    /** The value of a bound variable. */
    public static Object box(double number, @Nullable Object tag) {
        return tag == null ? (Object) number : tag;
    }

    /** The value of a variable, null if it is not bound. */
    public static @Nullable Object value(long number, @Nullable Object tag) {
        return tag == UNBOUND ? null : box(number, tag);
    }

    /** The value of a variable, null if it is not bound. */
    public static @Nullable Object value(double number, @Nullable Object tag) {
        return tag == UNBOUND ? null : box(number, tag);
    }

    /** Raises when a variable is not bound. */
    public static void check(PyThreadState ts, @Nullable Object tag, String name) {
        if (tag == UNBOUND) {
            throw Locals.unbound(ts, name);
        }
    }

    /** Whether {@code a + b = r} is wrong. */
    public static boolean addOverflows(long a, long b, long r) {
        return ((a ^ r) & (b ^ r)) < 0;
    }

    /** Whether {@code a - b = r} is wrong. */
    public static boolean subOverflows(long a, long b, long r) {
        return ((a ^ b) & (a ^ r)) < 0;
    }

    /** Whether {@code a * b = r} is wrong. */
    public static boolean mulOverflows(long a, long b, long r) {
        return Math.multiplyHigh(a, b) != r >> 63;
    }

    /** Whether {@code a << b} is no long, or not defined. */
    public static boolean shiftOverflows(long a, long b) {
        return b < 0 || b > 62 || a << b >> b != a;
    }

    /** {@code a >> b}; b is not negative. */
    public static long shiftRight(long a, long b) {
        return a >> Math.min(b, 63);
    }

    /** Whether {@code a / b} is not the quotient of the two as floats, or not defined. */
    public static boolean inexact(long a, long b) {
        return b == 0 || a < -EXACT || a > EXACT || b < -EXACT || b > EXACT;
    }

    /** {@code o[i]} with an index in two parts. */
    public static Object get(PyThreadState ts, Object o, long number, @Nullable Object tag) {
        if (tag == null && o instanceof PyList l && l.type() == PyList.TYPE) {
            long i = number < 0 ? number + l.size() : number;
            if (i >= 0 && i < l.size()) {
                return l.get((int) i);
            }
        }
        return getOther(ts, o, number, tag);
    }

    private static Object getOther(PyThreadState ts, Object o, long number, @Nullable Object tag) {
        if (tag == null && o instanceof PyTuple t && t.type() == PyTuple.TYPE) {
            long i = number < 0 ? number + t.size() : number;
            if (i >= 0 && i < t.size()) {
                return t.get((int) i);
            }
        }
        return Subscript.get(ts, o, box(number, tag));
    }

    /** {@code o[i] = value} with an index in two parts. */
    public static void set(PyThreadState ts, Object value, Object o, long number, @Nullable Object tag) {
        if (tag == null && o instanceof PyList l && l.type() == PyList.TYPE) {
            long i = number < 0 ? number + l.size() : number;
            if (i >= 0 && i < l.size()) {
                l.set((int) i, value);
                return;
            }
        }
        Subscript.set(ts, o, box(number, tag), value);
    }

    /** How many numbers {@code f(start, stop, step)} has if f is {@code range} and neither they nor the next one exceeds long; else -1. */
    public static long rangeLength(Object f, Object start, Object stop, Object step) {
        if (f != PyRange.TYPE
                || !(start instanceof Long a)
                || !(stop instanceof Long b)
                || !(step instanceof Long s)
                || s == 0) {
            return -1;
        }
        long from = a;
        long to = b;
        long by = s;
        if (by > 0 ? from >= to : from <= to) {
            return 0;
        }
        long distance = to - from;
        if (subOverflows(to, from, distance) || by == Long.MIN_VALUE) {
            return -1;
        }
        long count = (Math.abs(distance) - 1) / Math.abs(by) + 1;
        long span = count * by;
        return mulOverflows(count, by, span) || addOverflows(from, span, from + span) ? -1 : count;
    }
}
