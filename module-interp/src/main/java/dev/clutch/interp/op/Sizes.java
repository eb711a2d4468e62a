package dev.clutch.interp.op;

import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.Types;

/** {@code len(o)}. */
public final class Sizes {
    private Sizes() {}

    /** Returns {@code len(o)}. */
    public static long of(PyThreadState ts, Object o) {
        NativeTable table = Types.of(o).slot(Slot.LEN);
        if (table == null) {
            throw Errors.typeError(ts, "object of type '" + Types.of(o).name() + "' has no len()");
        }
        Object r = table.call0(Slot.LEN.id(), ts, o);
        if (r instanceof Long l && l >= 0) {
            return l;
        }
        return check(ts, r == null ? Boolean.FALSE : r);
    }

    private static long check(PyThreadState ts, Object r) {
        Object index = Numbers.index(ts, r);
        if (index instanceof java.math.BigInteger b && b.signum() < 0) {
            throw Errors.valueError(ts, "__len__() should return >= 0");
        }
        if (!(index instanceof Long l)) {
            throw Errors.error(ts, "OverflowError", "cannot fit 'int' into an index-sized integer");
        }
        if (l < 0) {
            throw Errors.valueError(ts, "__len__() should return >= 0");
        }
        return l;
    }

    /** {@code operator.length_hint(o, fallback)} ({@code PyObject_LengthHint}). */
    public static int hint(PyThreadState ts, Object o, int fallback) {
        if (Types.of(o).slot(Slot.LEN) != null) {
            try {
                return (int) Math.min(of(ts, o), Integer.MAX_VALUE);
            } catch (PythonException e) {
                if (!Errors.matches(e, "TypeError")) {
                    throw e;
                }
            }
        }
        Object r;
        try {
            r = Call.findSpecial0(ts, o, "__length_hint__");
        } catch (PythonException e) {
            if (Errors.matches(e, "TypeError")) {
                return fallback;
            }
            throw e;
        }
        if (r == null || r == Singleton.NOT_IMPLEMENTED) {
            return fallback;
        }
        if (!(r instanceof Long l)) {
            throw Errors.typeError(
                    ts, "__length_hint__ must be an integer, not " + Types.of(r).displayName());
        }
        if (l < 0) {
            throw Errors.valueError(ts, "__length_hint__() should return >= 0");
        }
        return (int) Math.min(l, Integer.MAX_VALUE);
    }
}
