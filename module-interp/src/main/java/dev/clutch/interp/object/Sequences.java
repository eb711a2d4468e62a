package dev.clutch.interp.object;

import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Compare;
import dev.clutch.interp.op.Numbers;
import dev.clutch.interp.op.Text;
import java.util.Arrays;

/** What list and tuple share: work on an array of items and a count. */
final class Sequences {
    private Sequences() {}

    /** Checks a subscript. */
    static int index(PyThreadState ts, String kind, Object key, int size) {
        if (!(key instanceof Long) && Types.of(key).slot(Slot.INDEX) == null) {
            throw Errors.typeError(
                    ts,
                    kind + " indices must be integers or slices, not "
                            + Types.of(key).displayName());
        }
        long i = Numbers.position(ts, key);
        if (i < 0) {
            i += size;
        }
        if (i < 0 || i >= size) {
            throw Errors.error(ts, "IndexError", kind + " index out of range");
        }
        return (int) i;
    }

    static Object[] slice(Object[] items, SliceIndices i) {
        if (i.step() == 1) {
            return Arrays.copyOfRange(items, i.start(), i.start() + i.count());
        }
        Object[] result = new Object[i.count()];
        for (int n = 0; n < result.length; n++) {
            result[n] = items[i.at(n)];
        }
        return result;
    }

    static Object[] concat(Object[] a, int aSize, Object[] b, int bSize) {
        Object[] result = Arrays.copyOf(a, aSize + bSize);
        System.arraycopy(b, 0, result, aSize, bSize);
        return result;
    }

    static Object[] repeat(PyThreadState ts, Object[] items, int size, Object count) {
        long n = Math.max(0, Numbers.count(ts, count));
        if (n * (double) size > Integer.MAX_VALUE - 8) {
            throw Errors.error(ts, "MemoryError", "");
        }
        ts.reserve(4 * n * size);
        int total = size == 0 ? 0 : (int) (n * size);
        Object[] result = new Object[total];
        System.arraycopy(items, 0, result, 0, Math.min(size, total));
        for (int filled = size; filled < total; filled *= 2) {
            System.arraycopy(result, 0, result, filled, Math.min(filled, total - filled));
        }
        return result;
    }

    /** Returns the index of the first equal item within bounds, or -1. The array must not change meanwhile. */
    static int indexOf(PyThreadState ts, Object[] items, int size, Object value, int from, int to) {
        for (int i = from; i < Math.min(to, size); i++) {
            if (Compare.equal(ts, items[i], value)) {
                return i;
            }
        }
        return -1;
    }

    static long count(PyThreadState ts, Object[] items, int size, Object value) {
        long n = 0;
        for (int i = 0; i < size; i++) {
            if (Compare.equal(ts, items[i], value)) {
                n++;
            }
        }
        return n;
    }

    /** Compares by the first items that differ ({@code list_richcompare}). */
    static Object compare(PyThreadState ts, Slot op, Object[] a, int aSize, Object[] b, int bSize) {
        if (aSize != bSize && (op == Slot.EQ || op == Slot.NE)) {
            return op == Slot.NE;
        }
        for (int i = 0; i < Math.min(aSize, bSize); i++) {
            if (!Compare.equal(ts, a[i], b[i])) {
                if (op == Slot.EQ) {
                    return false;
                }
                return op == Slot.NE ? true : Compare.rich(ts, op.id(), a[i], b[i]);
            }
        }
        return Ordering.holds(op, Integer.compare(aSize, bSize));
    }

    static Object repr(
            PyThreadState ts, Object self, Object[] items, int size, String open, String close, String recursive) {
        if (!ts.reprs.enter(self)) {
            return recursive;
        }
        ts.enterNative();
        try {
            StrBuilder out = new StrBuilder(size * 4 + 2);
            out.append((Object) open);
            for (int i = 0; i < size; i++) {
                if (i > 0) {
                    out.append((Object) ", ");
                }
                out.append(Text.repr(ts, items[i]));
            }
            return out.append((Object) close).build();
        } finally {
            ts.leaveNative();
            ts.reprs.leave(self);
        }
    }
}
