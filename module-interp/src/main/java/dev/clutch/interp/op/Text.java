package dev.clutch.interp.op;

import dev.clutch.extension.spi.CodePoints;
import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.Identity;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyStrInstance;
import dev.clutch.interp.object.Types;
import org.jspecify.annotations.Nullable;

/** {@code repr}, {@code str}, and putting text together. */
public final class Text {
    private Text() {}

    /** {@code repr(o)}: a plain str. */
    public static Object repr(PyThreadState ts, Object o) {
        NativeTable t = Types.of(o).slot(Slot.REPR);
        if (t == null) {
            return "<" + Types.of(o).displayName() + " object at " + Identity.address(ts, o) + ">";
        }
        return plain(ts, callRepr(ts, t, o), "__repr__");
    }

    private static @Nullable Object callRepr(PyThreadState ts, NativeTable t, Object o) {
        ts.enterRecursive(" while getting the repr of an object");
        try {
            return t.call0(Slot.REPR.id(), ts, o);
        } finally {
            ts.leaveRecursive();
        }
    }

    private static @Nullable Object callStr(PyThreadState ts, NativeTable t, Object o) {
        ts.enterRecursive(" while getting the str of an object");
        try {
            return t.call0(Slot.STR.id(), ts, o);
        } finally {
            ts.leaveRecursive();
        }
    }

    /** {@code repr(o)} as programs get it: what {@code __repr__} returned, be it an instance of a subclass. */
    public static Object reprAny(PyThreadState ts, Object o) {
        NativeTable t = Types.of(o).slot(Slot.REPR);
        Object r = t == null ? null : callRepr(ts, t, o);
        return r instanceof PyStrInstance
                ? r
                : r instanceof String ? r : t == null ? repr(ts, o) : plain(ts, r, "__repr__");
    }

    /** {@code str(o)} as programs get it. */
    public static Object strAny(PyThreadState ts, Object o) {
        if (o instanceof String || o instanceof CodePoints) {
            return o;
        }
        NativeTable t = Types.of(o).slot(Slot.STR);
        if (t == null) {
            return reprAny(ts, o);
        }
        Object r = callStr(ts, t, o);
        return r instanceof PyStrInstance ? r : plain(ts, r, "__str__");
    }

    /** {@code str(o)}: a plain str. */
    public static Object str(PyThreadState ts, Object o) {
        if (o instanceof String || o instanceof CodePoints) {
            return o;
        }
        NativeTable t = Types.of(o).slot(Slot.STR);
        return t == null ? repr(ts, o) : plain(ts, callStr(ts, t, o), "__str__");
    }

    private static Object plain(PyThreadState ts, @Nullable Object r, String method) {
        if (r instanceof String || r instanceof CodePoints) {
            return r;
        }
        if (r instanceof PyStrInstance s) {
            return s.value;
        }
        throw Errors.typeError(
                ts,
                method + " returned non-string (type "
                        + (r == null ? "null" : Types.of(r).name()) + ")");
    }

    /** {@code format(o, spec)}: a str. */
    public static Object format(PyThreadState ts, Object o, Object spec) {
        if (o instanceof String && spec instanceof String s && s.isEmpty()) {
            return o;
        }
        Object f = Types.of(o).lookup("__format__");
        if (f == null) {
            throw Errors.typeError(ts, "Type " + Types.of(o).displayName() + " doesn't define __format__");
        }
        Object r = Call.special1(ts, f, o, spec);
        if (!(r instanceof String) && !PyStr.TYPE.isInstance(r)) {
            throw Errors.typeError(
                    ts, "__format__ must return a str, not " + Types.of(r).displayName());
        }
        return r;
    }

    /** Returns the plain text of a format specification, which must be a str. */
    public static Object specification(PyThreadState ts, Object spec) {
        if (spec instanceof String) {
            return spec;
        }
        if (!PyStr.TYPE.isInstance(spec)) {
            throw Errors.typeError(
                    ts,
                    "__format__() argument must be str, not " + Types.of(spec).displayName());
        }
        return spec instanceof PyStrInstance s ? s.value : spec;
    }

    /** Returns the Java text of a plain str. */
    public static String java(Object str) {
        return str instanceof String s ? s : str instanceof PyStrInstance i ? java(i.value) : str.toString();
    }

    /** Joins strs. */
    public static Object concat(Object a, Object b) {
        if (a instanceof String x && b instanceof String y) {
            return x.concat(y);
        }
        return Str.concat(a instanceof PyStrInstance x ? x.value : a, b instanceof PyStrInstance y ? y.value : b);
    }

    /** Joins plain strs. */
    public static Object concat(Object a, Object b, Object c) {
        return concat(concat(a, b), c);
    }

    /** Joins plain strs. */
    public static Object concat(Object a, Object b, Object c, Object d, Object e) {
        return concat(concat(concat(a, b, c), d), e);
    }
}
