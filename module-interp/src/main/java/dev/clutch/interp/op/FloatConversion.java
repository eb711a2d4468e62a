package dev.clutch.interp.op;

import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyFloatInstance;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import java.math.BigInteger;

/** The float value of any number. Answers to {@code PyFloat_AsDouble}. */
final class FloatConversion {
    private FloatConversion() {}

    static double of(PyThreadState ts, Object o) {
        if (o instanceof PyFloatInstance f) {
            return (Double) f.value;
        }
        if (o instanceof BigInteger b) {
            return big(ts, b);
        }
        TypeObject type = Types.of(o);
        NativeTable table = type.slot(Slot.FLOAT);
        if (table != null) {
            Object r = table.call0(Slot.FLOAT.id(), ts, o);
            if (r instanceof Double d) {
                return d;
            }
            if (r instanceof PyFloatInstance f) {
                ts.warn(
                        "DeprecationWarning",
                        type.displayName() + ".__float__ returned non-float (type "
                                + Types.of(r).name()
                                + ").  The ability to return an instance of a strict subclass of float is deprecated, and may"
                                + " not be supported in a future version of Python.",
                        1);
                return (Double) f.value;
            }
            throw Errors.typeError(
                    ts,
                    type.displayName() + ".__float__ returned non-float (type "
                            + (r == null ? "null" : Types.of(r).displayName()) + ")");
        }
        if (type.slot(Slot.INDEX) != null) {
            Object i = Numbers.index(ts, o);
            return i instanceof Long l ? l : big(ts, (BigInteger) i);
        }
        throw Errors.typeError(ts, "must be real number, not " + type.displayName());
    }

    private static double big(PyThreadState ts, BigInteger b) {
        double d = b.doubleValue();
        if (Double.isInfinite(d)) {
            throw Errors.error(ts, "OverflowError", "int too large to convert to float");
        }
        return d;
    }
}
