package dev.clutch.interp.op;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.CompiledCode;
import dev.clutch.interp.object.PyCell;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyFunction;

/** Runs the code objects of modules and of {@code exec}. */
public final class Execution {
    private Execution() {}

    /** Runs module code in globals and a namespace for its names, which for a module are the same. */
    public static Object run(PyThreadState ts, PyCode code, PyDict globals, Object namespace, PyCell[] closure) {
        PyDict builtins = ts.interp.builtins();
        Object own = globals.get("__builtins__");
        if (own instanceof PyDict d) {
            builtins = d;
        } else if (own != null && Attr.find(ts, own, "__dict__") instanceof PyDict d) {
            builtins = d;
        }
        PyFunction f = new PyFunction(code, globals, builtins, closure, new Object[code.cacheSize]);
        return ((CompiledCode) code.vectorcall).bound(ts, f, new Object[] {namespace});
    }
}
