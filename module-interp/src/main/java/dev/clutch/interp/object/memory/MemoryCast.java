package dev.clutch.interp.object.memory;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.api.BufferView;
import dev.clutch.extension.spi.api.Buffers;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Codecs;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyInt;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PySlice;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.SliceIndices;
import dev.clutch.interp.op.Iter;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code memoryview.cast}, and assignment to slices. Answers to {@code cast_to_1D}, {@code cast_to_ND} and {@code copy_single}. */
final class MemoryCast {
    private static final int MAX_DIMENSIONS = 64;

    private MemoryCast() {}

    static MemoryLayout cast(PyThreadState ts, MemoryLayout v, Object format, @Nullable Object shape) {
        if (!v.isCContiguous()) {
            throw Errors.typeError(ts, "memoryview: casts are restricted to C-contiguous views");
        }
        if ((shape != null || v.dimensions() != 1) && v.length() == 0) {
            throw Errors.typeError(ts, "memoryview: cannot cast view with zeros in shape or strides");
        }
        Object[] dimensions = new Object[0];
        if (shape != null) {
            if (!(shape instanceof PyList) && !(shape instanceof PyTuple)) {
                throw Errors.typeError(ts, "shape must be a list or a tuple");
            }
            dimensions = Iter.toArray(ts, shape);
            if (dimensions.length > MAX_DIMENSIONS) {
                throw Errors.valueError(ts, "memoryview: number of dimensions must not exceed " + MAX_DIMENSIONS);
            }
            if (v.dimensions() != 1 && dimensions.length != 1) {
                throw Errors.typeError(ts, "memoryview: cast must be 1D -> ND or ND -> 1D");
            }
        }
        MemoryLayout flat = flat(ts, v, format);
        return shape == null ? flat : shaped(ts, flat, dimensions);
    }

    private static MemoryLayout flat(PyThreadState ts, MemoryLayout v, Object text) {
        if (!Str.isAscii(text)) {
            Codecs.encode(ts, text, "ascii", "strict");
        }
        String format = Str.toJavaString(text);
        int size = MemoryFormat.size(format);
        if (size < 0) {
            throw Errors.valueError(
                    ts,
                    "memoryview: destination format must be a native single character format prefixed with an optional '@'");
        }
        boolean fromBytes = MemoryFormat.size(v.format()) > 0 && MemoryFormat.isByte(v.format());
        if (!fromBytes && !MemoryFormat.isByte(format)) {
            throw Errors.typeError(ts, "memoryview: cannot cast between two non-byte formats");
        }
        if (v.length() % size != 0) {
            throw Errors.typeError(ts, "memoryview: length is not a multiple of itemsize");
        }
        int[] shape = {v.length() / size};
        int[] strides = {size};
        return new MemoryLayout(
                v.array(), v.outside(), v.offset(), v.length(), v.isReadonly(), size, format, shape, strides);
    }

    private static MemoryLayout shaped(PyThreadState ts, MemoryLayout v, Object[] dimensions) {
        int[] shape = new int[dimensions.length];
        BigInteger product = BigInteger.valueOf(v.itemSize());
        for (int d = 0; d < shape.length; d++) {
            Object n = PyInt.plainOrNull(dimensions[d]);
            if (n == null) {
                throw Errors.typeError(ts, "memoryview.cast(): elements of shape must be integers");
            }
            if (!(n instanceof Long l) || l <= 0) {
                throw Errors.valueError(ts, "memoryview.cast(): elements of shape must be integers > 0");
            }
            product = product.multiply(BigInteger.valueOf(l));
            if (product.bitLength() > 63) {
                throw Errors.valueError(ts, "memoryview.cast(): product(shape) > SSIZE_MAX");
            }
            shape[d] = (int) (long) l;
        }
        if (product.longValue() != v.length()) {
            throw Errors.typeError(ts, "memoryview: product(shape) * itemsize != buffer size");
        }
        int[] strides = MemoryItems.cStrides(shape, v.itemSize());
        return new MemoryLayout(
                v.array(),
                v.outside(),
                v.offset(),
                v.length(),
                v.isReadonly(),
                v.itemSize(),
                v.format(),
                shape,
                strides);
    }

    static void assign(PyThreadState ts, PyMemoryView self, PySlice slice, Object value) {
        try (BufferView source = ts.buffer(value, Buffers.FULL_READONLY)) {
            MemoryLayout all = self.live(ts);
            MemoryLayout target = all.slice(SliceIndices.of(ts, slice, all.shape(0)));
            self.live(ts);
            MemoryLayout from = MemoryLayout.of(source);
            if (!bare(from.format()).equals(bare(target.format()))
                    || from.itemSize() != target.itemSize()
                    || !Arrays.equals(from.shape(), target.shape())) {
                throw differ(ts);
            }
            byte[] items = from.bytes(false);
            MemoryItems.copy(
                    MemorySegment.ofArray(items),
                    0,
                    MemoryItems.cStrides(from.shape(), from.itemSize()),
                    target.memory(),
                    target.offset(),
                    target.strides(),
                    target.shape(),
                    target.itemSize(),
                    0);
        }
    }

    private static PythonException differ(PyThreadState ts) {
        return Errors.valueError(ts, "memoryview assignment: lvalue and rvalue have different structures");
    }

    private static String bare(String format) {
        return format.startsWith("@") ? format.substring(1) : format;
    }
}
