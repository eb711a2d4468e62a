package dev.clutch.interp.op;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;

/** Java failures as Python exceptions. */
public final class Failures {
    private Failures() {}

    /** Returns the exception by which Python code sees a Java failure. */
    public static PythonException toPython(PyThreadState ts, Throwable failure) {
        PythonException e = Handlers.normalise(ts, failure);
        return e != null ? e : Errors.systemError(ts, failure.getClass().getName());
    }
}
