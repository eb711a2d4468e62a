package dev.clutch.interp.imports;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyTraceback;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.object.exception.PyBaseException;
import org.jspecify.annotations.Nullable;

/** Takes the frames of the import system out of the traceback of a failed import ({@code remove_importlib_frames}). */
final class ImportFrames {
    private ImportFrames() {}

    /**
     * Removes every run of such frames that ends in {@code _call_with_frames_removed}, and for an ImportError every run.
     */
    static void remove(PyThreadState ts, PythonException e) {
        if (!(e.value() instanceof PyBaseException value)) {
            return;
        }
        boolean always = ts.isInstance(value, Exceptions.type("ImportError"));
        PyTraceback kept = null;
        PyTraceback beforeRun = null;
        boolean inRun = false;
        PyTraceback next;
        for (PyTraceback tb = value.tracebackEntry(); tb != null; tb = next) {
            next = tb.next();
            PyCode code = tb.code();
            boolean internal = isInternal(code.filename(ts));
            if (internal && !inRun) {
                beforeRun = kept;
            }
            inRun = internal;
            if (internal && (always || code.name.equals("_call_with_frames_removed"))) {
                kept = beforeRun;
                link(value, kept, next);
            } else {
                kept = tb;
            }
        }
    }

    private static void link(PyBaseException value, @Nullable PyTraceback previous, @Nullable PyTraceback next) {
        if (previous == null) {
            value.setTracebackEntry(next);
        } else {
            previous.setNext(next);
        }
    }

    private static boolean isInternal(Object filename) {
        return filename.equals("<frozen importlib._bootstrap>")
                || filename.equals("<frozen importlib._bootstrap_external>")
                || filename.equals("<frozen importlib._bootstrap_library>");
    }
}
