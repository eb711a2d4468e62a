package dev.clutch.interp.op;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import java.util.ArrayList;

/** Unpacking assignment. */
public final class Unpack {
    private Unpack() {}

    private static Object iterator(PyThreadState ts, Object o) {
        TypeObject type = Types.of(o);
        if (type.lookup("__iter__") == null && type.lookup("__getitem__") == null) {
            throw Errors.typeError(ts, "cannot unpack non-iterable " + type.displayName() + " object");
        }
        return Iter.iter(ts, o);
    }

    /** The elements of something that must have exactly {@code n}; the caller only reads the array. */
    public static Object[] exact(PyThreadState ts, Object o, int n) {
        if (o instanceof PyTuple t && t.type() == PyTuple.TYPE && t.size() == n) {
            return t.items();
        }
        if (o instanceof PyList l && l.type() == PyList.TYPE && l.size() == n) {
            return l.toArray();
        }
        Object it = iterator(ts, o);
        Object[] items = new Object[n];
        for (int i = 0; i < n; i++) {
            Object v = Iter.next(ts, it);
            if (v == null) {
                throw Errors.valueError(ts, "not enough values to unpack (expected " + n + ", got " + i + ")");
            }
            items[i] = v;
        }
        if (Iter.next(ts, it) != null) {
            throw Errors.valueError(ts, "too many values to unpack (expected " + n + ")");
        }
        return items;
    }

    /** The elements before a star, the list for it, and those after it. */
    public static Object[] starred(PyThreadState ts, Object o, int before, int after) {
        Object it = iterator(ts, o);
        ArrayList<Object> all = new ArrayList<>();
        Object v;
        while ((v = Iter.next(ts, it)) != null) {
            all.add(v);
        }
        int n = all.size();
        if (n < before + after) {
            throw notEnough(ts, before + after, n);
        }
        Object[] items = new Object[before + 1 + after];
        for (int i = 0; i < before; i++) {
            items[i] = all.get(i);
        }
        items[before] = new PyList(all.subList(before, n - after).toArray());
        for (int i = 0; i < after; i++) {
            items[before + 1 + i] = all.get(n - after + i);
        }
        return items;
    }

    private static PythonException notEnough(PyThreadState ts, int expected, int got) {
        return Errors.valueError(ts, "not enough values to unpack (expected at least " + expected + ", got " + got + ")");
    }

    /** {@code *args: *T}: the one element. */
    public static Object single(PyThreadState ts, Object o) {
        return exact(ts, o, 1)[0];
    }
}
