package dev.clutch.interp.object;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Iter;

/** What {@code dir()} lists. Answers to {@code object___dir___impl} and {@code type___dir___impl}. */
final class Directory {
    private Directory() {}

    static Object ofObject(PyThreadState ts, Object o) {
        PyDict names = new PyDict();
        Object own = Attr.find(ts, o, "__dict__");
        if (own instanceof PyDict d) {
            merge(ts, names, d);
        }
        Object cls = Attr.find(ts, o, "__class__");
        if (cls instanceof TypeObject t) {
            mergeType(ts, names, t);
        }
        return keys(names);
    }

    static Object ofType(PyThreadState ts, TypeObject type) {
        PyDict names = new PyDict();
        mergeType(ts, names, type);
        return keys(names);
    }

    private static void mergeType(PyThreadState ts, PyDict names, TypeObject type) {
        for (TypeObject t : type.mro) {
            merge(ts, names, t.dict());
        }
    }

    private static void merge(PyThreadState ts, PyDict names, PyDict from) {
        for (int p = from.next(0); p >= 0; p = from.next(p + 1)) {
            names.put(ts, from.keyAt(p), from.valueAt(p));
        }
    }

    private static PyList keys(PyDict names) {
        PyList list = new PyList(names.size());
        for (int p = names.next(0); p >= 0; p = names.next(p + 1)) {
            list.append(names.keyAt(p));
        }
        return list;
    }

    /** Returns the names of an iterable, sorted. */
    static Object[] sortedNames(PyThreadState ts, Object iterable) {
        PyList list = new PyList(Iter.toArray(ts, iterable));
        Call.method0(ts, list, "sort");
        return list.toArray();
    }
}
