package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** Streams that nobody closed. */
final class Finalizing {
    private Finalizing() {}

    /** A stream has taken another over: that one is closed with it, and not before. */
    static void takeOver(ThreadState ts, Object inner) {
        boolean exact = inner instanceof FileIo || inner instanceof BufferedStream;
        if (exact && inner instanceof PyObject stream) {
            Object own = ts.findAttr(stream.type(), "__module__");
            if ("_io".equals(own)) {
                ts.unwatch(stream);
            }
        }
    }

    /** A stream was separated from another. */
    static void release(ThreadState ts, Object inner) {
        if (inner instanceof FileIo || inner instanceof BufferedStream) {
            ts.watch((PyObject) inner);
        }
    }

    /** Whether the file below a stream is closed: then the stream is, and its finalizer would do nothing. */
    static boolean isAtEnd(@Nullable FileIo file) {
        return file != null && file.core.isClosed();
    }

    /** The ResourceWarning of {@code _dealloc_warn}. */
    static void warnUnclosed(ThreadState ts, Object source) {
        try {
            ts.warnResource(source, "unclosed file " + ts.reprText(source), 1);
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
