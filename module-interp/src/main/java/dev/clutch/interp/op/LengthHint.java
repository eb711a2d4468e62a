package dev.clutch.interp.op;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyInt;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;

/** How many items an iterable says it has. Answers to {@code PyObject_LengthHint}. */
public final class LengthHint {
    private LengthHint() {}

    /** Asks an instance of a class made by Python code; its answer is of no use here, but its errors are seen. */
    public static void ask(PyThreadState ts, Object o) {
        TypeObject type = Types.of(o);
        if (!type.isClass()) {
            return;
        }
        if (type.slot(Slot.LEN) != null) {
            try {
                long ignored = Sizes.of(ts, o);
                return;
            } catch (PythonException e) {
                if (!Errors.matches(e, "TypeError")) {
                    throw e;
                }
            }
        }
        Object method = type.lookup("__length_hint__");
        if (method == null) {
            return;
        }
        Object hint;
        try {
            hint = Call.special0(ts, method, o);
        } catch (PythonException e) {
            if (!Errors.matches(e, "TypeError")) {
                throw e;
            }
            return;
        }
        if (hint == Singleton.NOT_IMPLEMENTED) {
            return;
        }
        if (!PyInt.TYPE.isInstance(hint)) {
            throw Errors.typeError(
                    ts,
                    "__length_hint__ must be an integer, not " + Types.of(hint).displayName());
        }
        if (Numbers.position(ts, hint) < 0) {
            throw Errors.valueError(ts, "__length_hint__() should return >= 0");
        }
    }
}
