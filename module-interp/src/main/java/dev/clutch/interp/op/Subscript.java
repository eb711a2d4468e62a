package dev.clutch.interp.op;

import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.exception.Exceptions;

/** {@code o[key]} and {@code in}. */
public final class Subscript {
    private static final int GETITEM = Slot.GETITEM.id();
    private static final int SETITEM = Slot.SETITEM.id();
    private static final int DELITEM = Slot.DELITEM.id();
    private static final int CONTAINS = Slot.CONTAINS.id();

    private Subscript() {}

    /** {@code o[key]}. */
    public static Object get(PyThreadState ts, Object o, Object key) {
        if (o instanceof PyList l && key instanceof Long i && l.type() == PyList.TYPE) {
            long n = i < 0 ? i + l.size() : i;
            if (n >= 0 && n < l.size()) {
                return l.get((int) n);
            }
        } else if (o instanceof PyTuple t && key instanceof Long i && t.type() == PyTuple.TYPE) {
            long n = i < 0 ? i + t.size() : i;
            if (n >= 0 && n < t.size()) {
                return t.get((int) n);
            }
        } else if (o instanceof PyDict d && d.type() == PyDict.TYPE) {
            Object v = d.get(ts, key);
            if (v != null) {
                return v;
            }
            throw Errors.make(ts, Exceptions.type("KeyError"), key);
        }
        return slowGet(ts, o, key);
    }

    private static Object slowGet(PyThreadState ts, Object o, Object key) {
        NativeTable table = Types.of(o).slot(GETITEM);
        if (table != null) {
            Object v = table.call1(GETITEM, ts, o, key);
            if (v != null) {
                return v;
            }
        }
        if (o instanceof TypeObject t) {
            Object f = Attr.find(ts, t, "__class_getitem__");
            if (f != null) {
                return Call.call1(ts, f, key);
            }
            if (t == TypeObject.TYPE) {
                return ts.genericAlias(t, key);
            }
            throw Errors.typeError(ts, "type '" + t.displayName() + "' is not subscriptable");
        }
        throw Errors.typeError(ts, "'" + Types.of(o).displayName() + "' object is not subscriptable");
    }

    /** {@code o[key] = value}. */
    public static void set(PyThreadState ts, Object o, Object key, Object value) {
        if (o instanceof PyList l && key instanceof Long i && l.type() == PyList.TYPE) {
            long n = i < 0 ? i + l.size() : i;
            if (n >= 0 && n < l.size()) {
                l.set((int) n, value);
                return;
            }
        } else if (o instanceof PyDict d && d.type() == PyDict.TYPE) {
            d.put(ts, key, value);
            return;
        }
        NativeTable table = Types.of(o).slot(SETITEM);
        if (table == null) {
            throw Errors.typeError(ts, "'" + Types.of(o).displayName() + "' object does not support item assignment");
        }
        table.call2(SETITEM, ts, o, key, value);
    }

    /** {@code del o[key]}. */
    public static void delete(PyThreadState ts, Object o, Object key) {
        NativeTable table = Types.of(o).slot(DELITEM);
        if (table == null) {
            throw Errors.typeError(
                    ts,
                    "'" + Types.of(o).displayName() + "' object does" + (o instanceof TypeObject ? " not" : "n't")
                            + " support item deletion");
        }
        table.call1(DELITEM, ts, o, key);
    }

    /** {@code item in o}. */
    public static boolean contains(PyThreadState ts, Object o, Object item) {
        NativeTable table = Types.of(o).slot(CONTAINS);
        if (table != null) {
            Object r = table.call1(CONTAINS, ts, o, item);
            return r instanceof Boolean b ? b : Truth.of(ts, r == null ? Singleton.NONE : r);
        }
        if (Types.of(o).slot(Slot.ITER) == null && Types.of(o).slot(GETITEM) == null) {
            throw Errors.typeError(ts, "argument of type '" + Types.of(o).displayName() + "' is not iterable");
        }
        Object it = Iter.iter(ts, o);
        for (Object v = Iter.next(ts, it); v != null; v = Iter.next(ts, it)) {
            if (Compare.equal(ts, v, item)) {
                return true;
            }
        }
        return false;
    }
}
