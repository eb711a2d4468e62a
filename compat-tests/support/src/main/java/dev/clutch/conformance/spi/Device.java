package dev.clutch.conformance.spi;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Setter;
import dev.clutch.extension.spi.SharedResource;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** A type that uses a named resource wherever it is used: each member calls a function meanwhile. */
@ExtensionType(name = "_testspi_shared.Device")
@SharedResource("device")
final class Device extends PyObject {
    private final Object function;

    private Device(PyType type, Object function) {
        super(type);
        this.function = function;
    }

    @Expose(signature = "(function)")
    static Object __new__(ThreadState ts, PyType cls, Object function) {
        ts.call(function, "__new__");
        return new Device(cls, function);
    }

    @Getter
    Object value(ThreadState ts) {
        return ts.call(function, "get");
    }

    @Setter("value")
    void setValue(ThreadState ts, @Nullable Object value) {
        ts.call(function, "set");
    }

    @Expose
    int __len__(ThreadState ts) {
        ts.call(function, "__len__");
        return 1;
    }

    @Expose(signature = "(a, b=2, *rest, c='3', **more)")
    @SharedResource("bus")
    Object method(ThreadState ts, long a, long b, Object[] rest, String c, @Nullable Object more) {
        return ts.call(function, "method");
    }
}
