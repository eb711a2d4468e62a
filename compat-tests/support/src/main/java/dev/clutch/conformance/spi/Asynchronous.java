package dev.clutch.conformance.spi;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** Awaitable, asynchronous iterator and asynchronous context manager in one: it is awaited by way of the future or coroutine that it was made with. */
@ExtensionType(name = "_testspi.Asynchronous", doc = "An asynchronous object.")
final class Asynchronous extends PyObject {
    private final Object make;
    private int left = 3;

    private Asynchronous(PyType type, Object make) {
        super(type);
        this.make = make;
    }

    @Expose(signature = "(make, /)")
    static Object __new__(ThreadState ts, PyType cls, Object make) {
        return new Asynchronous(cls, make);
    }

    @Expose
    Object __await__(ThreadState ts) {
        return ts.callMethod(ts.call(make, (long) left), "__await__");
    }

    @Expose
    Object __aiter__(ThreadState ts) {
        return this;
    }

    @Expose
    Object __anext__(ThreadState ts) {
        if (left == 0) {
            throw ts.error("StopAsyncIteration", "");
        }
        return ts.call(make, (long) left--);
    }

    @Expose
    Object __aenter__(ThreadState ts) {
        return ts.call(make, "entered");
    }

    @Expose(signature = "(type=None, value=None, traceback=None, /)")
    Object __aexit__(ThreadState ts, Object type, @Nullable Object value, @Nullable Object traceback) {
        return ts.call(make, type != Singleton.NONE);
    }
}
