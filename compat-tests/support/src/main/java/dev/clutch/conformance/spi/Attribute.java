package dev.clutch.conformance.spi;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** A data descriptor that keeps a log. */
@ExtensionType(name = "_testspi.Attribute", doc = "A data descriptor.")
final class Attribute extends PyObject {
    private String name = "?";
    private final StringBuilder log = new StringBuilder();

    private Attribute(PyType type) {
        super(type);
    }

    @Expose(signature = "()")
    static Object __new__(ThreadState ts, PyType cls) {
        return new Attribute(cls);
    }

    @Expose(signature = "(owner, name, /)")
    void __set_name__(ThreadState ts, Object owner, String name) {
        this.name = name;
    }

    @Expose
    Object __get__(ThreadState ts, @Nullable Object instance, @Nullable Object owner) {
        return instance == null ? this : Str.of("got " + name);
    }

    @Expose
    void __set__(ThreadState ts, Object instance, Object value) {
        log.append("set ").append(name).append(' ').append(ts.reprText(value)).append("; ");
    }

    @Expose
    void __delete__(ThreadState ts, Object instance) {
        log.append("deleted ").append(name);
    }

    @Expose
    Object log(ThreadState ts) {
        return Str.of(log.toString());
    }
}
