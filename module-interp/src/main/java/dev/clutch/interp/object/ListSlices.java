package dev.clutch.interp.object;

import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Iter;

/** Assignment to slices of lists, and their deletion. Answers to {@code list_ass_subscript}. */
final class ListSlices {
    private ListSlices() {}

    static void assign(PyThreadState ts, PyList list, PySlice slice, Object value) {
        if (Types.of(value).slot(Slot.ITER) == null && Types.of(value).slot(Slot.GETITEM) == null) {
            throw Errors.typeError(
                    ts,
                    SliceIndices.of(ts, slice, list.size).step() == 1
                            ? "can only assign an iterable"
                            : "must assign iterable to extended slice");
        }
        Object[] values = Iter.toArray(ts, value);
        SliceIndices i = SliceIndices.of(ts, slice, list.size);
        if (i.step() == 1) {
            replace(list, i.start(), Math.max(i.start(), i.stop()), values);
            return;
        }
        if (values.length != i.count()) {
            throw Errors.valueError(
                    ts,
                    "attempt to assign sequence of size " + values.length + " to extended slice of size " + i.count());
        }
        for (int n = 0; n < values.length; n++) {
            list.items[i.at(n)] = values[n];
        }
    }

    private static void replace(PyList list, int from, int to, Object[] values) {
        Object[] all = new Object[list.size - (to - from) + values.length];
        System.arraycopy(list.items, 0, all, 0, from);
        System.arraycopy(values, 0, all, from, values.length);
        System.arraycopy(list.items, to, all, from + values.length, list.size - to);
        list.setAll(all);
    }

    static void delete(PyThreadState ts, PyList list, PySlice slice) {
        SliceIndices i = SliceIndices.of(ts, slice, list.size);
        if (i.count() == 0) {
            return;
        }
        if (i.step() == 1) {
            replace(list, i.start(), i.stop(), new Object[0]);
            return;
        }
        boolean[] gone = new boolean[list.size];
        for (int n = 0; n < i.count(); n++) {
            gone[i.at(n)] = true;
        }
        Object[] kept = new Object[list.size - i.count()];
        int n = 0;
        for (int p = 0; p < list.size; p++) {
            if (!gone[p]) {
                kept[n++] = list.items[p];
            }
        }
        list.setAll(kept);
    }
}
