package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.api.BufferView;
import org.jspecify.annotations.Nullable;

/** {@code BufferedRandom}. */
@ExtensionType(
        name = "_io.BufferedRandom",
        base = "_io._BufferedIOBase",
        subclassable = true,
        dict = true,
        weakReferences = true,
        doc = "A buffer for a raw stream that can be read and written at any position.")
final class BufferedRandom extends BufferedReading {
    BufferedRandom(PyType type, BufferCore core) {
        super(type, core);
    }

    @Expose(name = "__new__", signature = "(*args, **kwargs)")
    static Object make(ThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new BufferedRandom(cls, new BufferCore());
    }

    @Expose(signature = "(raw, buffer_size=8192)")
    void __init__(ThreadState ts, IoModule state, Object raw, long buffer_size) {
        watchAgain(ts);
        core.startBoth(ts, state, raw, buffer_size);
    }

    @Expose(doc = "Whether it can be written.")
    Object writable(ThreadState ts) {
        return ts.callMethod(core.requireRaw(ts), "writable");
    }

    @Expose(signature = "(buffer, /)", doc = "Write bytes and return how many.")
    long write(ThreadState ts, Object buffer) {
        core.requireRaw(ts);
        try (BufferView view = ByteViews.of(ts, buffer)) {
            core.write(ts, this, view.array(), view.offset(), view.length());
            return view.length();
        }
    }

    @Expose(doc = "Write what is buffered to the raw stream.")
    void flush(ThreadState ts) {
        core.flush(ts, this);
    }
}
