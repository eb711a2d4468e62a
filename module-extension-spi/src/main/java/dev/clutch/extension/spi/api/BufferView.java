package dev.clutch.extension.spi.api;

import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * A view of the memory of an object, valid until it is closed: items of {@link #itemSize()} bytes in an array. Answers to {@code Py_buffer}.
 *
 * <p>The view holds the thread state of its maker, for {@link #close()}; another thread ends it by {@link #release}.
 */
@SuppressWarnings("this-escape") // the exporter counts it, and looks no further
public class BufferView implements AutoCloseable {
    private final ThreadState ts;
    private final Object exporter;
    private final byte[] array;
    private final int offset;
    private final int length;
    private final boolean readonly;
    private final int itemSize;
    private final String format;
    private final int @Nullable [] shape;
    private final int @Nullable [] strides;
    private final @Nullable BufferExports exports;
    private boolean isReleased;

    /**
     * A view of bytes.
     *
     * @param exports counts the view while it is open, null where the memory never moves
     */
    public BufferView(
            ThreadState ts,
            Object exporter,
            byte[] array,
            int offset,
            int length,
            boolean readonly,
            @Nullable BufferExports exports) {
        this(ts, exporter, array, offset, length, readonly, 1, "B", null, null, exports);
    }

    /**
     * A view of items.
     *
     * @param offset where the item with all indices 0 begins
     * @param length the number of items times their size, in bytes
     * @param format as the module {@code struct} writes it
     * @param shape the number of items in each dimension; null for one dimension
     * @param strides the bytes from an item to the next in each dimension; null for items that lie one after the other, in C's order
     * @param exports counts the view while it is open, null where the memory never moves
     */
    public BufferView(
            ThreadState ts,
            Object exporter,
            byte[] array,
            int offset,
            int length,
            boolean readonly,
            int itemSize,
            String format,
            int @Nullable [] shape,
            int @Nullable [] strides,
            @Nullable BufferExports exports) {
        this.ts = ts;
        this.exporter = exporter;
        this.array = array;
        this.offset = offset;
        this.length = length;
        this.readonly = readonly;
        this.itemSize = itemSize;
        this.format = format;
        this.shape = shape == null ? null : shape.clone();
        this.strides = strides == null ? null : strides.clone();
        this.exports = exports;
        if (exports != null) {
            exports.add(this);
        }
    }

    /** The object whose memory it is. */
    public final Object exporter() {
        return exporter;
    }

    /** The array that holds the items. */
    public final byte[] array() {
        return array;
    }

    /** Where the item with all indices 0 begins. */
    public final int offset() {
        return offset;
    }

    /** The number of items times their size. */
    public final int length() {
        return length;
    }

    /** Whether the items must not be written. */
    public final boolean isReadonly() {
        return readonly;
    }

    /** Bytes of an item. */
    public final int itemSize() {
        return itemSize;
    }

    /** The format of an item, as the module {@code struct} writes it. */
    public final String format() {
        return format;
    }

    /** The number of dimensions. */
    public final int dimensions() {
        return shape == null ? 1 : shape.length;
    }

    /** The number of items in a dimension. */
    public final int shape(int dimension) {
        return shape == null ? length / itemSize : shape[dimension];
    }

    /** The bytes from an item to the next in a dimension. */
    public final int stride(int dimension) {
        if (strides != null) {
            return strides[dimension];
        }
        int stride = itemSize;
        for (int d = dimensions() - 1; d > dimension; d--) {
            stride *= shape(d);
        }
        return stride;
    }

    /** Whether the items lie one after the other in C's order, so that the bytes are {@link #length()} from {@link #offset()} on. */
    public final boolean isContiguous() {
        if (strides == null || length == 0) {
            return true;
        }
        int expected = itemSize;
        for (int d = strides.length - 1; d >= 0; d--) {
            int n = shape(d);
            if (n > 1 && strides[d] != expected) {
                return false;
            }
            expected *= n;
        }
        return true;
    }

    /** Whether it was closed. */
    public final boolean isReleased() {
        return isReleased;
    }

    /** Ends the view, on the thread that made it. Does nothing the second time. */
    @Override
    public final void close() {
        release(ts);
    }

    /** Ends the view ({@code PyBuffer_Release}). Does nothing the second time. */
    public final void release(ThreadState current) {
        if (!isReleased) {
            isReleased = true;
            if (exports != null) {
                exports.remove(this);
            }
            onRelease(current);
        }
    }

    /** Called once when the view ends; for exporters that do more than count. */
    protected void onRelease(ThreadState current) {}
}
