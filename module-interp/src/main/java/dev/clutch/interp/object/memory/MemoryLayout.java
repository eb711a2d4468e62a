package dev.clutch.interp.object.memory;

import dev.clutch.extension.spi.api.BufferExports;
import dev.clutch.extension.spi.api.BufferView;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.SliceIndices;
import dev.clutch.interp.op.Numbers;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where the items of a memoryview lie. Immutable.
 *
 * @param array the memory where it is an array, else empty
 * @param outside the memory where it is no array, else null
 * @param offset of the item with all indices 0
 * @param length the number of items times their size
 */
record MemoryLayout(
        byte[] array,
        @Nullable MemorySegment outside,
        int offset,
        int length,
        boolean isReadonly,
        int itemSize,
        String format,
        int[] shape,
        int[] strides) {
    private static final byte[] NONE = {};

    /** Looks again whether the memory may be used. */
    interface Check {
        Object run();
    }

    static MemoryLayout of(BufferView v) {
        return new MemoryLayout(
                v.hasArray() ? v.array() : NONE,
                v.hasArray() ? null : v.memory(),
                v.offset(),
                v.length(),
                v.isReadonly(),
                v.itemSize(),
                v.format(),
                MemoryItems.shape(v),
                MemoryItems.strides(v));
    }

    int dimensions() {
        return shape.length;
    }

    int shape(int dimension) {
        return shape[dimension];
    }

    MemoryLayout readonly() {
        return new MemoryLayout(array, outside, offset, length, true, itemSize, format, shape, strides);
    }

    /** A slice in the first dimension ({@code init_slice}). */
    MemoryLayout slice(SliceIndices i) {
        int[] newShape = shape.clone();
        int[] newStrides = strides.clone();
        newShape[0] = i.count();
        newStrides[0] = (int) (strides[0] * i.step());
        int n = itemSize;
        for (int s : newShape) {
            n *= s;
        }
        int at = i.count() == 0 ? offset : offset + strides[0] * i.start();
        return new MemoryLayout(array, outside, at, n, isReadonly, itemSize, format, newShape, newStrides);
    }

    BufferView view(
            PyThreadState ts, PyMemoryView exporter, boolean withFormat, boolean withShape, BufferExports exports) {
        if (outside != null) {
            // an array that a consumer asks for has no more than the bytes of this view
            boolean isPart = isCContiguous();
            return new BufferView(
                    ts,
                    exporter,
                    isPart ? outside.asSlice(offset, length) : outside,
                    isPart ? 0 : offset,
                    length,
                    isReadonly,
                    itemSize,
                    withFormat ? format : "B",
                    withShape ? shape : null,
                    withShape ? strides : null,
                    exports);
        }
        return new BufferView(
                ts,
                exporter,
                array,
                offset,
                length,
                isReadonly,
                itemSize,
                withFormat ? format : "B",
                withShape ? shape : null,
                withShape ? strides : null,
                exports);
    }

    boolean isCContiguous() {
        return isContiguous(MemoryItems.cStrides(shape, itemSize));
    }

    boolean isFortranContiguous() {
        return isContiguous(MemoryItems.fortranStrides(shape, itemSize));
    }

    private boolean isContiguous(int[] expected) {
        if (shape.length == 1) {
            return shape[0] == 1 || strides[0] == itemSize;
        }
        if (length == 0) {
            return true;
        }
        for (int d = 0; d < shape.length; d++) {
            if (shape[d] > 1 && strides[d] != expected[d]) {
                return false;
            }
        }
        return true;
    }

    /** A copy of the items, one after the other. */
    byte[] bytes(boolean fortran) {
        byte[] result = new byte[length];
        if (!fortran && isCContiguous()) {
            read(offset, result, length);
        } else if (length > 0) {
            int[] target =
                    fortran ? MemoryItems.fortranStrides(shape, itemSize) : MemoryItems.cStrides(shape, itemSize);
            MemoryItems.copy(memory(), offset, strides, MemorySegment.ofArray(result), 0, target, shape, itemSize, 0);
        }
        return result;
    }

    /** The item at a place of the array. */
    Object get(PyThreadState ts, int at) {
        return get(ts, MemoryFormat.single(ts, format), at);
    }

    /** The item at a place, by the character of its format. */
    Object get(PyThreadState ts, char c, int at) {
        if (outside == null) {
            return MemoryFormat.unpack(ts, c, array, at);
        }
        byte[] item = new byte[itemSize];
        read(at, item, itemSize);
        return MemoryFormat.unpack(ts, c, item, 0);
    }

    /** Copies bytes out of the memory. */
    void read(int at, byte[] to, int count) {
        if (outside == null) {
            System.arraycopy(array, at, to, 0, count);
        } else {
            MemorySegment.copy(outside, ValueLayout.JAVA_BYTE, at, to, 0, count);
        }
    }

    /** Copies bytes into the memory. */
    void write(int at, byte[] from, int count) {
        if (outside == null) {
            System.arraycopy(from, 0, array, at, count);
        } else {
            MemorySegment.copy(from, 0, outside, ValueLayout.JAVA_BYTE, at, count);
        }
    }

    /** Whether a run of bytes is the same as one of another. */
    boolean isSame(int at, MemoryLayout other, int otherAt, int count) {
        if (outside == null && other.outside == null) {
            return Arrays.equals(array, at, at + count, other.array, otherAt, otherAt + count);
        }
        return MemorySegment.mismatch(memory(), at, at + count, other.memory(), otherAt, otherAt + count) < 0;
    }

    /** All of the memory, in which places count from 0. */
    MemorySegment memory() {
        return outside == null ? MemorySegment.ofArray(array) : outside;
    }

    /** {@code lookup_dimension} from the first item. */
    int offsetOf(PyThreadState ts, long index, int dimension) {
        return offset + part(ts, index, dimension);
    }

    private int part(PyThreadState ts, long index, int dimension) {
        int n = shape[dimension];
        long i = index < 0 ? index + n : index;
        if (i < 0 || i >= n) {
            throw Errors.error(ts, "IndexError", "index out of bounds on dimension " + (dimension + 1));
        }
        return (int) i * strides[dimension];
    }

    /** {@code ptr_from_tuple}. */
    int offsetOf(PyThreadState ts, PyTuple indices, Check check) {
        if (indices.size() < shape.length) {
            throw Errors.error(ts, "NotImplementedError", "sub-views are not implemented");
        }
        if (indices.size() > shape.length) {
            throw Errors.typeError(
                    ts, "cannot index " + shape.length + "-dimension view with " + indices.size() + "-element tuple");
        }
        int at = offset;
        for (int d = 0; d < shape.length; d++) {
            long i = Numbers.position(ts, indices.get(d));
            check.run();
            at += part(ts, i, d);
        }
        return at;
    }

    Object toList(PyThreadState ts, char c, int at, int dimension) {
        if (dimension == shape.length) {
            return get(ts, c, at);
        }
        Object[] items = new Object[shape[dimension]];
        for (int i = 0; i < items.length; i++) {
            items[i] = toList(ts, c, at + i * strides[dimension], dimension + 1);
        }
        return new PyList(items);
    }
}
