package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** Streams that nobody closed. */
final class Finalizing {
    private Finalizing() {}

    /** Registers a stream that holds something of the system or data to be written. */
    static void watch(ThreadState ts, IoModule state, PyObject stream) {}

    /** The ResourceWarning of {@code _dealloc_warn}. */
    static void warnUnclosed(ThreadState ts, Object source) {
        try {
            ts.warn("ResourceWarning", "unclosed file " + ts.reprText(source), 1);
        } catch (PythonException e) {
            // a filter made it an error, which nobody could catch
            if (ts.matches(e, "Warning")) {
                ts.writeUnraisable(e, source);
            }
        }
    }

    /** The value set for {@code _finalizing}. */
    static boolean flag(ThreadState ts, @Nullable Object value) {
        if (value == null) {
            throw ts.typeError("can't delete numeric/char attribute");
        }
        if (!(value instanceof Boolean b)) {
            throw ts.typeError("attribute value type must be bool");
        }
        return b;
    }
}
