package dev.clutch.interp.object;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.api.SliceRange;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Numbers;

/** A slice applied to a sequence of some length: the first index, the step and the number of items. Answers to {@code PySlice_Unpack} and {@code PySlice_AdjustIndices}. */
public record SliceIndices(int start, int stop, long step, int count) {
    /** {@link #of} for extensions. */
    public static SliceRange range(PyThreadState ts, PySlice slice, int length) {
        SliceIndices i = of(ts, slice, length);
        return new SliceRange(i.start, i.stop, i.step, i.count);
    }

    public static SliceIndices of(PyThreadState ts, PySlice slice, int length) {
        long step = slice.step == Singleton.NONE ? 1 : index(ts, slice.step);
        if (step == 0) {
            throw Errors.valueError(ts, "slice step cannot be zero");
        }
        step = Math.max(step, -Long.MAX_VALUE);
        long start = slice.start == Singleton.NONE ? (step < 0 ? Long.MAX_VALUE : 0) : index(ts, slice.start);
        long stop = slice.stop == Singleton.NONE ? (step < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : index(ts, slice.stop);
        start = adjust(start, length, step);
        stop = adjust(stop, length, step);
        long count = 0;
        if (step < 0) {
            count = stop < start ? (start - stop - 1) / -step + 1 : 0;
        } else if (start < stop) {
            count = (stop - start - 1) / step + 1;
        }
        return new SliceIndices((int) start, (int) stop, step, (int) count);
    }

    private static long adjust(long i, int length, long step) {
        if (i < 0) {
            i += length;
            return i < 0 ? (step < 0 ? -1 : 0) : i;
        }
        return i >= length ? (step < 0 ? length - 1L : length) : i;
    }

    /** {@code _PyEval_SliceIndex}. */
    static long index(PyThreadState ts, Object o) {
        if (o instanceof Long l) {
            return l;
        }
        if (PyInt.plainOrNull(o) == null && Types.of(o).slot(dev.clutch.extension.spi.Slot.INDEX) == null) {
            throw Errors.typeError(ts, "slice indices must be integers or None or have an __index__ method");
        }
        return Numbers.clampedLong(ts, o);
    }

    /** Clamps a start or stop argument that cannot be None ({@code _PyEval_SliceIndexNotNone}). */
    static int position(PyThreadState ts, Object o, int length) {
        if (PyInt.plainOrNull(o) == null && Types.of(o).slot(dev.clutch.extension.spi.Slot.INDEX) == null) {
            throw Errors.typeError(ts, "slice indices must be integers or have an __index__ method");
        }
        return bound(ts, o, 0, length);
    }

    /** Clamps a start or stop argument of {@code find}, {@code index} and the like; None means the default. */
    public static int bound(PyThreadState ts, Object o, int fallback, int length) {
        if (o == Singleton.NONE) {
            return fallback;
        }
        long i = index(ts, o);
        if (i < 0) {
            i = Math.max(0, i + length);
        }
        return (int) Math.min(i, Integer.MAX_VALUE);
    }

    /** Returns the index of item {@code i} of the slice. */
    public int at(int i) {
        return (int) (start + i * step);
    }
}
