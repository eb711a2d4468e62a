package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code BufferedReader}. */
@ExtensionType(
        name = "_io.BufferedReader",
        base = "_io._BufferedIOBase",
        subclassable = true,
        dict = true,
        weakReferences = true,
        doc = "A buffer for a raw stream that can be read.")
final class BufferedReader extends BufferedReading {
    BufferedReader(PyType type, BufferCore core) {
        super(type, core);
    }

    @Expose(name = "__new__", signature = "(*args, **kwargs)")
    static Object make(ThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new BufferedReader(cls, new BufferCore());
    }

    @Expose(signature = "(raw, buffer_size=8192)")
    void __init__(ThreadState ts, IoModule state, Object raw, long buffer_size) {
        watchAgain(ts);
        core.startReading(ts, state, raw, buffer_size);
    }

    @Expose(doc = "Flush the raw stream.")
    Object flush(ThreadState ts) {
        return ts.callMethod(core.requireRaw(ts), "flush");
    }
}
