package dev.clutch.interp.modules;

import dev.clutch.extension.spi.Constant;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.marshal.Marshaller;
import dev.clutch.interp.marshal.Unmarshaller;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.op.Call;

/** {@code marshal}. */
@ExtensionModule(name = "marshal", multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class MarshalModule {
    @Constant
    static final long version = 4;

    @Expose(signature = "(value, version=4, /)", doc = "Return the bytes of a value.")
    static Object dumps(PyThreadState ts, Object value, int version) {
        ts.audit("marshal.dumps", value, (long) version);
        return new PyBytes(Marshaller.dumps(ts, value, version));
    }

    @Expose(signature = "(value, file, version=4, /)", doc = "Write the bytes of a value to a file.")
    static Object dump(PyThreadState ts, Object value, Object file, int version) {
        return Call.method1(ts, file, "write", dumps(ts, value, version));
    }

    @Expose(signature = "(bytes, /)", doc = "Return the value at the beginning of some bytes.")
    static Object loads(PyThreadState ts, Object bytes) {
        ts.audit("marshal.loads", bytes);
        try (var view = ts.buffer(bytes, false)) {
            return Unmarshaller.loads(ts, view.array(), view.offset(), view.length())
                    .value();
        }
    }

    @Expose(signature = "(file, /)", doc = "Read one value from a file and leave the file behind it.")
    static Object load(PyThreadState ts, Object file) {
        ts.audit("marshal.load");
        Object data = Call.method0(ts, file, "read");
        if (!(data instanceof PyBytes b)) {
            throw Errors.typeError(
                    ts, "file.read() returned not bytes but " + ts.typeOf(data).name());
        }
        Unmarshaller.Loaded loaded = Unmarshaller.loads(ts, b.value(), 0, b.value().length);
        int unread = b.value().length - loaded.length();
        if (unread > 0) {
            Call.vector(ts, ts.getAttr(file, "seek"), new Object[] {(long) -unread, 1L}, null);
        }
        return loaded.value();
    }
}
