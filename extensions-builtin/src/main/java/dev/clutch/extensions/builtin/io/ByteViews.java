package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.api.BufferView;
import java.util.Arrays;

/** Bytes of Python objects, and buffers of streams as Python objects. */
final class ByteViews {
    private ByteViews() {}

    /** The bytes of an object, to be read. */
    static BufferView of(ThreadState ts, Object o) {
        return ts.buffer(o, false);
    }

    /** The bytes of the argument of {@code readinto} and its like, to be written. */
    static BufferView writable(ThreadState ts, Object o, String method) {
        try {
            return ts.buffer(o, true);
        } catch (PythonException e) {
            throw ts.typeError(method + "() argument must be read-write bytes-like object, not " + IoErrors.typeName(ts, o));
        }
    }

    /** A bytearray that owns an array. */
    static Object newByteArray(ThreadState ts, byte[] bytes) {
        throw ts.error("NotImplementedError", "bytearray");
    }

    /** The bytes of a bytes object. */
    static byte[] copy(ThreadState ts, Object bytes) {
        try (BufferView view = of(ts, bytes)) {
            return Arrays.copyOfRange(view.array(), view.offset(), view.offset() + view.length());
        }
    }

    /** A part of an array as an argument of the raw stream. */
    static Object memory(ThreadState ts, byte[] array, int offset, int length, boolean readonly) {
        if (readonly) {
            return ts.newBytes(Arrays.copyOfRange(array, offset, offset + length));
        }
        throw ts.error("NotImplementedError", "memoryview");
    }

    /** Ends what {@link #memory} began. */
    static void release(ThreadState ts, Object view) {}

    /** Whether an object has bytes. */
    static boolean isBuffer(ThreadState ts, Object o) {
        return ts.isBytes(o);
    }
}
