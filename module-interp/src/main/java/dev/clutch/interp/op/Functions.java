package dev.clutch.interp.op;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyCell;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyFunction;
import dev.clutch.interp.object.PyTuple;
import org.jspecify.annotations.Nullable;

/** Function objects. */
public final class Functions {
    private static final PyCell[] NO_CELLS = new PyCell[0];

    private Functions() {}

    /** {@code MAKE_FUNCTION}: in the globals of the function that runs. */
    public static PyFunction make(
            PyThreadState ts,
            PyFunction outer,
            PyCode code,
            PyCell @Nullable [] closure,
            Object @Nullable [] defaults,
            @Nullable Object kwdefaults,
            Object @Nullable [] annotations,
            int site) {
        PyCell[] cells = closure == null ? NO_CELLS : closure;
        Object kept = outer.caches[site];
        PyFunction f;
        if (kept instanceof Object[] made && made.length == code.cacheSize) {
            f = new PyFunction(code, outer.globals, outer.builtins, cells, made);
        } else if (kept == code) {
            @Nullable Object[] caches = new Object[code.cacheSize];
            ts.interp.inlineCaches().add(caches);
            outer.learn(ts, site, caches);
            f = new PyFunction(code, outer.globals, outer.builtins, cells, caches);
        } else {
            f = new PyFunction(ts, code, outer.globals, outer.builtins, cells);
            if (kept == null && code.cacheSize > 0) {
                // the first function has caches when it is called, and those that follow have common ones
                outer.learn(ts, site, code);
            }
        }
        f.defaults = defaults;
        if (kwdefaults != null) {
            f.kwdefaults = (PyDict) kwdefaults;
        }
        if (annotations != null) {
            f.annotations = new PyTuple(annotations);
        }
        return f;
    }

    /** Sets the docstring. */
    public static PyFunction doc(PyFunction f, Object doc) {
        f.doc = doc;
        return f;
    }

    /** Sets the type parameters (PEP 695). */
    public static Object typeParams(Object f, Object params) {
        ((PyFunction) f).typeParams = params;
        return f;
    }
}
