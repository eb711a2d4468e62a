package dev.clutch.extensions.builtin.itertools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;

/** An iterator: its {@code __iter__} is itself. */
abstract class IteratorBase extends PyObject {
    IteratorBase(PyType type) {
        super(type);
    }

    @Expose
    final Object __iter__(ThreadState ts) {
        return this;
    }
}
