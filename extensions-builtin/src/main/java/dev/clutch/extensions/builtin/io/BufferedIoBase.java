package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.api.BufferView;

/** {@code _io._BufferedIOBase}. Answers to the first part of {@code bufferedio.c}. */
@ExtensionType(
        name = "_io._BufferedIOBase",
        base = "_io._IOBase",
        subclassable = true,
        dict = true,
        weakReferences = true,
        doc = "What streams of bytes with a buffer have in common.")
final class BufferedIoBase {
    private BufferedIoBase() {}

    @Expose(signature = "(buffer, /)", doc = "Read into a buffer.")
    static Object readinto(ThreadState ts, Object self, Object buffer) {
        return readInto(ts, self, buffer, "read");
    }

    @Expose(signature = "(buffer, /)", doc = "Read into a buffer with one call of the raw stream.")
    static Object readinto1(ThreadState ts, Object self, Object buffer) {
        return readInto(ts, self, buffer, "read1");
    }

    private static Object readInto(ThreadState ts, Object self, Object buffer, String method) {
        try (BufferView target = ByteViews.writable(ts, buffer, method.equals("read") ? "readinto" : "readinto1")) {
            Object data = ts.callMethod(self, method, (long) target.length());
            if (!ts.isBytes(data)) {
                throw ts.typeError("read() should return bytes");
            }
            try (BufferView source = ByteViews.of(ts, data)) {
                if (source.length() > target.length()) {
                    throw ts.valueError("read() returned too much data: " + target.length() + " bytes requested, "
                            + source.length() + " returned");
                }
                System.arraycopy(source.array(), source.offset(), target.array(), target.offset(), source.length());
                return (long) source.length();
            }
        }
    }

    @Expose(doc = "Separate the raw stream and return it.")
    static Object detach(ThreadState ts, Object self, IoModule state) {
        throw IoErrors.unsupported(ts, state, "detach");
    }

    @Expose(signature = "(size=-1, /)", doc = "Read up to a number of bytes.")
    static Object read(ThreadState ts, Object self, IoModule state, Object size) {
        throw IoErrors.unsupported(ts, state, "read");
    }

    @Expose(signature = "(size=-1, /)", doc = "Read with at most one call of the raw stream.")
    static Object read1(ThreadState ts, Object self, IoModule state, Object size) {
        throw IoErrors.unsupported(ts, state, "read1");
    }

    @Expose(signature = "(b, /)", doc = "Write bytes.")
    static Object write(ThreadState ts, Object self, IoModule state, Object b) {
        throw IoErrors.unsupported(ts, state, "write");
    }
}
