package dev.clutch.extension.spi.api;

import dev.clutch.extension.spi.Stability;

/**
 * Buffers: the memory of an object as bytes, or as an array of items. A type exports its memory by the slot {@code __buffer__}, which returns
 * {@link #newMemoryView} of a {@link BufferView}; PEP 688 and PEP 3118.
 */
@Stability(since = "0.1")
public interface Buffers {
    /** {@code PyBUF_SIMPLE}: contiguous bytes. */
    int SIMPLE = 0;

    /** {@code PyBUF_WRITABLE}. */
    int WRITABLE = 1;

    /** {@code PyBUF_FORMAT}: the consumer looks at the format. */
    int FORMAT = 4;

    /** {@code PyBUF_ND}: the consumer looks at the shape; C-contiguous without {@link #STRIDES}. */
    int ND = 8;

    /** {@code PyBUF_STRIDES}: the consumer looks at the strides. */
    int STRIDES = 0x10 | ND;

    /** {@code PyBUF_C_CONTIGUOUS}. */
    int C_CONTIGUOUS = 0x20 | STRIDES;

    /** {@code PyBUF_F_CONTIGUOUS}. */
    int F_CONTIGUOUS = 0x40 | STRIDES;

    /** {@code PyBUF_ANY_CONTIGUOUS}. */
    int ANY_CONTIGUOUS = 0x80 | STRIDES;

    /** {@code PyBUF_INDIRECT}. No exporter here has suboffsets, so it asks for no more than {@link #STRIDES}. */
    int INDIRECT = 0x100 | STRIDES;

    /** {@code PyBUF_FULL_RO}: anything. */
    int FULL_READONLY = INDIRECT | FORMAT;

    /** Whether the object exports a buffer ({@code PyObject_CheckBuffer}). */
    boolean isBuffer(Object o);

    /**
     * Asks an object for a view of its memory ({@code PyObject_GetBuffer}); the view must be closed.
     *
     * @param flags what the consumer can do with it, see the constants
     * @throws dev.clutch.extension.spi.PythonException TypeError when the object has no buffer, BufferError when it can't be had as asked for
     */
    BufferView buffer(Object o, int flags);

    /** Contiguous bytes: {@link #buffer(Object, int)} with {@link #SIMPLE} or {@link #WRITABLE} ({@code y*} of {@code PyArg_Parse}). */
    BufferView buffer(Object o, boolean writable);

    /**
     * Contiguous bytes to write ({@code w*} of {@code PyArg_Parse}).
     *
     * @param argument how the message calls it: {@code readinto() argument}, or {@code pack_into() argument 2}
     */
    BufferView writableBuffer(Object o, String argument);

    /** The bytes of an object with a buffer, as many as there are, not to be written: those of a bytes object itself, otherwise a copy. */
    byte[] bytesOf(Object o);

    /** A memoryview that owns the view, and closes it when it is released. */
    Object newMemoryView(BufferView view);

    /** A bytearray that owns the given array. */
    Object newByteArray(byte[] bytes);

    /** Whether the object is a bytearray or of a subclass. */
    boolean isByteArray(Object o);
}
