package dev.clutch.interp.op;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyFunction;
import org.jspecify.annotations.Nullable;

/** The stack of running functions. */
public final class Frames {
    private Frames() {}

    /** Returns {@code __name__} of the globals of the running function, or null. */
    public static @Nullable Object currentModuleName(PyThreadState ts) {
        return ts.depth > 0 && ts.frames[ts.depth - 1] instanceof PyFunction f ? f.globals.get("__name__") : null;
    }
}
