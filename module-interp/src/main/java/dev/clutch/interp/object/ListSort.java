package dev.clutch.interp.object;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Compare;
import dev.clutch.interp.op.Truth;
import java.util.Arrays;

/** {@code list.sort}: a stable merge sort that only asks {@code <}. Answers to {@code list_sort_impl}. */
final class ListSort {
    private ListSort() {}

    static void sort(PyThreadState ts, PyList list, Object key, boolean reverse) {
        Object[] values = list.toArray();
        // the list is empty while Python code may look at it, so that a change is noticed
        Object[] marker = new Object[0];
        list.setAll(marker);
        Object[] sorted;
        try {
            sorted = sorted(ts, values, key, reverse);
        } catch (RuntimeException | Error e) {
            list.setAll(values);
            throw e;
        }
        boolean changed = list.items != marker || list.size != 0;
        list.setAll(sorted);
        if (changed) {
            throw Errors.valueError(ts, "list modified during sort");
        }
    }

    /** Returns the values in order; the array given is still a permutation of them when Python code raises. */
    private static Object[] sorted(PyThreadState ts, Object[] values, Object key, boolean reverse) {
        if (values.length == 0) {
            return values;
        }
        Object[] keys = key == Singleton.NONE ? values : keys(ts, values, key);
        long[] longs = NumberSort.longs(keys);
        if (longs != null && keys == values && keys[0] instanceof Long) {
            Arrays.sort(longs);
            for (int i = 0; i < longs.length; i++) {
                values[i] = longs[i];
            }
            if (reverse) {
                reverse(values, 0, values.length);
            }
            return values;
        }
        // sorting backwards and reversing twice keeps equal items in order
        Object[] result = values.clone();
        if (reverse) {
            reverse(result, 0, result.length);
        }
        if (longs != null) {
            if (reverse) {
                reverse(longs);
            }
            NumberSort.sort(longs, result);
        } else if (keys == values) {
            TimSort.sort(ts, result, null);
        } else {
            if (reverse) {
                reverse(keys, 0, keys.length);
            }
            TimSort.sort(ts, keys, result);
        }
        if (reverse) {
            reverse(result, 0, result.length);
        }
        return result;
    }

    private static Object[] keys(PyThreadState ts, Object[] values, Object key) {
        Object[] keys = new Object[values.length];
        Vectorcall target = Call.target(key);
        for (int i = 0; i < values.length; i++) {
            ts.checkSignals();
            keys[i] = target.call1(ts, key, values[i]);
        }
        return keys;
    }

    static void reverse(Object[] a, int from, int to) {
        for (int i = from, j = to - 1; i < j; i++, j--) {
            Object t = a[i];
            a[i] = a[j];
            a[j] = t;
        }
    }

    private static void reverse(long[] a) {
        for (int i = 0, j = a.length - 1; i < j; i++, j--) {
            long t = a[i];
            a[i] = a[j];
            a[j] = t;
        }
    }

    /** {@code a < b}, without a call where the classes are exact. */
    static boolean less(PyThreadState ts, Object a, Object b) {
        if (a instanceof String x) {
            if (b instanceof String y) {
                return x.compareTo(y) < 0;
            }
        } else if (a instanceof PyTuple x) {
            if (b instanceof PyTuple y && x.type() == PyTuple.TYPE && y.type() == PyTuple.TYPE) {
                return lessTuple(ts, x.items(), y.items());
            }
        } else if (a instanceof Long x) {
            if (b instanceof Long y) {
                return x < y;
            }
        } else if (a instanceof Double x && b instanceof Double y) {
            return x < y;
        }
        return Truth.of(ts, Compare.rich(ts, Slot.LT.id(), a, b));
    }

    /** By the first items that differ ({@code unsafe_tuple_compare}). */
    private static boolean lessTuple(PyThreadState ts, Object[] a, Object[] b) {
        int n = Math.min(a.length, b.length);
        for (int i = 0; i < n; i++) {
            Object x = a[i];
            Object y = b[i];
            if (x instanceof Long l && y instanceof Long m) {
                if (l.longValue() != m.longValue()) {
                    return l < m;
                }
            } else if (x instanceof String s && y instanceof String t) {
                int order = s.compareTo(t);
                if (order != 0) {
                    return order < 0;
                }
            } else if (!Compare.equal(ts, x, y)) {
                return Truth.of(ts, Compare.rich(ts, Slot.LT.id(), x, y));
            }
        }
        return a.length < b.length;
    }
}
