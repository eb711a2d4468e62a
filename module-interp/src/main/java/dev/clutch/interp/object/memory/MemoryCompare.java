package dev.clutch.interp.object.memory;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.api.BufferView;
import dev.clutch.extension.spi.api.Buffers;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Compare;
import org.jspecify.annotations.Nullable;

/** Equality of memoryviews: of shape, and of each item as a value. Answers to {@code memory_richcompare}. */
final class MemoryCompare {
    private MemoryCompare() {}

    /** Returns whether both are equal; null when the other has no buffer. */
    static @Nullable Boolean equal(PyThreadState ts, PyMemoryView self, Object other) {
        if (self.isUnusable()) {
            return self == other;
        }
        if (other instanceof PyMemoryView m) {
            return m.isUnusable() ? self == other : equal(ts, self.live(ts), m.live(ts));
        }
        BufferView view;
        try {
            view = ObjectBuffers.request(ts, other, Buffers.FULL_READONLY);
        } catch (PythonException e) {
            return null;
        }
        try (view) {
            return equal(ts, self.live(ts), MemoryLayout.of(view));
        }
    }

    private static boolean equal(PyThreadState ts, MemoryLayout a, MemoryLayout b) {
        if (!sameShape(a, b)) {
            return false;
        }
        char c = MemoryFormat.size(a.format()) < 0 ? 0 : MemoryFormat.character(a.format());
        char d = MemoryFormat.size(b.format()) < 0 ? 0 : MemoryFormat.character(b.format());
        if (c != 0 && c == d) {
            return new Items(a, b, c, null, null).equal(ts, a.offset(), b.offset(), 0);
        }
        Object unpackA;
        Object unpackB;
        try {
            unpackA = unpacker(ts, a);
            unpackB = unpacker(ts, b);
        } catch (PythonException e) {
            if (Errors.matches(e, "ImportError") || Errors.matches(e, "MemoryError")) {
                throw e;
            }
            return false;
        }
        return new Items(a, b, (char) 0, unpackA, unpackB).equal(ts, a.offset(), b.offset(), 0);
    }

    /** {@code equiv_shape}: dimensions after one without items don't matter. */
    private static boolean sameShape(MemoryLayout a, MemoryLayout b) {
        if (a.dimensions() != b.dimensions()) {
            return false;
        }
        for (int d = 0; d < a.dimensions(); d++) {
            if (a.shape(d) != b.shape(d)) {
                return false;
            }
            if (a.shape(d) == 0) {
                return true;
            }
        }
        return true;
    }

    /** {@code struct_get_unpacker}. */
    private static Object unpacker(PyThreadState ts, MemoryLayout v) {
        Object struct = ts.getAttr(ts.importModule("struct"), "Struct");
        return ts.getAttr(Call.call1(ts, struct, v.format()), "unpack");
    }

    private record Items(
            MemoryLayout a,
            MemoryLayout b,
            char c,
            @Nullable Object unpackA,
            @Nullable Object unpackB) {
        boolean equal(PyThreadState ts, int at, int bt, int dimension) {
            if (dimension == a.dimensions()) {
                return item(ts, at, bt);
            }
            int n = a.shape(dimension);
            int aStride = a.strides()[dimension];
            int bStride = b.strides()[dimension];
            boolean run = dimension == a.dimensions() - 1 && aStride == a.itemSize() && bStride == b.itemSize();
            if (run && c != 0 && c != 'd' && c != 'f' && c != 'e' && c != '?') {
                return a.isSame(at, b, bt, n * aStride);
            }
            for (int i = 0; i < n; i++) {
                if (!equal(ts, at + i * aStride, bt + i * bStride, dimension + 1)) {
                    return false;
                }
            }
            return true;
        }

        private boolean item(PyThreadState ts, int at, int bt) {
            Object f = unpackA;
            Object g = unpackB;
            if (f == null || g == null) {
                Object x = a.get(ts, c, at);
                Object y = b.get(ts, c, bt);
                return x instanceof Double d && y instanceof Double e
                        ? (double) d == (double) e
                        : Compare.equal(ts, x, y);
            }
            return equalValues(ts, values(ts, f, a, at), values(ts, g, b, bt));
        }

        private static boolean equalValues(PyThreadState ts, Object x, Object y) {
            return dev.clutch.interp.op.Truth.of(ts, Compare.rich(ts, dev.clutch.extension.spi.Slot.EQ.id(), x, y));
        }

        /** One value, or a tuple when an item has several ({@code struct_unpack_single}). */
        private static Object values(PyThreadState ts, Object unpack, MemoryLayout v, int at) {
            byte[] item = new byte[v.itemSize()];
            v.read(at, item, item.length);
            Object values = Call.call1(ts, unpack, new PyBytes(item));
            return values instanceof PyTuple t && t.size() == 1 ? t.get(0) : values;
        }
    }
}
