package dev.clutch.extensions.builtin.zlib;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;

/** What {@code compressobj} makes. */
@ExtensionType(name = "zlib.Compress", exported = false)
final class Compress extends PyObject {
    private final DeflateStream stream;

    Compress(PyType type, DeflateStream stream) {
        super(type);
        this.stream = stream;
    }

    @Expose(signature = "(data, /)", doc = "Compress data, and return what is written already.")
    Object compress(ThreadState ts, ZlibModule state, Object data) {
        try (var view = ts.buffer(data, false)) {
            if (stream.isFinished()) {
                throw state.streamError(ts, "compressing data");
            }
            return ts.newBytes(stream.deflate(view.array(), view.offset(), view.length(), DeflateStream.NO_FLUSH));
        }
    }

    @Expose(signature = "(mode=4, /)", doc = "Write what is held back, and by default end the stream.")
    Object flush(ThreadState ts, ZlibModule state, int mode) {
        if (mode == DeflateStream.NO_FLUSH) {
            return ts.newBytes(new byte[0]);
        }
        if (mode < 0 || mode > DeflateStream.LAST_FLUSH || stream.isFinished()) {
            throw state.streamError(ts, "flushing");
        }
        return ts.newBytes(stream.deflate(new byte[0], 0, 0, mode));
    }

    @Expose(doc = "Return a copy.")
    Object copy(ThreadState ts) {
        if (stream.isFinished()) {
            throw ts.valueError("Inconsistent stream state");
        }
        DeflateStream copy = stream.copy();
        if (copy == null) {
            throw ZlibModule.notCopied(ts);
        }
        return new Compress(type(), copy);
    }

    @Expose
    Object __copy__(ThreadState ts) {
        return copy(ts);
    }

    @Expose(signature = "(memo, /)")
    Object __deepcopy__(ThreadState ts, Object memo) {
        return copy(ts);
    }
}
