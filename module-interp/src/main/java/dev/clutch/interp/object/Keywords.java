package dev.clutch.interp.object;

import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Attr;
import org.jspecify.annotations.Nullable;

/** Keyword arguments of constructors that take any positional ones. */
public final class Keywords {
    private Keywords() {}

    /** Returns the keywords as a dict that has no others than the given ones. */
    public static PyDict of(PyThreadState ts, String function, @Nullable Object kwargs, String... allowed) {
        if (!(kwargs instanceof PyDict d)) {
            return new PyDict();
        }
        if (d.size() > allowed.length) {
            throw tooMany(ts, function, allowed.length, d.size());
        }
        for (int p = d.next(0); p >= 0; p = d.next(p + 1)) {
            String key = Attr.nameText(ts, d.keyAt(p));
            boolean known = false;
            for (String a : allowed) {
                known |= a.equals(key);
            }
            if (!known) {
                throw Errors.typeError(ts, "'" + key + "' is an invalid keyword argument for " + function + "()");
            }
        }
        return d;
    }

    /** The error for more keywords than a function has that takes its positional arguments apart from them. */
    public static PythonException tooMany(PyThreadState ts, String function, int most, int given) {
        return Errors.typeError(
                ts,
                function + "() takes at most " + most + " keyword argument" + (most == 1 ? "" : "s") + " (" + given
                        + " given)");
    }

    /** Refuses keywords, unless the class has an {@code __init__} of its own that may want them ({@code _PyArg_NoKeywords}). */
    static void none(PyThreadState ts, PyType cls, TypeObject type, @Nullable Object kwargs) {
        if (kwargs instanceof PyDict d
                && d.size() > 0
                && (cls == type || ((TypeObject) cls).slot(Slot.INIT) == type.slot(Slot.INIT))) {
            throw Errors.typeError(ts, type.name() + "() takes no keyword arguments");
        }
    }
}
