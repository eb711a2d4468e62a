package dev.clutch.interp.object;

import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import java.math.BigInteger;

/** Checks what special methods of Python classes return. */
final class SlotResults {
    private SlotResults() {}

    /** Checks the result of a slot without arguments. */
    static Object check0(PyThreadState ts, int id, Object self, Object result) {
        if (id == Slot.REPR.id() || id == Slot.STR.id()) {
            if (!Types.of(result).isSubtype(PyStr.TYPE)) {
                throw Errors.typeError(
                        ts,
                        (id == Slot.REPR.id() ? "__repr__" : "__str__") + " returned non-string (type "
                                + Types.of(result).name() + ")");
            }
        } else if (id == Slot.HASH.id()) {
            return hash(ts, result);
        } else if (id == Slot.BOOL.id()) {
            if (!(result instanceof Boolean)) {
                throw Errors.typeError(
                        ts,
                        "__bool__ should return bool, returned "
                                + Types.of(result).name());
            }
        } else if (id == Slot.ITER.id()) {
            if (Types.of(result).slot(Slot.NEXT) == null) {
                throw Errors.typeError(
                        ts,
                        "iter() returned non-iterator of type '"
                                + Types.of(result).name() + "'");
            }
        }
        return result;
    }

    private static Object hash(PyThreadState ts, Object result) {
        Object v = result instanceof PyIntInstance i ? i.value : result;
        if (v instanceof Boolean b) {
            return b ? 1L : 0L;
        }
        if (v instanceof BigInteger b) {
            return dev.clutch.interp.number.NumberHash.hash(b);
        }
        if (v instanceof Long) {
            return v;
        }
        throw Errors.typeError(ts, "__hash__ method should return an integer");
    }
}
