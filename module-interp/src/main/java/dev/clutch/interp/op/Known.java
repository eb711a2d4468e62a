package dev.clutch.interp.op;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Instances;
import dev.clutch.interp.object.PyBuiltinFunction;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyTuple;

/** Calls of names that most often stand for a built-in function: the callee decides, so a function of the same name is called as ever. */
public final class Known {
    private Known() {}

    /** {@code len(o)}. */
    public static Object len(PyThreadState ts, Object f, Object o) {
        if (f instanceof PyBuiltinFunction b && b.isLen()) {
            return length(ts, o);
        }
        return Call.call1(ts, f, o);
    }

    private static Object length(PyThreadState ts, Object o) {
        if (o instanceof PyList l && l.type() == PyList.TYPE) {
            return (long) l.size();
        }
        if (o instanceof String s) {
            return (long) s.length();
        }
        if (o instanceof PyTuple t && t.type() == PyTuple.TYPE) {
            return (long) t.size();
        }
        if (o instanceof PyDict d && d.type() == PyDict.TYPE) {
            return (long) d.size();
        }
        return Sizes.of(ts, o);
    }

    /** {@code isinstance(o, cls)}. */
    public static Object isinstance(PyThreadState ts, Object f, Object o, Object cls) {
        if (f instanceof PyBuiltinFunction b && b.isIsinstance()) {
            return Instances.isInstance(ts, o, cls);
        }
        return Call.call2(ts, f, o, cls);
    }
}
