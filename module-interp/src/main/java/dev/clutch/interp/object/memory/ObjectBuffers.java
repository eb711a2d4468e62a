package dev.clutch.interp.object.memory;

import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.api.BufferView;
import dev.clutch.extension.spi.api.Buffers;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.bytes.PyByteArray;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.op.Numbers;
import java.util.Arrays;

/** Asks any object for its buffer. Answers to {@code PyObject_GetBuffer} and {@code slot_bf_getbuffer}. */
public final class ObjectBuffers {
    private ObjectBuffers() {}

    /** Whether an object exports a buffer. */
    public static boolean has(Object o) {
        return Types.of(o).slot(Slot.BUFFER) != null;
    }

    /** Returns a view, which must be closed. */
    public static BufferView request(PyThreadState ts, Object o, int flags) {
        BufferView view = export(ts, o, flags);
        if ((flags & Buffers.WRITABLE) != 0) {
            view.setWriting();
        }
        return view;
    }

    private static BufferView export(PyThreadState ts, Object o, int flags) {
        if (o instanceof PyBytes b && b.type() == PyBytes.TYPE) {
            return b.view(ts, flags);
        }
        if (o instanceof PyByteArray b && b.type() == PyByteArray.TYPE) {
            return b.view(ts);
        }
        if (o instanceof PyMemoryView m) {
            return m.view(ts, flags);
        }
        TypeObject type = Types.of(o);
        NativeTable table = type.slot(Slot.BUFFER);
        if (table == null) {
            throw Errors.typeError(ts, "a bytes-like object is required, not '" + type.displayName() + "'");
        }
        Object made = table.call1(Slot.BUFFER.id(), ts, o, (long) flags);
        if (!(made instanceof PyMemoryView m)) {
            throw Errors.typeError(ts, "__buffer__ returned non-memoryview object");
        }
        if (table != TypeObject.PYTHON && type.slot(Slot.RELEASE_BUFFER) != TypeObject.PYTHON) {
            return m.takeView(ts);
        }
        return new ClassBuffer(ts, o, m, m.view(ts, flags));
    }

    /** Contiguous bytes to write. */
    public static BufferView writable(PyThreadState ts, Object o, String argument) {
        try {
            return request(ts, o, Buffers.WRITABLE);
        } catch (PythonException e) {
            if (Errors.matches(e, "TypeError") || Errors.matches(e, "BufferError")) {
                throw Errors.typeError(
                        ts,
                        argument + " must be read-write bytes-like object, not "
                                + Types.of(o).displayName());
            }
            throw e;
        }
    }

    /** Returns the bytes, those of a bytes object itself or else a copy; not to be written. */
    public static byte[] bytes(PyThreadState ts, Object o) {
        if (o instanceof PyBytes b) {
            return b.value();
        }
        try (BufferView view = request(ts, o, Buffers.SIMPLE)) {
            return Arrays.copyOfRange(view.array(), view.offset(), view.offset() + view.length());
        }
    }

    /** The argument of {@code __buffer__} ({@code wrap_buffer}). */
    public static int flags(PyThreadState ts, Object flags) {
        if (flags instanceof Long f && f == (int) (long) f) {
            return (int) (long) f;
        }
        long l = Numbers.count(ts, flags);
        if (l > Integer.MAX_VALUE) {
            throw Errors.error(ts, "OverflowError", "buffer flags too large");
        }
        if (l < Integer.MIN_VALUE) {
            throw Errors.error(ts, "OverflowError", "buffer flags too small");
        }
        return (int) l;
    }

    /** {@code wrap_releasebuffer}: ends a view of an object's own. */
    public static void releaseOf(PyThreadState ts, Object self, Object view) {
        if (!(view instanceof PyMemoryView m)) {
            throw Errors.typeError(ts, "expected a memoryview object");
        }
        m.releaseFor(ts, self);
    }
}
