package dev.clutch.interp.modules;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Arith;
import dev.clutch.interp.op.Iter;
import org.jspecify.annotations.Nullable;

/** {@code sum}: floats are added with compensation (Neumaier), from the first float to the first item that is no number of the JDK. */
final class Sum {
    private double high;
    private double low;

    private Sum(double start) {
        this.high = start;
    }

    static Object of(PyThreadState ts, Object iterator, Object start) {
        Object total = start;
        for (Object v = Iter.next(ts, iterator); v != null; v = Iter.next(ts, iterator)) {
            if (total instanceof Double d) {
                Sum sum = new Sum(d);
                v = sum.addAll(ts, iterator, v);
                total = sum.result();
                if (v == null) {
                    return total;
                }
            }
            total = Arith.add(ts, total, v);
        }
        return total;
    }

    /** Adds items; returns the first that has to be added otherwise, null at the end. */
    private @Nullable Object addAll(PyThreadState ts, Object iterator, Object first) {
        Object v = first;
        while (v != null) {
            if (v instanceof Double d) {
                add(d);
            } else if (v instanceof Long l) {
                high += l;
            } else if (v instanceof Boolean b) {
                high += b ? 1 : 0;
            } else {
                return v;
            }
            v = Iter.next(ts, iterator);
        }
        return null;
    }

    private void add(double x) {
        double t = high + x;
        low += Math.abs(high) >= Math.abs(x) ? (high - t) + x : (x - t) + high;
        high = t;
    }

    /** An infinite or undefined rest says nothing, and a rest of zero must not change the sign of zero. */
    private double result() {
        return low != 0 && Math.abs(low) <= Double.MAX_VALUE ? high + low : high;
    }
}
