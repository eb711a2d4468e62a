package dev.clutch.interp.object;

import dev.clutch.interp.PyThreadState;

/** The interpreter's {@code builtins}. */
public final class Builtins {
    private Builtins() {}

    /** Returns a built-in by name. */
    public static Object get(PyThreadState ts, String name) {
        Object v = ts.interp.builtins().get(name);
        if (v == null) {
            throw Errors.attributeError(ts, ts.interp.builtins(), name);
        }
        return v;
    }
}
