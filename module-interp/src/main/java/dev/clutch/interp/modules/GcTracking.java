package dev.clutch.interp.modules;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.interp.object.PyComplex;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyRange;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.bytes.PyBytes;

/** Which objects CPython's collector would look at. */
final class GcTracking {
    /** The size of {@code PyGC_Head}. */
    static final int HEADER = 16;

    private GcTracking() {}

    /** Whether objects of its kind can be part of a cycle ({@code _PyType_IS_GC}). */
    static boolean isContainer(Object o) {
        return o instanceof PyObject p
                && !(o instanceof PyBytes || o instanceof PyComplex || o instanceof PyRange)
                && !(o instanceof TypeObject t && t.owner == null)
                && p.type() != null;
    }

    /** {@code gc.is_tracked}: containers of nothing but plain values are left out. */
    static boolean isTracked(Object o) {
        if (!isContainer(o)) {
            return false;
        }
        if (o instanceof PyTuple t && t.type() == PyTuple.TYPE) {
            for (int i = 0; i < t.size(); i++) {
                if (isTracked(t.get(i))) {
                    return true;
                }
            }
            return false;
        }
        if (o instanceof PyDict d && d.type() == PyDict.TYPE) {
            for (int p = d.next(0); p >= 0; p = d.next(p + 1)) {
                if (isTracked(d.valueAt(p))) {
                    return true;
                }
            }
            return false;
        }
        return true;
    }
}
