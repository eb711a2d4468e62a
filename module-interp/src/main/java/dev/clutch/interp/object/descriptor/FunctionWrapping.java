package dev.clutch.interp.object.descriptor;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.AttributeStorage;
import dev.clutch.interp.op.Attr;

/** Copies what a wrapper shows of the function it wraps ({@code functools_wraps} in {@code funcobject.c}). */
final class FunctionWrapping {
    private FunctionWrapping() {}

    static void copyAttributes(PyThreadState ts, PyObject wrapper, Object function) {
        copy(ts, wrapper, function, "__module__");
        copy(ts, wrapper, function, "__name__");
        copy(ts, wrapper, function, "__qualname__");
        copy(ts, wrapper, function, "__doc__");
        copy(ts, wrapper, function, "__annotations__");
    }

    private static void copy(PyThreadState ts, PyObject wrapper, Object function, String name) {
        Object v = Attr.find(ts, function, name);
        if (v != null) {
            AttributeStorage.set(wrapper, name, v);
        }
    }
}
