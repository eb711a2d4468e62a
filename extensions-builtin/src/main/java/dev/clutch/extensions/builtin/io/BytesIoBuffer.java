package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;

/** What {@code BytesIO.getbuffer} is a view of: it keeps the stream alive and counts as its export. */
@ExtensionType(name = "_io._BytesIOBuffer")
final class BytesIoBuffer extends PyObject {
    final BytesIo source;

    BytesIoBuffer(PyType type, BytesIo source) {
        super(type);
        this.source = source;
    }
}
