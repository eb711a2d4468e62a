package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.ThreadState;

/** The repr of a name that may refer back to its stream. */
final class Reprs {
    private Reprs() {}

    static String of(ThreadState ts, PyObject stream, Object name) {
        if (name == stream) {
            throw ts.error(
                    "RuntimeError", "reentrant call inside " + stream.type().displayName() + ".__repr__");
        }
        return ts.reprText(name);
    }
}
