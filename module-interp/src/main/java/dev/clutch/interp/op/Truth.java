package dev.clutch.interp.op;

import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;

/** {@code bool(o)}. */
public final class Truth {
    private Truth() {}

    /** Returns the truth of an object. */
    public static boolean of(PyThreadState ts, Object o) {
        if (o instanceof Boolean b) {
            return b;
        }
        if (o == Singleton.NONE) {
            return false;
        }
        if (o instanceof Long l) {
            return l != 0;
        }
        if (o instanceof String s) {
            return !s.isEmpty();
        }
        return slow(ts, o);
    }

    private static boolean slow(PyThreadState ts, Object o) {
        if (o instanceof Double d) {
            return d != 0;
        }
        if (o instanceof PyList l && l.type() == PyList.TYPE) {
            return l.size() != 0;
        }
        if (o instanceof PyDict d && d.type() == PyDict.TYPE) {
            return d.size() != 0;
        }
        if (o instanceof PyTuple t && t.type() == PyTuple.TYPE) {
            return t.size() != 0;
        }
        TypeObject type = Types.of(o);
        NativeTable table = type.slot(Slot.BOOL);
        if (table != null) {
            return table.call0(Slot.BOOL.id(), ts, o) == Boolean.TRUE;
        }
        if (type.slot(Slot.LEN) != null) {
            return Sizes.of(ts, o) != 0;
        }
        return true;
    }
}
