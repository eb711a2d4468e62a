package dev.clutch.extensions.builtin.struct;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code struct.Struct}: a format that has been read. */
@ExtensionType(
        name = "_struct.Struct",
        subclassable = true,
        weakReferences = true,
        doc = "A format that has been read, to pack and unpack by it.")
final class Struct extends PyObject {
    private StructFormat format = StructFormat.NONE;

    private Struct(PyType type) {
        super(type);
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(ThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new Struct(cls);
    }

    @Expose(signature = "(format)")
    void __init__(ThreadState ts, StructModule state, Object format) {
        this.format = state.format(ts, format);
    }

    private StructFormat format(ThreadState ts) {
        if (format == StructFormat.NONE) {
            throw ts.error("RuntimeError", "Struct object is not initialized");
        }
        return format;
    }

    @Getter("format")
    Object formatText(ThreadState ts) {
        return format(ts).text();
    }

    @Getter
    long size(ThreadState ts) {
        return format(ts).size();
    }

    @Expose(signature = "(*args)", doc = "Return bytes with the values packed.")
    Object pack(ThreadState ts, StructModule state, Object[] args) {
        return state.pack(ts, format(ts), args, 0);
    }

    @Expose(signature = "(*args)", doc = "Pack values into a writable buffer, from an offset on.")
    void pack_into(ThreadState ts, StructModule state, Object[] args) {
        state.packInto(ts, format(ts), args, 0);
    }

    @Expose(signature = "(buffer, /)", doc = "Return the values that a buffer holds.")
    Object unpack(ThreadState ts, StructModule state, Object buffer) {
        return state.unpack(ts, format(ts), buffer);
    }

    @Expose(signature = "(buffer, offset=0)", doc = "Return the values that a buffer holds from an offset on.")
    Object unpack_from(ThreadState ts, StructModule state, Object buffer, long offset) {
        return state.unpackFrom(ts, format(ts), buffer, offset);
    }

    @Expose(signature = "(buffer, /)", doc = "Return an iterator over the structs that a buffer holds.")
    Object iter_unpack(ThreadState ts, StructModule state, Object buffer) {
        return UnpackIterator.of(ts, state, format(ts), buffer);
    }

    /** {@code sizeof(PyStructObject)} and a {@code formatcode} for each field and the end. */
    @Expose
    long __sizeof__(ThreadState ts) {
        return 56 + 32L * (format(ts).fieldCount() + 1);
    }
}
