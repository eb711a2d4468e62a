package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.api.BufferView;
import java.io.ByteArrayOutputStream;

/** {@code _io._RawIOBase}. Answers to the second half of {@code iobase.c}. */
@ExtensionType(
        name = "_io._RawIOBase",
        base = "_io._IOBase",
        subclassable = true,
        dict = true,
        weakReferences = true,
        doc = "What streams without a buffer have in common.")
final class RawIoBase {
    private RawIoBase() {}

    @Expose(signature = "(size=-1, /)", doc = "Read up to a number of bytes, all by default.")
    static Object read(ThreadState ts, Object self, Object size) {
        long n = ts.asLong(size);
        if (n < 0) {
            return ts.callMethod(self, "readall");
        }
        if (n > Integer.MAX_VALUE - 8) {
            throw ts.error("MemoryError", "");
        }
        byte[] bytes = new byte[(int) n];
        Object target = ts.newByteArray(bytes);
        Object got = ts.callMethod(self, "readinto", target);
        if (got == Singleton.NONE) {
            return got;
        }
        long count = ts.asLong(got);
        if (count < 0 || count > n) {
            throw ts.valueError("readinto returned " + count + " outside buffer size " + n);
        }
        try (BufferView view = ByteViews.of(ts, target)) {
            byte[] result = new byte[(int) count];
            System.arraycopy(view.array(), view.offset(), result, 0, result.length);
            return ts.newBytes(result);
        }
    }

    @Expose(doc = "Read to the end.")
    static Object readall(ThreadState ts, Object self) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        boolean any = false;
        while (true) {
            Object chunk;
            try {
                chunk = ts.callMethod(self, "read", IoModule.DEFAULT_BUFFER_SIZE);
            } catch (PythonException e) {
                if (IoErrors.retry(ts, e)) {
                    continue;
                }
                throw e;
            }
            if (chunk == Singleton.NONE) {
                if (!any) {
                    return chunk;
                }
                break;
            }
            if (!ts.isBytes(chunk)) {
                throw ts.typeError("read() should return bytes");
            }
            any = true;
            try (BufferView view = ByteViews.of(ts, chunk)) {
                if (view.length() == 0) {
                    break;
                }
                all.write(view.array(), view.offset(), view.length());
            }
        }
        return ts.newBytes(all.toByteArray());
    }

    @Expose
    static Object readinto(ThreadState ts, Object self, Object buffer) {
        throw ts.error("NotImplementedError", "");
    }

    @Expose
    static Object write(ThreadState ts, Object self, Object b) {
        throw ts.error("NotImplementedError", "");
    }
}
