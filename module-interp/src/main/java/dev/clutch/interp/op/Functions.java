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
        @Nullable Object[] caches;
        if (outer.caches[site] instanceof Object[] made && made.length == code.cacheSize) {
            caches = made;
        } else {
            caches = new Object[code.cacheSize];
            if (caches.length > 0) {
                ts.interp.inlineCaches().add(caches);
            }
            if (outer.caches[site] == null) {
                outer.caches[site] = caches;
            }
        }
        PyFunction f =
                new PyFunction(code, outer.globals, outer.builtins, closure == null ? NO_CELLS : closure, caches);
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
