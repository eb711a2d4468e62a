package dev.clutch.extensions.builtin.pickle;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.api.BufferView;
import dev.clutch.extension.spi.api.Buffers;
import org.jspecify.annotations.Nullable;

/** {@code pickle.PickleBuffer}: marks a buffer that may travel outside of the pickle (PEP 574). */
@ExtensionType(name = "pickle.PickleBuffer", weakReferences = true, doc = "A buffer that may be pickled out of band.")
final class PickleBuffer extends PyObject {
    /** The object, null after the release. */
    private @Nullable Object base;

    private final BufferView view;

    private PickleBuffer(PyType type, Object base, BufferView view) {
        super(type);
        this.base = base;
        this.view = view;
    }

    @Expose(signature = "(object, /)")
    static Object __new__(ThreadState ts, PyType cls, Object object) {
        return new PickleBuffer(cls, object, ts.buffer(object, Buffers.FULL_READONLY));
    }

    private Object open(ThreadState ts) {
        Object o = base;
        if (o == null) {
            throw ts.valueError("operation forbidden on released PickleBuffer object");
        }
        return o;
    }

    @Expose
    Object __buffer__(ThreadState ts, Object flags) {
        return ts.newMemoryView(ts.buffer(open(ts), ts.asInt(flags)));
    }

    /** Whether the items lie one after the other in C's or Fortran's order. */
    static boolean isContiguousEitherWay(BufferView v) {
        if (v.isContiguous()) {
            return true;
        }
        int expected = v.itemSize();
        for (int d = 0; d < v.dimensions(); d++) {
            if (v.shape(d) > 1 && v.stride(d) != expected) {
                return false;
            }
            expected *= v.shape(d);
        }
        return true;
    }

    @Expose(signature = "()", doc = "A memoryview of the bytes, in the order in which they lie.")
    Object raw(ThreadState ts) {
        BufferView all = ts.buffer(open(ts), Buffers.FULL_READONLY);
        if (!isContiguousEitherWay(all)) {
            all.close();
            throw ts.error("BufferError", "cannot extract raw buffer from non-contiguous buffer");
        }
        return ts.newMemoryView(
                new BufferView(ts, all.exporter(), all.array(), all.offset(), all.length(), all.isReadonly(), null) {
                    @Override
                    protected void onRelease(ThreadState current) {
                        all.release(current);
                    }
                });
    }

    @Expose(signature = "()", doc = "Give the buffer back.")
    void release(ThreadState ts) {
        base = null;
        view.release(ts);
    }
}
