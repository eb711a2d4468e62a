package dev.clutch.extensions.builtin.pickle;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.api.BufferView;
import dev.clutch.extension.spi.api.Buffers;

/** Writes the buffers of PEP 574, or leaves them to the buffer callback. */
final class BufferSaver {
    private BufferSaver() {}

    /** {@code save_picklebuffer}. */
    static void save(Saver saver, PickleBuffer o) {
        ThreadState ts = saver.ts;
        if (saver.protocol < 5) {
            throw saver.state.picklingError(ts, "PickleBuffer can only pickled with protocol >= 5");
        }
        try (BufferView view = ts.buffer(o, Buffers.FULL_READONLY)) {
            if (!PickleBuffer.isContiguousEitherWay(view)) {
                throw saver.state.picklingError(
                        ts, "PickleBuffer can not be pickled when pointing to a non-contiguous buffer");
            }
            Object callback = saver.pickler.bufferCallback;
            boolean inBand = callback == Singleton.NONE || ts.isTrue(ts.call(callback, o));
            if (!inBand) {
                saver.out.op(Op.NEXT_BUFFER);
                if (view.isReadonly()) {
                    saver.out.op(Op.READONLY_BUFFER);
                }
            } else if (view.isReadonly()) {
                saver.writeBytes(o, view.array(), view.offset(), view.length(), null);
            } else {
                saver.writeByteArray(o, view.array(), view.offset(), view.length(), null);
            }
        }
    }
}
