package dev.clutch.extensions.builtin.socket;

import dev.clutch.extension.spi.ThreadState;
import java.util.Arrays;

/** Bytes of objects with the buffer interface. */
final class Buffers {
    private Buffers() {}

    static byte[] copy(ThreadState ts, Object o) {
        try (var view = ts.buffer(o, false)) {
            return Arrays.copyOfRange(view.array(), view.offset(), view.offset() + view.length());
        }
    }
}
