package dev.clutch.interp.object;

import dev.clutch.extension.spi.CodePoints;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Singleton;
import java.math.BigInteger;

/** The type of any Python value. */
public final class Types {
    private Types() {}

    /** Returns {@code type(o)}, the real type ({@code Py_TYPE}). */
    public static TypeObject of(Object o) {
        if (o instanceof PyObject p) {
            return (TypeObject) p.type();
        }
        if (o instanceof String) {
            return PyStr.TYPE;
        }
        if (o instanceof Long) {
            return PyInt.TYPE;
        }
        if (o instanceof Double) {
            return PyFloat.TYPE;
        }
        if (o instanceof Boolean) {
            return PyBool.TYPE;
        }
        if (o == Singleton.NONE) {
            return PyNone.TYPE;
        }
        return ofRare(o);
    }

    private static TypeObject ofRare(Object o) {
        if (o instanceof BigInteger) {
            return PyInt.TYPE;
        }
        if (o instanceof CodePoints) {
            return PyStr.TYPE;
        }
        if (o == Singleton.ELLIPSIS) {
            return PyEllipsis.TYPE;
        }
        if (o == Singleton.NOT_IMPLEMENTED) {
            return PyNotImplemented.TYPE;
        }
        throw new IllegalArgumentException("not a Python value: " + o.getClass().getName());
    }
}
