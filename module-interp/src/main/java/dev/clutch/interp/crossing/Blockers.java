package dev.clutch.interp.crossing;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyFrozenSet;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PySet;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Finds out what keeps an object from crossing: all of it, and where it is. Runs only when a crossing has failed. */
final class Blockers {
    /** No more are listed, nor looked for deeper. */
    private static final int MOST = 20;

    private final PyThreadState ts;
    private final List<String> found = new ArrayList<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    Blockers(PyThreadState ts) {
        this.ts = ts;
    }

    /** The message for an object that would have to cross without being pickled. */
    String unshareable(Object o) {
        leaves(o);
        return String.join("; ", found);
    }

    private void leaves(Object o) {
        if (o instanceof PyTuple t && t.type() == PyTuple.TYPE) {
            for (int i = 0; i < t.size() && found.size() < MOST; i++) {
                leaves(t.get(i));
            }
        } else if (!Crossing.isShareable(ts, o)) {
            found.add(Text.java(Text.repr(ts, o)) + " does not support cross-interpreter data");
        }
    }

    /** The message for an object that can't be pickled. */
    String unpicklable(Object o) {
        parts(o, "");
        return "object could not be pickled: " + Text.java(Text.repr(ts, o)) + " (" + String.join("; ", found) + ")";
    }

    /** Goes down to the parts that can't be pickled themselves although all of their parts can. */
    private void parts(Object o, String path) {
        if (found.size() >= MOST || Crossing.isImmutable(o) || !seen.add(o)) {
            return;
        }
        String why = failure(o);
        if (why.isEmpty()) {
            return;
        }
        int before = found.size();
        if (o instanceof PyDict d) {
            for (int p = d.next(0); p >= 0; p = d.next(p + 1)) {
                parts(d.keyAt(p), path + "key ");
                parts(d.valueAt(p), path + "[" + Text.java(Text.repr(ts, d.keyAt(p))) + "]");
            }
        } else if (o instanceof PyList || o instanceof PyTuple || o instanceof PySet || o instanceof PyFrozenSet) {
            int i = 0;
            for (Object item : Iter.toArray(ts, o)) {
                parts(item, path + "[" + i++ + "]");
            }
        } else if (o instanceof PyObject && Attr.find(ts, o, "__dict__") instanceof PyDict d) {
            for (int p = d.next(0); p >= 0; p = d.next(p + 1)) {
                parts(d.valueAt(p), path + "." + d.keyAt(p));
            }
        }
        if (found.size() == before) {
            found.add(path.isEmpty() ? why : path + ": " + why);
        }
    }

    private String failure(Object o) {
        try {
            Object ignored = Call.call1(ts, Attr.get(ts, ts.importModule("pickle"), "dumps"), o);
            return "";
        } catch (PythonException e) {
            return Text.java(Text.str(ts, e.value()));
        }
    }
}
