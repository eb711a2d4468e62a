package dev.clutch.extension.spi.api;

import dev.clutch.extension.spi.Stability;
import dev.clutch.extension.spi.ThreadState;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * A view of the memory of an object, valid until it is closed: items of {@link #itemSize()} bytes in an array, or in memory outside the heap. Answers to {@code Py_buffer}.
 *
 * <p>An exporter gives the memory that it has, {@code byte[]}, {@code MemorySegment} or {@code MemorySegment.ofBuffer} of a {@code ByteBuffer}, and Python code works on that memory, without a copy. A consumer
 * asks for what it needs: {@link #segment()} and {@link #byteBuffer()} are the memory itself, and {@link #array()} too where the memory is an array.
 *
 * <p>The view holds the thread state of its maker, for {@link #close()}; another thread ends it by {@link #release}.
 */
@SuppressWarnings("this-escape") // the exporter counts it, and looks no further
@Stability(since = "0.1")
public class BufferView implements AutoCloseable {
    private final ThreadState ts;
    private final Object exporter;
    /** Null for memory that is no array, as long as no consumer has asked for one. */
    private byte @Nullable [] array;

    /** The memory where it is no array, else null. */
    private final @Nullable MemorySegment outside;

    private final int offset;
    private final int length;
    private final boolean readonly;
    private final int itemSize;
    private final String format;
    private final int @Nullable [] shape;
    private final int @Nullable [] strides;
    private final @Nullable BufferExports exports;
    private boolean isReleased;
    private boolean isWriting;

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
        this(ts, exporter, array, null, offset, length, readonly, itemSize, format, shape, strides, exports);
    }

    /**
     * A view of the bytes of a segment. Once its arena is closed, using the view raises ValueError.
     *
     * @param memory at most 2 GB; read-only when the segment is
     * @param exports counts the view while it is open, null where the memory never moves
     */
    public BufferView(ThreadState ts, Object exporter, MemorySegment memory, @Nullable BufferExports exports) {
        this(
                ts,
                exporter,
                memory,
                0,
                Math.toIntExact(memory.byteSize()),
                memory.isReadOnly(),
                1,
                "B",
                null,
                null,
                exports);
    }

    /**
     * A view of items in a segment; the parameters are those of the constructor with an array.
     *
     * @param memory at most 2 GB; its items have the byte order of the machine
     */
    public BufferView(
            ThreadState ts,
            Object exporter,
            MemorySegment memory,
            int offset,
            int length,
            boolean readonly,
            int itemSize,
            String format,
            int @Nullable [] shape,
            int @Nullable [] strides,
            @Nullable BufferExports exports) {
        this(ts, exporter, null, memory, offset, length, readonly, itemSize, format, shape, strides, exports);
    }

    /** A view of the same memory as another view, which stays open as long. */
    public BufferView(ThreadState ts, Object exporter, BufferView memory) {
        this(
                ts,
                exporter,
                memory.outside == null ? memory.array : null,
                memory.outside,
                memory.offset,
                memory.length,
                memory.readonly,
                memory.itemSize,
                memory.format,
                memory.shape,
                memory.strides,
                null);
    }

    private BufferView(
            ThreadState ts,
            Object exporter,
            byte @Nullable [] array,
            @Nullable MemorySegment outside,
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
        this.outside = outside;
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

    /** Whether {@link #array()} is the memory and not a copy. */
    public final boolean hasArray() {
        return outside == null;
    }

    /**
     * The array that holds the items. Where the memory is no array it is a copy, made once; what a consumer that asked for a writable buffer changes in it is written back when the view is closed.
     *
     * @throws dev.clutch.extension.spi.PythonException ValueError when the memory is closed
     */
    public final byte[] array() {
        byte[] a = array;
        if (a == null) {
            a = memory().toArray(ValueLayout.JAVA_BYTE);
            array = a;
        }
        return a;
    }

    /**
     * The {@link #length()} bytes of a view that {@link #isContiguous}, not copied; read-only when the view is. It must not be used after the view is closed.
     *
     * @throws dev.clutch.extension.spi.PythonException ValueError when the memory is closed
     */
    public final MemorySegment segment() {
        if (!isContiguous()) {
            throw new IllegalStateException("the items don't lie one after the other: ask for a contiguous buffer");
        }
        MemorySegment bytes = memory().asSlice(offset, length);
        return readonly ? bytes.asReadOnly() : bytes;
    }

    /** {@link #segment()} as a buffer from position 0 on, in the byte order of the machine. */
    public final ByteBuffer byteBuffer() {
        return segment().asByteBuffer().order(ByteOrder.nativeOrder());
    }

    /** All of the memory in which the items lie, the first at {@link #offset()}; writable whatever the view is. */
    public final MemorySegment memory() {
        checkOpen(ts);
        return outside != null ? outside : MemorySegment.ofArray(array());
    }

    private static boolean isOpen(MemorySegment memory) {
        return memory.scope().isAlive() && memory.isAccessibleBy(Thread.currentThread());
    }

    /** For the runtime: raises ValueError when the memory can't be used any more, or not by this thread. */
    @Stability(since = "0.1", level = Stability.Level.INTERNAL)
    public final void checkOpen(ThreadState current) {
        if (outside != null) {
            if (!outside.scope().isAlive()) {
                throw current.valueError("operation forbidden on closed memory");
            }
            if (!outside.isAccessibleBy(Thread.currentThread())) {
                throw current.valueError("operation forbidden on memory of another thread");
            }
        }
    }

    /** For the runtime: the consumer asked for memory to write. */
    @Stability(since = "0.1", level = Stability.Level.INTERNAL)
    public final void setWriting() {
        isWriting = true;
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
            byte[] copy = array;
            if (outside != null && isWriting && copy != null && isOpen(outside)) {
                MemorySegment.copy(copy, 0, outside, ValueLayout.JAVA_BYTE, 0, copy.length);
            }
            if (exports != null) {
                exports.remove(this);
            }
            onRelease(current);
        }
    }

    /** Called once when the view ends; for exporters that do more than count. */
    protected void onRelease(ThreadState current) {}
}
