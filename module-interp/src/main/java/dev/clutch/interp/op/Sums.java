package dev.clutch.interp.op;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyIterator;
import org.jspecify.annotations.Nullable;

/** {@code sum}: ints and floats are added without boxes, floats with what rounding loses (Neumaier). Answers to {@code builtin_sum_impl}. */
public final class Sums {
    private Sums() {}

    /** Adds the items to a start value. */
    public static Object of(PyThreadState ts, PyIterator it, Object start) {
        if (start instanceof Long l) {
            return ofInts(ts, it, l);
        }
        if (start instanceof Double d) {
            return ofFloats(ts, it, d);
        }
        return ofAny(ts, it, start, null);
    }

    private static Object ofInts(PyThreadState ts, PyIterator it, long start) {
        long total = start;
        Object v;
        while ((v = it.next(ts)) != null) {
            ts.checkSignals();
            long x;
            if (v instanceof Long l) {
                x = l;
            } else if (v instanceof Boolean b) {
                x = b ? 1 : 0;
            } else {
                return continued(ts, it, Arith.add(ts, total, v));
            }
            long r = total + x;
            if (((total ^ r) & (x ^ r)) < 0) {
                return continued(ts, it, Arith.add(ts, total, v));
            }
            total = r;
        }
        return total;
    }

    private static Object continued(PyThreadState ts, PyIterator it, Object total) {
        return total instanceof Double d ? ofFloats(ts, it, d) : ofAny(ts, it, total, null);
    }

    private static Object ofFloats(PyThreadState ts, PyIterator it, double start) {
        double total = start;
        double lost = 0;
        Object v;
        while ((v = it.next(ts)) != null) {
            ts.checkSignals();
            if (v instanceof Double x) {
                double r = total + x;
                lost += Math.abs(total) >= Math.abs(x) ? (total - r) + x : (x - r) + total;
                total = r;
            } else if (v instanceof Long l) {
                total += (double) l;
            } else if (v instanceof Boolean b) {
                total += b ? 1 : 0;
            } else {
                return ofAny(ts, it, compensated(total, lost), v);
            }
        }
        return compensated(total, lost);
    }

    private static double compensated(double total, double lost) {
        return lost != 0 && Double.isFinite(lost) ? total + lost : total;
    }

    private static Object ofAny(PyThreadState ts, PyIterator it, Object start, @Nullable Object first) {
        Object total = first == null ? start : Arith.add(ts, start, first);
        Object v;
        while ((v = it.next(ts)) != null) {
            ts.checkSignals();
            total = Arith.add(ts, total, v);
        }
        return total;
    }
}
