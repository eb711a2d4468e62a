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

    private record Entry(Object key, Object value) {}

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

    private static Object[] sorted(PyThreadState ts, Object[] values, Object key, boolean reverse) {
        Object[] keys = values;
        boolean keyed = key != Singleton.NONE;
        if (keyed) {
            keys = new Object[values.length];
            for (int i = 0; i < values.length; i++) {
                ts.checkSignals();
                keys[i] = Call.call1(ts, key, values[i]);
            }
        }
        if (!keyed && !reverse) {
            Object[] quick = exact(values);
            if (quick != null) {
                return quick;
            }
        }
        Entry[] entries = new Entry[values.length];
        for (int i = 0; i < entries.length; i++) {
            // sorting backwards and reversing twice keeps equal items in order
            int from = reverse ? entries.length - 1 - i : i;
            entries[i] = new Entry(keys[from], values[from]);
        }
        mergeSort(ts, entries, new Entry[entries.length], 0, entries.length);
        Object[] result = new Object[entries.length];
        for (int i = 0; i < result.length; i++) {
            result[reverse ? result.length - 1 - i : i] = entries[i].value();
        }
        return result;
    }

    /** Sorts a copy of items that are all Long or all String, whose order is Java's; else returns null. */
    private static Object @org.jspecify.annotations.Nullable [] exact(Object[] values) {
        boolean longs = true;
        boolean strings = true;
        for (Object v : values) {
            longs &= v instanceof Long;
            strings &= v instanceof String;
            if (!longs && !strings) {
                return null;
            }
        }
        Object[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }

    private static void mergeSort(PyThreadState ts, Entry[] a, Entry[] spare, int from, int to) {
        if (to - from < 8) {
            for (int i = from + 1; i < to; i++) {
                Entry e = a[i];
                int j = i;
                while (j > from && less(ts, e, a[j - 1])) {
                    a[j] = a[j - 1];
                    j--;
                }
                a[j] = e;
            }
            return;
        }
        int middle = (from + to) >>> 1;
        mergeSort(ts, a, spare, from, middle);
        mergeSort(ts, a, spare, middle, to);
        if (!less(ts, a[middle], a[middle - 1])) {
            return;
        }
        System.arraycopy(a, from, spare, from, middle - from);
        int left = from;
        int right = middle;
        int out = from;
        while (left < middle && right < to) {
            a[out++] = less(ts, a[right], spare[left]) ? a[right++] : spare[left++];
        }
        System.arraycopy(spare, left, a, out, middle - left);
    }

    private static boolean less(PyThreadState ts, Entry a, Entry b) {
        if (a.key instanceof Long x && b.key instanceof Long y) {
            return x < y;
        }
        if (a.key instanceof String x && b.key instanceof String y) {
            return x.compareTo(y) < 0;
        }
        ts.checkSignals();
        return Truth.of(ts, Compare.rich(ts, Slot.LT.id(), a.key, b.key));
    }
}
