package dev.clutch.interp.op;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyCell;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyFunction;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PySuper;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import org.jspecify.annotations.Nullable;

/** Calls with starred arguments, and {@code super()}. */
public final class Calls {
    private Calls() {}

    /** What error messages call the callee ({@code _PyObject_FunctionStr}). */
    private static String text(PyThreadState ts, Object f) {
        if (f instanceof PyFunction p) {
            return module(ts, f) + Str.toJavaString(p.qualname) + "()";
        }
        Object qualname = Attr.find(ts, f, "__qualname__");
        if (qualname == null) {
            return Text.java(Text.str(ts, f));
        }
        return module(ts, f) + Text.java(Text.str(ts, qualname)) + "()";
    }

    private static String module(PyThreadState ts, Object f) {
        Object m = Attr.find(ts, f, "__module__");
        return m instanceof String s && !s.equals("builtins") ? s + "." : "";
    }

    /** {@code f(..., *iterable)}. */
    public static void extend(PyThreadState ts, Object f, Object list, Object iterable) {
        PyList l = (PyList) list;
        TypeObject type = Types.of(iterable);
        if (type.lookup("__iter__") == null && type.lookup("__getitem__") == null) {
            throw Errors.typeError(ts, "Value after * must be an iterable, not " + type.name());
        }
        for (Object o : elements(ts, f, iterable)) {
            l.append(o);
        }
    }

    private static Object[] elements(PyThreadState ts, Object f, Object iterable) {
        if (iterable instanceof PyTuple t && t.type() == PyTuple.TYPE) {
            return t.items();
        }
        if (iterable instanceof PyList l && l.type() == PyList.TYPE) {
            return l.toArray();
        }
        TypeObject type = Types.of(iterable);
        if (type.lookup("__iter__") == null && type.lookup("__getitem__") == null) {
            throw Errors.typeError(
                    ts, text(ts, f) + " argument after * must be an iterable, not " + type.displayName());
        }
        return Iter.toArray(ts, iterable);
    }

    /** {@code f(..., name=value)} among starred arguments. */
    public static void keyword(PyThreadState ts, Object f, Object dict, String name, Object value) {
        PyDict d = (PyDict) dict;
        Object key = Str.of(name);
        if (d.get(ts, key) != null) {
            throw repeated(ts, f, name);
        }
        d.put(ts, key, value);
    }

    private static PythonException repeated(PyThreadState ts, Object f, String name) {
        return Errors.typeError(ts, text(ts, f) + " got multiple values for keyword argument '" + name + "'");
    }

    /** {@code f(..., **mapping)}. */
    public static void merge(PyThreadState ts, Object f, Object dict, Object mapping) {
        PyDict d = (PyDict) dict;
        PyDict m;
        if (mapping instanceof PyDict p && p.type() == PyDict.TYPE) {
            m = p;
        } else {
            if (Attr.find(ts, mapping, "keys") == null) {
                throw Errors.typeError(
                        ts,
                        text(ts, f) + " argument after ** must be a mapping, not "
                                + Types.of(mapping).displayName());
            }
            Object[] keys = Iter.toArray(ts, Call.method0(ts, mapping, "keys"));
            for (Object key : keys) {
                if (d.get(ts, key) != null) {
                    throw repeated(ts, f, Text.java(Text.str(ts, key)));
                }
                d.put(ts, key, Subscript.get(ts, mapping, key));
            }
            return;
        }
        for (int i = m.next(0); i >= 0; i = m.next(i + 1)) {
            Object key = m.keyAt(i);
            if (d.get(ts, key) != null) {
                throw repeated(ts, f, Text.java(Text.str(ts, key)));
            }
            d.put(ts, key, m.valueAt(i));
        }
    }

    /** {@code f(..., **mapping)} with no other keywords: a dict, which may be the mapping itself. */
    public static Object mapping(PyThreadState ts, Object f, Object mapping) {
        if (mapping instanceof PyDict p && p.type() == PyDict.TYPE) {
            return p;
        }
        PyDict d = new PyDict();
        merge(ts, f, d, mapping);
        return d;
    }

    /** Calls with collected arguments: a list or the only starred iterable, and a dict or null. */
    public static Object spread(PyThreadState ts, Object f, Object args, @Nullable Object keywords) {
        Object[] all = elements(ts, f, args);
        if (keywords instanceof PyDict d && d.size() > 0) {
            return Call.withDict(ts, f, all, d);
        }
        switch (all.length) {
            case 0:
                return Call.call0(ts, f);
            case 1:
                return Call.call1(ts, f, all[0]);
            case 2:
                return Call.call2(ts, f, all[0], all[1]);
            case 3:
                return Call.call3(ts, f, all[0], all[1], all[2]);
            default:
                return Call.vector(ts, f, all.clone(), null);
        }
    }

    /** The collected positional arguments as an array of its own. */
    static Object[] arguments(PyThreadState ts, Object f, Object args) {
        return elements(ts, f, args).clone();
    }

    /** The list of collected positional arguments. */
    public static Object list(PyThreadState ts, Object f, Object args) {
        return new PyList(elements(ts, f, args).clone());
    }

    // ---- super()

    /** {@code super()} where the first parameter is a plain local variable. */
    public static Object superOf(PyThreadState ts, Object f, PyCell classCell, @Nullable Object self) {
        if (!(f instanceof TypeObject t) || !t.isSubtype(PySuper.TYPE)) {
            return Call.call0(ts, f);
        }
        if (self == null) {
            throw Errors.error(ts, "RuntimeError", "super(): arg[0] deleted");
        }
        Object type = classCell.value;
        if (type == null) {
            throw Errors.error(ts, "RuntimeError", "super(): empty __class__ cell");
        }
        return f == PySuper.TYPE && type instanceof TypeObject start
                ? PySuper.of(ts, start, self)
                : Call.call2(ts, f, type, self);
    }

    /** {@code super()} where nested functions share the first parameter. */
    public static Object superOfCell(PyThreadState ts, Object f, PyCell classCell, PyCell self) {
        return superOf(ts, f, classCell, self.value);
    }
}
