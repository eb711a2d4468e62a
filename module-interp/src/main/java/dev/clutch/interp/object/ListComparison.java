package dev.clutch.interp.object;

import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Compare;

/** Compares lists, which comparing their items may change. Answers to {@code list_richcompare}. */
final class ListComparison {
    private ListComparison() {}

    static Object compare(PyThreadState ts, Slot op, PyList a, PyList b) {
        if (a.size != b.size && (op == Slot.EQ || op == Slot.NE)) {
            return op == Slot.NE;
        }
        int i = sameStart(a.items, b.items, Math.min(a.size, b.size));
        while (i < a.size && i < b.size && Compare.equal(ts, a.items[i], b.items[i])) {
            i++;
        }
        if (i >= a.size || i >= b.size) {
            return Ordering.holds(op, Integer.compare(a.size, b.size));
        }
        if (op == Slot.EQ) {
            return false;
        }
        return op == Slot.NE ? true : Compare.rich(ts, op.id(), a.items[i], b.items[i]);
    }

    /** How many items at the start are equal without a doubt, and without running Python code. */
    private static int sameStart(Object[] a, Object[] b, int count) {
        int i = 0;
        while (i < count) {
            Object x = a[i];
            Object y = b[i];
            boolean same = x == y
                    || (x instanceof Long l
                            ? y instanceof Long m && l.longValue() == m.longValue()
                            : x instanceof String s && y instanceof String t && s.equals(t));
            if (!same) {
                break;
            }
            i++;
        }
        return i;
    }
}
