package dev.clutch.conformance.spi;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** An iterator. */
@ExtensionType(name = "_testspi.CountDown", doc = "Counts down to one.")
final class CountDown extends PyObject {
    private long left;

    private CountDown(PyType type, long left) {
        super(type);
        this.left = left;
    }

    @Expose(signature = "(start, /)")
    static Object __new__(ThreadState ts, PyType cls, long start) {
        return new CountDown(cls, start);
    }

    @Expose
    Object __iter__(ThreadState ts) {
        return this;
    }

    @Expose
    @Nullable
    Object __next__(ThreadState ts) {
        return left <= 0 ? null : (Object) left--;
    }

    @Expose
    long __length_hint__(ThreadState ts) {
        return left;
    }
}
