package dev.clutch.interp.object;

import org.jspecify.annotations.Nullable;

/** Sorts by keys that are all int of 64 bits, or all float without NaN: the keys are turned into longs of the same order, which no Python code can watch. */
final class NumberSort {
    private static final int SMALL = 24;

    private NumberSort() {}

    /** Returns longs in the order of the keys, or null when some key is of another class. */
    static long @Nullable [] longs(Object[] keys) {
        if (keys[0] instanceof Long) {
            long[] result = new long[keys.length];
            for (int i = 0; i < keys.length; i++) {
                if (!(keys[i] instanceof Long l)) {
                    return null;
                }
                result[i] = l;
            }
            return result;
        }
        return keys[0] instanceof Double ? ofDoubles(keys) : null;
    }

    private static long @Nullable [] ofDoubles(Object[] keys) {
        long[] result = new long[keys.length];
        for (int i = 0; i < keys.length; i++) {
            if (!(keys[i] instanceof Double d) || Double.isNaN(d)) {
                return null;
            }
            // adding zero makes both zeros the same; of negative numbers the larger bits are the smaller number
            long bits = Double.doubleToRawLongBits(d + 0.0);
            result[i] = bits ^ (bits >> 63 & Long.MAX_VALUE);
        }
        return result;
    }

    /** Sorts both arrays by the first, stably. */
    static void sort(long[] keys, Object[] values) {
        int n = keys.length;
        int i = 1;
        while (i < n && keys[i - 1] <= keys[i]) {
            i++;
        }
        if (i < n) {
            sort(keys, values, new long[n], new Object[n], 0, n);
        }
    }

    private static void sort(long[] k, Object[] v, long[] spareKeys, Object[] spareValues, int from, int to) {
        if (to - from < SMALL) {
            insert(k, v, from, to);
            return;
        }
        int middle = (from + to) >>> 1;
        sort(k, v, spareKeys, spareValues, from, middle);
        sort(k, v, spareKeys, spareValues, middle, to);
        if (k[middle - 1] <= k[middle]) {
            return;
        }
        int length = middle - from;
        System.arraycopy(k, from, spareKeys, 0, length);
        System.arraycopy(v, from, spareValues, 0, length);
        int left = 0;
        int right = middle;
        int out = from;
        while (left < length && right < to) {
            long a = spareKeys[left];
            long b = k[right];
            if (b < a) {
                k[out] = b;
                v[out++] = v[right++];
            } else {
                k[out] = a;
                v[out++] = spareValues[left++];
            }
        }
        System.arraycopy(spareKeys, left, k, out, length - left);
        System.arraycopy(spareValues, left, v, out, length - left);
    }

    private static void insert(long[] k, Object[] v, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            long key = k[i];
            if (key >= k[i - 1]) {
                continue;
            }
            Object value = v[i];
            int j = i;
            do {
                k[j] = k[j - 1];
                v[j] = v[j - 1];
                j--;
            } while (j > from && key < k[j - 1]);
            k[j] = key;
            v[j] = value;
        }
    }
}
