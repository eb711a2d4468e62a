package dev.clutch.interp.op;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PySet;
import dev.clutch.interp.object.PySlice;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.Types;

/** Displays and comprehensions. */
public final class Build {
    private Build() {}

    /** {@code ()}. */
    public static Object tuple() {
        return new PyTuple();
    }

    /** {@code (a,)}. */
    public static Object tuple(Object a) {
        return new PyTuple(new Object[] {a});
    }

    /** {@code (a, b)}. */
    public static Object tuple(Object a, Object b) {
        return new PyTuple(new Object[] {a, b});
    }

    /** {@code (a, b, c)}. */
    public static Object tuple(Object a, Object b, Object c) {
        return new PyTuple(new Object[] {a, b, c});
    }

    /** A tuple that owns the array. */
    public static Object tuple(Object[] items) {
        return new PyTuple(items);
    }

    /** {@code []}. */
    public static Object list() {
        return new PyList(0);
    }

    /** A list of the elements. */
    public static Object list(Object[] items) {
        return new PyList(items);
    }

    /** A list of the elements of a constant tuple. */
    public static Object listOf(Object tuple) {
        return new PyList(((PyTuple) tuple).items().clone());
    }

    /** A tuple of the elements of a list. */
    public static Object listToTuple(Object list) {
        return new PyTuple(((PyList) list).toArray());
    }

    /** Appends. */
    public static void listAppend(PyThreadState ts, Object list, Object item) {
        ((PyList) list).append(item);
    }

    /** {@code [*iterable]}. */
    public static void listExtend(PyThreadState ts, Object list, Object iterable) {
        PyList l = (PyList) list;
        Object it;
        try {
            it = Iter.iter(ts, iterable);
        } catch (PythonException e) {
            if (Errors.matches(e, "TypeError")
                    && Types.of(iterable).lookup("__iter__") == null
                    && Types.of(iterable).lookup("__getitem__") == null) {
                throw Errors.typeError(
                        ts,
                        "Value after * must be an iterable, not "
                                + Types.of(iterable).displayName());
            }
            throw e;
        }
        Object v;
        while ((v = Iter.next(ts, it)) != null) {
            l.append(v);
        }
    }

    /** An empty set. */
    public static Object set(PyThreadState ts) {
        return Call.call0(ts, PySet.TYPE);
    }

    /** A set of the elements. */
    public static Object set(PyThreadState ts, Object[] items) {
        return Call.call1(ts, PySet.TYPE, new PyTuple(items));
    }

    /** Adds to a set. */
    public static void setAdd(PyThreadState ts, Object set, Object item) {
        Call.method1(ts, set, "add", item);
    }

    /** {@code {*iterable}}. */
    public static void setUpdate(PyThreadState ts, Object set, Object iterable) {
        Call.method1(ts, set, "update", iterable);
    }

    /** {@code {}}. */
    public static Object dict() {
        return new PyDict();
    }

    /** A dict of keys and values in turn. */
    public static Object dict(PyThreadState ts, Object[] items) {
        PyDict d = new PyDict();
        for (int i = 0; i < items.length; i += 2) {
            d.put(ts, items[i], items[i + 1]);
        }
        return d;
    }

    /** {@code d[key] = value} of a display or comprehension. */
    public static void dictPut(PyThreadState ts, Object dict, Object key, Object value) {
        ((PyDict) dict).put(ts, key, value);
    }

    /** {@code {**mapping}}. */
    public static void dictUpdate(PyThreadState ts, Object dict, Object mapping) {
        PyDict d = (PyDict) dict;
        if (mapping instanceof PyDict m && m.type() == PyDict.TYPE) {
            for (int i = m.next(0); i >= 0; i = m.next(i + 1)) {
                d.put(ts, m.keyAt(i), m.valueAt(i));
            }
            return;
        }
        Object keys = Attr.find(ts, mapping, "keys");
        if (keys == null) {
            throw Errors.typeError(ts, "'" + Types.of(mapping).displayName() + "' object is not a mapping");
        }
        Object it = Iter.iter(ts, Call.call0(ts, keys));
        Object key;
        while ((key = Iter.next(ts, it)) != null) {
            d.put(ts, key, Subscript.get(ts, mapping, key));
        }
    }

    /** A slice. */
    public static Object slice(Object start, Object stop, Object step) {
        return new PySlice(start, stop, step);
    }
}
