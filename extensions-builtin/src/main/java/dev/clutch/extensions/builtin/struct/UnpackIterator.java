package dev.clutch.extensions.builtin.struct;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.api.BufferView;
import org.jspecify.annotations.Nullable;

/** Iterates over the structs of a buffer. */
@ExtensionType(name = "_struct.unpack_iterator", exported = false)
final class UnpackIterator extends PyObject {
    private final StructFormat format;

    /** Null at the end. */
    private @Nullable BufferView view;

    private int index;

    private UnpackIterator(StructModule module, StructFormat format, BufferView view) {
        super(module.iteratorType());
        this.format = format;
        this.view = view;
    }

    static UnpackIterator of(ThreadState ts, StructModule module, StructFormat format, Object buffer) {
        if (format.size() == 0) {
            throw module.error(ts, "cannot iteratively unpack with a struct of length 0");
        }
        BufferView view = ts.buffer(buffer, false);
        if (view.length() % format.size() != 0) {
            view.close();
            throw module.error(
                    ts, "iterative unpacking requires a buffer of a multiple of " + format.size() + " bytes");
        }
        return new UnpackIterator(module, format, view);
    }

    @Expose
    Object __iter__(ThreadState ts) {
        return this;
    }

    @Expose
    long __length_hint__(ThreadState ts) {
        BufferView v = view;
        return v == null ? 0 : (v.length() - index) / format.size();
    }

    @Expose
    @Nullable
    Object __next__(ThreadState ts, StructModule state) {
        BufferView v = view;
        if (v == null) {
            return null;
        }
        if (index >= v.length()) {
            view = null;
            v.release(ts);
            return null;
        }
        Object result = new StructCodec(ts, state, format, v.array(), v.offset() + index).unpack();
        index += format.size();
        return result;
    }
}
