package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;

/** What {@code BytesIO.getbuffer} is a view of. */
@ExtensionType(name = "_io._BytesIOBuffer")
final class BytesIoBuffer extends PyObject {
    private final BytesIo source;

    BytesIoBuffer(PyType type, BytesIo source) {
        super(type);
        this.source = source;
    }

    @Expose
    Object __buffer__(ThreadState ts, Object flags) {
        return source.view(ts, this);
    }

    @Expose
    void __release_buffer__(ThreadState ts, Object buffer) {
        ts.callMethod(buffer, "release");
    }
}
