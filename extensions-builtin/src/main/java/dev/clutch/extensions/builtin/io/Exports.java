package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.ThreadState;

/** The open views of a {@code BytesIO}: while there is one, it can't change its size. */
final class Exports {
    boolean any() {
        return false;
    }

    Object newView(ThreadState ts, BytesIoBuffer buffer) {
        throw ts.error("NotImplementedError", "memoryview");
    }
}
