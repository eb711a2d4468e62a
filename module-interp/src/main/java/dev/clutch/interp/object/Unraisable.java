package dev.clutch.interp.object;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Text;
import org.jspecify.annotations.Nullable;

/** Reports exceptions that nobody can catch. Answers to {@code PyErr_WriteUnraisable}. Used under the interpreter's lock. */
public final class Unraisable {
    /** For the interpreter. */
    public Unraisable() {}

    /** Reports one. */
    public void report(PyThreadState ts, PythonException e, @Nullable Object where) {
        String text = "Exception ignored" + (where == null ? "" : " in: " + Text.java(Text.repr(ts, where))) + "\n"
                + ((TypeObject) e.value().type()).displayName() + ": " + Text.java(Text.str(ts, e.value())) + "\n";
        Object err = ts.sysAttr("stderr");
        if (err != null && err != dev.clutch.extension.spi.Singleton.NONE) {
            ts.callMethod(err, "write", dev.clutch.extension.spi.Str.of(text));
        }
    }
}
