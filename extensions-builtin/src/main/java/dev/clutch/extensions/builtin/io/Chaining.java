package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;

/** Contexts of exceptions raised one after the other while a stream is closed. Answers to {@code _PyErr_ChainExceptions1}. */
final class Chaining {
    private Chaining() {}

    /** Makes {@code earlier} the context of {@code later}, which is returned. */
    static PythonException chain(ThreadState ts, PythonException later, PythonException earlier) {
        PyObject first = earlier.value();
        if (later.value() != first && ts.getAttr(later.value(), "__context__") == Singleton.NONE) {
            ts.setAttr(later.value(), "__context__", first);
        }
        return later;
    }
}
