package dev.clutch.interp.object;

import dev.clutch.interp.PyThreadState;
import org.jspecify.annotations.Nullable;

/**
 * A stable merge of natural runs that only asks whether one key is less than another, and asks seldom. Values, if any, move with their keys. Answers to
 * {@code listsort.txt}: short runs are extended by binary insertion, neighbours on the stack of runs are merged by the powers of their boundary, and a merge
 * in which one side keeps winning gallops.
 */
final class TimSort {
    private static final int MIN_GALLOP = 7;
    private static final int MAX_RUNS = 64;

    private final PyThreadState ts;
    private final Object[] keys;
    private final Object @Nullable [] values;

    private Object[] spareKeys = new Object[0];
    private Object[] spareValues = new Object[0];
    private int minGallop = MIN_GALLOP;

    private int runs;
    private final int[] starts = new int[MAX_RUNS];
    private final int[] lengths = new int[MAX_RUNS];
    private final int[] powers = new int[MAX_RUNS];

    private TimSort(PyThreadState ts, Object[] keys, Object @Nullable [] values) {
        this.ts = ts;
        this.keys = keys;
        this.values = values;
    }

    /** Sorts the keys, and the values with them. */
    static void sort(PyThreadState ts, Object[] keys, Object @Nullable [] values) {
        if (keys.length > 1) {
            new TimSort(ts, keys, values).sort();
        }
    }

    private boolean less(Object a, Object b) {
        ts.checkSignals();
        return ListSort.less(ts, a, b);
    }

    private void sort() {
        int n = keys.length;
        int minRun = minRun(n);
        for (int from = 0; from < n; ) {
            int length = countRun(from, n);
            if (length < minRun) {
                int forced = Math.min(minRun, n - from);
                insert(from, from + length, from + forced);
                length = forced;
            }
            push(from, length);
            from += length;
        }
        while (runs > 1) {
            int at = runs - 2;
            if (at > 0 && lengths[at - 1] < lengths[at + 1]) {
                at--;
            }
            mergeAt(at);
        }
    }

    private static int minRun(int n) {
        int rest = 0;
        while (n >= 64) {
            rest |= n & 1;
            n >>= 1;
        }
        return n + rest;
    }

    /** The length of the run at the start; one that strictly descends is turned round. */
    private int countRun(int from, int to) {
        int i = from + 1;
        if (i == to) {
            return 1;
        }
        if (less(keys[i], keys[i - 1])) {
            do {
                i++;
            } while (i < to && less(keys[i], keys[i - 1]));
            ListSort.reverse(keys, from, i);
            if (values != null) {
                ListSort.reverse(values, from, i);
            }
        } else {
            do {
                i++;
            } while (i < to && !less(keys[i], keys[i - 1]));
        }
        return i - from;
    }

    /** Inserts what stands from {@code sorted} on into the sorted part before it. */
    private void insert(int from, int sorted, int to) {
        Object[] k = keys;
        for (int i = sorted; i < to; i++) {
            Object pivot = k[i];
            int left = from;
            int right = i;
            while (left < right) {
                int middle = (left + right) >>> 1;
                if (less(pivot, k[middle])) {
                    right = middle;
                } else {
                    left = middle + 1;
                }
            }
            if (left < i) {
                System.arraycopy(k, left, k, left + 1, i - left);
                k[left] = pivot;
                if (values != null) {
                    Object value = values[i];
                    System.arraycopy(values, left, values, left + 1, i - left);
                    values[left] = value;
                }
            }
        }
    }

    private void push(int start, int length) {
        if (runs > 0) {
            int power = power(starts[runs - 1], lengths[runs - 1], length, keys.length);
            while (runs > 1 && powers[runs - 2] > power) {
                mergeAt(runs - 2);
            }
            powers[runs - 1] = power;
        }
        starts[runs] = start;
        lengths[runs++] = length;
    }

    /** The depth in a perfectly balanced tree of merges of the boundary between two runs ({@code powerloop}). */
    private static int power(int start, int length, int nextLength, int n) {
        long a = 2L * start + length;
        long b = a + length + nextLength;
        int power = 0;
        while (true) {
            power++;
            if (a >= n) {
                a -= n;
                b -= n;
            } else if (b >= n) {
                return power;
            }
            a <<= 1;
            b <<= 1;
        }
    }

    private void mergeAt(int i) {
        int a = starts[i];
        int aLength = lengths[i];
        int b = starts[i + 1];
        int bLength = lengths[i + 1];
        lengths[i] = aLength + bLength;
        if (i == runs - 3) {
            starts[i + 1] = starts[i + 2];
            lengths[i + 1] = lengths[i + 2];
        }
        runs--;
        int skip = gallopRight(keys[b], keys, a, aLength, 0);
        a += skip;
        aLength -= skip;
        if (aLength == 0) {
            return;
        }
        bLength = gallopLeft(keys[a + aLength - 1], keys, b, bLength, bLength - 1);
        if (bLength == 0) {
            return;
        }
        if (aLength <= bLength) {
            mergeLow(a, aLength, b, bLength);
        } else {
            mergeHigh(a, aLength, b, bLength);
        }
    }

    /** How many of the sorted items are less than the key; the search begins at the hint. */
    private int gallopLeft(Object key, Object[] a, int base, int length, int hint) {
        int last = 0;
        int offset = 1;
        if (less(a[base + hint], key)) {
            int max = length - hint;
            while (offset < max && less(a[base + hint + offset], key)) {
                last = offset;
                offset = grow(offset);
            }
            offset = Math.min(offset, max);
            last += hint;
            offset += hint;
        } else {
            int max = hint + 1;
            while (offset < max && !less(a[base + hint - offset], key)) {
                last = offset;
                offset = grow(offset);
            }
            offset = Math.min(offset, max);
            int swap = last;
            last = hint - offset;
            offset = hint - swap;
        }
        last++;
        while (last < offset) {
            int middle = last + ((offset - last) >>> 1);
            if (less(a[base + middle], key)) {
                last = middle + 1;
            } else {
                offset = middle;
            }
        }
        return offset;
    }

    /** How many of the sorted items are not greater than the key; the search begins at the hint. */
    private int gallopRight(Object key, Object[] a, int base, int length, int hint) {
        int last = 0;
        int offset = 1;
        if (less(key, a[base + hint])) {
            int max = hint + 1;
            while (offset < max && less(key, a[base + hint - offset])) {
                last = offset;
                offset = grow(offset);
            }
            offset = Math.min(offset, max);
            int swap = last;
            last = hint - offset;
            offset = hint - swap;
        } else {
            int max = length - hint;
            while (offset < max && !less(key, a[base + hint + offset])) {
                last = offset;
                offset = grow(offset);
            }
            offset = Math.min(offset, max);
            last += hint;
            offset += hint;
        }
        last++;
        while (last < offset) {
            int middle = last + ((offset - last) >>> 1);
            if (less(key, a[base + middle])) {
                offset = middle;
            } else {
                last = middle + 1;
            }
        }
        return offset;
    }

    private static int grow(int offset) {
        int next = (offset << 1) + 1;
        return next > 0 ? next : Integer.MAX_VALUE;
    }

    private void spare(int from, int length) {
        if (spareKeys.length < length) {
            int room = Math.min(Math.max(length, 256), keys.length);
            spareKeys = new Object[room];
            if (values != null) {
                spareValues = new Object[room];
            }
        }
        System.arraycopy(keys, from, spareKeys, 0, length);
        if (values != null) {
            System.arraycopy(values, from, spareValues, 0, length);
        }
    }

    private void move(int from, int to, int length) {
        System.arraycopy(keys, from, keys, to, length);
        if (values != null) {
            System.arraycopy(values, from, values, to, length);
        }
    }

    private void restore(int from, int to, int length) {
        System.arraycopy(spareKeys, from, keys, to, length);
        if (values != null) {
            System.arraycopy(spareValues, from, values, to, length);
        }
    }

    private void moveOne(int from, int to) {
        keys[to] = keys[from];
        if (values != null) {
            values[to] = values[from];
        }
    }

    private void restoreOne(int from, int to) {
        keys[to] = spareKeys[from];
        if (values != null) {
            values[to] = spareValues[from];
        }
    }

    /** Merges from the left; the first run is the shorter one, and its last item is greater than all of the second. */
    private void mergeLow(int a, int aLength, int b, int bLength) {
        spare(a, aLength);
        int left = 0;
        int right = b;
        int out = a;
        int endLeft = aLength;
        int endRight = b + bLength;
        moveOne(right++, out++);
        merging:
        while (right < endRight && left < endLeft - 1) {
            int wonLeft = 0;
            int wonRight = 0;
            do {
                if (less(keys[right], spareKeys[left])) {
                    moveOne(right++, out++);
                    wonRight++;
                    wonLeft = 0;
                    if (right == endRight) {
                        break merging;
                    }
                } else {
                    restoreOne(left++, out++);
                    wonLeft++;
                    wonRight = 0;
                    if (left == endLeft - 1) {
                        break merging;
                    }
                }
            } while ((wonLeft | wonRight) < minGallop);
            minGallop++;
            do {
                minGallop -= minGallop > 1 ? 1 : 0;
                wonLeft = gallopRight(keys[right], spareKeys, left, endLeft - left, 0);
                if (wonLeft > 0) {
                    restore(left, out, wonLeft);
                    left += wonLeft;
                    out += wonLeft;
                    if (left >= endLeft - 1) {
                        break merging;
                    }
                }
                moveOne(right++, out++);
                if (right == endRight) {
                    break merging;
                }
                wonRight = gallopLeft(spareKeys[left], keys, right, endRight - right, 0);
                if (wonRight > 0) {
                    move(right, out, wonRight);
                    right += wonRight;
                    out += wonRight;
                    if (right == endRight) {
                        break merging;
                    }
                }
                restoreOne(left++, out++);
                if (left == endLeft - 1) {
                    break merging;
                }
            } while (wonLeft >= MIN_GALLOP || wonRight >= MIN_GALLOP);
            minGallop++;
        }
        if (left == endLeft - 1 && right < endRight) {
            move(right, out, endRight - right);
            restoreOne(left, out + endRight - right);
        } else if (left < endLeft) {
            // a comparison that contradicts itself may end here with other counts; nothing is lost
            restore(left, out, endLeft - left);
        }
    }

    /** Merges from the right; the second run is the shorter one, and its first item is less than all of the first. */
    private void mergeHigh(int a, int aLength, int b, int bLength) {
        spare(b, bLength);
        int left = a + aLength - 1;
        int right = bLength - 1;
        int out = b + bLength - 1;
        moveOne(left--, out--);
        merging:
        while (left >= a && right > 0) {
            int wonLeft = 0;
            int wonRight = 0;
            do {
                if (less(spareKeys[right], keys[left])) {
                    moveOne(left--, out--);
                    wonLeft++;
                    wonRight = 0;
                    if (left < a) {
                        break merging;
                    }
                } else {
                    restoreOne(right--, out--);
                    wonRight++;
                    wonLeft = 0;
                    if (right == 0) {
                        break merging;
                    }
                }
            } while ((wonLeft | wonRight) < minGallop);
            minGallop++;
            do {
                minGallop -= minGallop > 1 ? 1 : 0;
                int count = left - a + 1;
                wonLeft = count - gallopRight(spareKeys[right], keys, a, count, count - 1);
                if (wonLeft > 0) {
                    out -= wonLeft;
                    left -= wonLeft;
                    move(left + 1, out + 1, wonLeft);
                    if (left < a) {
                        break merging;
                    }
                }
                restoreOne(right--, out--);
                if (right <= 0) {
                    break merging;
                }
                wonRight = right + 1 - gallopLeft(keys[left], spareKeys, 0, right + 1, right);
                if (wonRight > 0) {
                    out -= wonRight;
                    right -= wonRight;
                    restore(right + 1, out + 1, wonRight);
                    if (right <= 0) {
                        break merging;
                    }
                }
                moveOne(left--, out--);
                if (left < a) {
                    break merging;
                }
            } while (wonLeft >= MIN_GALLOP || wonRight >= MIN_GALLOP);
            minGallop++;
        }
        if (right == 0 && left >= a) {
            int count = left - a + 1;
            move(a, out - count + 1, count);
            restoreOne(0, a);
        } else if (right >= 0) {
            restore(0, out - right, right + 1);
        }
    }
}
