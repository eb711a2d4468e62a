package dev.clutch.interp.op;

import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyComplex;
import dev.clutch.interp.object.PyIntInstance;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import java.math.BigInteger;

/** Conversions of numbers. */
public final class Numbers {
    private Numbers() {}

    /** {@code operator.index(o)}: a Long or BigInteger. */
    public static Object index(PyThreadState ts, Object o) {
        if (o instanceof Long || o instanceof BigInteger) {
            return o;
        }
        if (o instanceof Boolean b) {
            return b ? 1L : 0L;
        }
        if (o instanceof PyIntInstance i) {
            return i.value;
        }
        NativeTable table = Types.of(o).slot(Slot.INDEX);
        if (table == null) {
            throw Errors.typeError(
                    ts, "'" + Types.of(o).displayName() + "' object cannot be interpreted as an integer");
        }
        Object r = table.call0(Slot.INDEX.id(), ts, o);
        if (r instanceof Long || r instanceof BigInteger) {
            return r;
        }
        return strictIndex(ts, r);
    }

    private static Object strictIndex(PyThreadState ts, @org.jspecify.annotations.Nullable Object r) {
        String got = r == null ? "null" : Types.of(r).displayName();
        if (r instanceof Boolean || r instanceof PyIntInstance) {
            ts.warn(
                    "DeprecationWarning",
                    "__index__ returned non-int (type " + got
                            + ").  The ability to return an instance of a strict subclass of int is deprecated, and may not be"
                            + " supported in a future version of Python.",
                    1);
            return r instanceof Boolean b ? (b ? 1L : 0L) : ((PyIntInstance) r).value;
        }
        throw Errors.typeError(ts, "__index__ returned non-int (type " + got + ")");
    }

    /** {@code PyNumber_Check}. */
    public static boolean isNumber(Object o) {
        TypeObject t = Types.of(o);
        return t.slot(Slot.INDEX) != null || t.slot(Slot.INT) != null || t.slot(Slot.FLOAT) != null;
    }

    /** {@code operator.index(o)} as a long, clamped when too large. */
    public static long clampedLong(PyThreadState ts, Object o) {
        Object i = index(ts, o);
        if (i instanceof Long l) {
            return l;
        }
        return ((BigInteger) i).signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    /** {@code operator.index(o)} as a long, or OverflowError with {@code PyLong_AsLong}'s message. */
    public static long asLong(PyThreadState ts, Object o) {
        Object i = index(ts, o);
        if (i instanceof Long l) {
            return l;
        }
        throw Errors.error(ts, "OverflowError", "Python int too large to convert to C long");
    }

    /** {@code operator.index(o)} as an int, or OverflowError with {@code PyLong_AsInt}'s message. */
    public static int asInt(PyThreadState ts, Object o) {
        if (!(index(ts, o) instanceof Long l) || l != l.intValue()) {
            throw Errors.error(ts, "OverflowError", "Python int too large to convert to C int");
        }
        return l.intValue();
    }

    /** {@code operator.index(o)} as a count, or OverflowError ({@code PyNumber_AsSsize_t(o, PyExc_OverflowError)}). */
    public static long count(PyThreadState ts, Object o) {
        Object i = index(ts, o);
        if (i instanceof Long l) {
            return l;
        }
        throw Errors.error(
                ts, "OverflowError", "cannot fit '" + Types.of(o).displayName() + "' into an index-sized integer");
    }

    /** {@code operator.index(o)} as an argument of the argument clinic's type {@code Py_ssize_t}. */
    public static long ssize(PyThreadState ts, Object o) {
        Object i = index(ts, o);
        if (i instanceof Long l) {
            return l;
        }
        throw Errors.error(ts, "OverflowError", "Python int too large to convert to C ssize_t");
    }

    /** {@code operator.index(o)} as a position, or IndexError ({@code PyNumber_AsSsize_t(o, PyExc_IndexError)}). */
    public static long position(PyThreadState ts, Object o) {
        Object i = index(ts, o);
        if (i instanceof Long l) {
            return l;
        }
        throw Errors.error(
                ts, "IndexError", "cannot fit '" + Types.of(o).displayName() + "' into an index-sized integer");
    }

    /** Real and imaginary part ({@code PyComplex_AsCComplex}). */
    public static double[] asComplex(PyThreadState ts, Object o) {
        if (o instanceof PyComplex c) {
            return new double[] {c.re, c.im};
        }
        Object method = Types.of(o).lookup("__complex__");
        if (method == null) {
            return new double[] {asDouble(ts, o), 0};
        }
        Object r = Call.call0(ts, Attr.bind(ts, method, o));
        if (!(r instanceof PyComplex c)) {
            throw Errors.typeError(
                    ts, "__complex__ returned non-complex (type " + Types.of(r).displayName() + ")");
        }
        if (c.type() != PyComplex.TYPE) {
            ts.warn(
                    "DeprecationWarning",
                    "__complex__ returned non-complex (type " + Types.of(r).displayName()
                            + ").  The ability to return an instance of a strict subclass of complex is deprecated, and may not be"
                            + " supported in a future version of Python.",
                    1);
        }
        return new double[] {c.re, c.im};
    }

    /** The float value of a number ({@code PyFloat_AsDouble}). */
    public static double asDouble(PyThreadState ts, Object o) {
        if (o instanceof Double d) {
            return d;
        }
        if (o instanceof Long l) {
            return l;
        }
        return FloatConversion.of(ts, o);
    }
}
