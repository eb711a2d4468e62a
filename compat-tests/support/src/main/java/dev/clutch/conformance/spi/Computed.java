package dev.clutch.conformance.spi;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;

/** Attributes that are computed: {@code tp_getattro} and {@code tp_setattro}. */
@ExtensionType(name = "_testspi.Record", dict = true, doc = "An object with computed attributes.")
final class Computed extends PyObject {
    private Computed(PyType type) {
        super(type);
    }

    @Expose(signature = "()")
    static Object __new__(ThreadState ts, PyType cls) {
        return new Computed(cls);
    }

    @Expose
    Object __getattribute__(ThreadState ts, Object name) {
        String text = Str.toJavaString(ts.strValue(name));
        return text.startsWith("computed_") ? Str.of(text.substring(9)) : ts.genericGetAttr(this, name);
    }

    @Expose
    void __setattr__(ThreadState ts, Object name, Object value) {
        if (Str.toJavaString(ts.strValue(name)).startsWith("computed_")) {
            throw ts.error("AttributeError", "computed attributes can't be set");
        }
        ts.genericSetAttr(this, name, value);
    }

    @Expose
    void __delattr__(ThreadState ts, Object name) {
        ts.genericSetAttr(this, name, null);
        ts.genericSetAttr(this, "deleted", name);
    }
}
