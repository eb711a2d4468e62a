package dev.clutch.interp.object.memory;

import dev.clutch.extension.spi.api.BufferView;
import java.lang.foreign.MemorySegment;

/** Moves items of arrays with any strides. Answers to {@code PyBuffer_ToContiguous} and {@code copy_rec}. */
public final class MemoryItems {
    private MemoryItems() {}

    static int[] shape(BufferView v) {
        int[] shape = new int[v.dimensions()];
        for (int d = 0; d < shape.length; d++) {
            shape[d] = v.shape(d);
        }
        return shape;
    }

    static int[] strides(BufferView v) {
        int[] strides = new int[v.dimensions()];
        for (int d = 0; d < strides.length; d++) {
            strides[d] = v.stride(d);
        }
        return strides;
    }

    /** The strides of items that lie one after the other in C's order. */
    static int[] cStrides(int[] shape, int itemSize) {
        int[] strides = new int[shape.length];
        int stride = itemSize;
        for (int d = shape.length - 1; d >= 0; d--) {
            strides[d] = stride;
            stride *= shape[d];
        }
        return strides;
    }

    /** The strides of items that lie one after the other in Fortran's order. */
    static int[] fortranStrides(int[] shape, int itemSize) {
        int[] strides = new int[shape.length];
        int stride = itemSize;
        for (int d = 0; d < shape.length; d++) {
            strides[d] = stride;
            stride *= shape[d];
        }
        return strides;
    }

    /** A new array with the items in C's order. */
    public static byte[] copy(BufferView v) {
        byte[] result = new byte[v.length()];
        if (v.hasArray() && v.isContiguous()) {
            System.arraycopy(v.array(), v.offset(), result, 0, result.length);
        } else {
            int[] shape = shape(v);
            copy(
                    v.memory(),
                    v.offset(),
                    strides(v),
                    MemorySegment.ofArray(result),
                    0,
                    cStrides(shape, v.itemSize()),
                    shape,
                    v.itemSize(),
                    0);
        }
        return result;
    }

    /** Copies the items of one array of a shape to another, from a dimension on. Their memory doesn't overlap. */
    static void copy(
            MemorySegment from,
            int fromAt,
            int[] fromStrides,
            MemorySegment to,
            int toAt,
            int[] toStrides,
            int[] shape,
            int itemSize,
            int dimension) {
        if (dimension == shape.length) {
            MemorySegment.copy(from, fromAt, to, toAt, itemSize);
            return;
        }
        int n = shape[dimension];
        if (dimension == shape.length - 1 && fromStrides[dimension] == itemSize && toStrides[dimension] == itemSize) {
            MemorySegment.copy(from, fromAt, to, toAt, (long) n * itemSize);
            return;
        }
        for (int i = 0; i < n; i++) {
            copy(
                    from,
                    fromAt + i * fromStrides[dimension],
                    fromStrides,
                    to,
                    toAt + i * toStrides[dimension],
                    toStrides,
                    shape,
                    itemSize,
                    dimension + 1);
        }
    }
}
