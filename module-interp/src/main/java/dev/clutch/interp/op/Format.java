package dev.clutch.interp.op;

import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.text.StrRepr;

/** The parts of formatted string literals. */
public final class Format {
    private Format() {}

    /** {@code f"{o}"}. */
    public static Object format(PyThreadState ts, Object o) {
        return o instanceof String ? o : o instanceof Long ? o.toString() : format(ts, o, "");
    }

    /** {@code f"{o:spec}"}. */
    public static Object format(PyThreadState ts, Object o, Object spec) {
        Object found = Types.of(o).lookup("__format__");
        if (found == null) {
            throw Errors.typeError(ts, "Type " + Types.of(o).displayName() + " doesn't define __format__");
        }
        Object r = Call.special1(ts, found, o, spec);
        if (!Str.isStr(r) && !Types.of(r).isSubtype(PyStr.TYPE)) {
            throw Errors.typeError(
                    ts, "__format__ must return a str, not " + Types.of(r).displayName());
        }
        return r;
    }

    /** {@code !s}. */
    public static Object str(PyThreadState ts, Object o) {
        return Text.str(ts, o);
    }

    /** {@code !r}. */
    public static Object repr(PyThreadState ts, Object o) {
        return Text.repr(ts, o);
    }

    /** {@code !a}. */
    public static Object ascii(PyThreadState ts, Object o) {
        return StrRepr.escapeNonAscii(Text.repr(ts, o));
    }

    /** Joins the parts. */
    public static Object join(Object[] parts) {
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            if (!(parts[i] instanceof String s)) {
                Object r = b.toString();
                for (int k = i; k < parts.length; k++) {
                    r = Str.concat(r, Str.isStr(parts[k]) ? parts[k] : Str.of(parts[k].toString()));
                }
                return r;
            }
            b.append(s);
        }
        return b.toString();
    }
}
