package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.api.BufferView;

/** Bytes of Python objects, and buffers of streams as Python objects. */
final class ByteViews {
    private ByteViews() {}

    /** The bytes of an object, to be read. */
    static BufferView of(ThreadState ts, Object o) {
        return ts.buffer(o, false);
    }

    /** The bytes of the argument of {@code readinto} and its like, to be written. */
    static BufferView writable(ThreadState ts, Object o, String method) {
        return ts.writableBuffer(o, method + "() argument");
    }

    /** The bytes of an object, not to be written. */
    static byte[] copy(ThreadState ts, Object o) {
        return ts.bytesOf(o);
    }

    /** A part of the buffer of a stream as an argument for its raw stream ({@code PyMemoryView_FromMemory}). */
    static Object memory(ThreadState ts, Object owner, byte[] array, int offset, int length, boolean readonly) {
        return ts.newMemoryView(new BufferView(ts, owner, array, offset, length, readonly, null));
    }
}
