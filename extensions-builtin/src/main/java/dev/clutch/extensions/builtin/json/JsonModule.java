package dev.clutch.extensions.builtin.json;

import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code _json}. */
@ExtensionModule(
        name = "_json",
        doc = "Accelerators of json.",
        types = {JsonScanner.class, JsonEncoder.class},
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class JsonModule {
    /** The functions of this module that an encoder knows without calling them. */
    @Nullable
    Object plainEncoder;

    @Nullable
    Object asciiEncoder;

    @Exec
    void exec(ThreadState ts, PyObject module) {
        ts.setAttr(module, "make_scanner", ts.moduleType(module, "Scanner"));
        ts.setAttr(module, "make_encoder", ts.moduleType(module, "Encoder"));
        plainEncoder = ts.getAttr(module, "encode_basestring");
        asciiEncoder = ts.getAttr(module, "encode_basestring_ascii");
    }

    private static Object text(ThreadState ts, Object o) {
        if (!ts.isStr(o)) {
            throw ts.typeError(
                    "first argument must be a string, not " + ts.typeOf(o).displayName());
        }
        return ts.strValue(o);
    }

    @Expose(signature = "(string, /)", doc = "A JSON string in ASCII.")
    static Object encode_basestring_ascii(ThreadState ts, Object string) {
        StrBuilder out = new StrBuilder();
        JsonText.appendAscii(out, text(ts, string));
        return out.build();
    }

    @Expose(signature = "(string, /)", doc = "A JSON string.")
    static Object encode_basestring(ThreadState ts, Object string) {
        StrBuilder out = new StrBuilder();
        JsonText.appendPlain(out, text(ts, string));
        return out.build();
    }

    @Expose(
            signature = "(string, end, strict=True, /)",
            doc = "Read the JSON string whose first character is at end; give the text and the index behind its quote.")
    static Object scanstring(ThreadState ts, Object string, Object end, boolean strict) {
        if (!(ts.index(end) instanceof Long start)) {
            throw ts.error("OverflowError", "Python int too large to convert to C ssize_t");
        }
        JsonStrings strings = new JsonStrings(ts, text(ts, string), strict);
        Object value = strings.scan(start);
        return ts.newTuple(value, (long) strings.next);
    }
}
