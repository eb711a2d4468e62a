package dev.clutch.interp.op;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.FrameStack;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.PyCell;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyFunction;

/** Runs the code objects of modules and of {@code exec}. */
public final class Execution {
    private Execution() {}

    /** Returns where names are looked up that globals do not have ({@code _PyEval_BuiltinsFromGlobals}). */
    public static PyDict builtins(PyThreadState ts, PyDict globals) {
        Object own = globals.get("__builtins__");
        if (own instanceof PyDict d) {
            return d;
        }
        if (own == null) {
            return builtins(ts);
        }
        if (Attr.find(ts, own, "__dict__") instanceof PyDict d) {
            return d;
        }
        throw Errors.typeError(
                ts, "'" + Types.of(own).name() + "' object is not subscriptable");
    }

    /** Returns the builtins of the code that runs ({@code PyEval_GetBuiltins}). */
    public static PyDict builtins(PyThreadState ts) {
        return ts.depth > 0 ? FrameStack.function(ts, ts.depth - 1).builtins : ts.interp.builtins();
    }

    /** Runs module code in globals and a namespace for its names, which for a module are the same. */
    public static Object run(PyThreadState ts, PyCode code, PyDict globals, Object namespace, PyCell[] closure) {
        PyFunction f = new PyFunction(code, globals, builtins(ts, globals), closure, new Object[code.cacheSize]);
        return code.compiled(ts).bound(ts, f, new Object[] {namespace});
    }
}
