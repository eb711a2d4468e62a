package dev.clutch.extensions.builtin.bisect;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.ThreadState;

/** {@code _bisect}. */
@ExtensionModule(
        name = "_bisect",
        doc = "Binary search in sorted sequences.",
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class BisectModule {
    /** The end of the range to search, -1 for the length ({@code ssize_t(accept={int, NoneType})}). */
    private static long high(ThreadState ts, Object hi) {
        if (hi == Singleton.NONE) {
            return -1;
        }
        if (ts.index(hi) instanceof Long l) {
            return l;
        }
        throw ts.error("OverflowError", "cannot fit '" + ts.typeOf(hi).displayName() + "' into an index-sized integer");
    }

    private static long search(ThreadState ts, Object a, Object x, long lo, long hi, Object key, boolean right) {
        if (lo < 0) {
            throw ts.valueError("lo must be non-negative");
        }
        long low = lo;
        long high = hi == -1 ? ts.longSize(a) : hi;
        if (low >= high) {
            return low;
        }
        boolean isExactList = ts.typeOf(a) == ts.builtinType("list");
        while (low < high) {
            long middle = (low + high) >>> 1;
            Object item = isExactList && middle < ts.fastSize(a) ? ts.fastItem(a, (int) middle) : ts.getItem(a, middle);
            if (key != Singleton.NONE) {
                item = ts.call(key, item);
            }
            if (right) {
                if (ts.isTrue(ts.compare(Slot.LT, x, item))) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            } else if (ts.isTrue(ts.compare(Slot.LT, item, x))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static void insert(ThreadState ts, Object a, Object x, long lo, Object hi, Object key, boolean right) {
        Object searched = key == Singleton.NONE ? x : ts.call(key, x);
        long index = search(ts, a, searched, lo, high(ts, hi), key, right);
        ts.callMethod(a, "insert", index, x);
    }

    @Expose(
            signature = "(a, x, lo=0, hi=None, *, key=None)",
            doc = "Where to insert x in the sorted a so that it comes after equal items.")
    static long bisect_right(ThreadState ts, Object a, Object x, long lo, Object hi, Object key) {
        return search(ts, a, x, lo, high(ts, hi), key, true);
    }

    @Expose(
            signature = "(a, x, lo=0, hi=None, *, key=None)",
            doc = "Where to insert x in the sorted a so that it comes before equal items.")
    static long bisect_left(ThreadState ts, Object a, Object x, long lo, Object hi, Object key) {
        return search(ts, a, x, lo, high(ts, hi), key, false);
    }

    @Expose(signature = "(a, x, lo=0, hi=None, *, key=None)", doc = "Insert x in the sorted a after equal items.")
    static void insort_right(ThreadState ts, Object a, Object x, long lo, Object hi, Object key) {
        insert(ts, a, x, lo, hi, key, true);
    }

    @Expose(signature = "(a, x, lo=0, hi=None, *, key=None)", doc = "Insert x in the sorted a before equal items.")
    static void insort_left(ThreadState ts, Object a, Object x, long lo, Object hi, Object key) {
        insert(ts, a, x, lo, hi, key, false);
    }
}
