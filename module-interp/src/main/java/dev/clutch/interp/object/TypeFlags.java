package dev.clutch.interp.object;

import dev.clutch.extension.spi.TypeDefinition;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.object.exception.PyBaseException;

/** {@code __flags__} as CPython 3.12 numbers them. */
final class TypeFlags {
    private TypeFlags() {}

    static long of(TypeObject t) {
        long f = 1L << 12;
        if (t.owner != null) {
            f |= 1L << 9;
        }
        if (t.isSubclassable()) {
            f |= 1L << 10;
        }
        if (!t.isMutable()) {
            f |= 1L << 8;
        }
        if (t.disallowsInstantiation()) {
            f |= 1L << 7;
        }
        if (t.isAbstract()) {
            f |= 1L << 20;
        }
        if ((t.flags() & TypeDefinition.SEQUENCE) != 0) {
            f |= 1L << 5;
        }
        if ((t.flags() & TypeDefinition.MAPPING) != 0) {
            f |= 1L << 6;
        }
        if (t.isSubtype(PyInt.TYPE)) {
            f |= 1L << 24;
        }
        if (t.isSubtype(PyBytes.TYPE)) {
            f |= 1L << 27;
        }
        if (t.owner == null ? t == TypeObject.TYPE : t.isSubtype(TypeObject.TYPE)) {
            // Py_TPFLAGS_ITEMS_AT_END
            f |= 1L << 23;
        }
        if (t.isClass()) {
            f |= 1L << 14;
            if (t.hasDict() && TypeSizes.of(t).dictOffset() < 0) {
                f |= 1L << 4;
            }
            if (t.hasWeakReferences() && TypeSizes.of(t).weakReferenceOffset() < 0) {
                f |= 1L << 3;
            }
        }
        if (matchesSelf(t)) {
            f |= 1L << 22;
        }
        if (t.isSubtype(PyList.TYPE)) {
            f |= 1L << 25;
        }
        if (t.isSubtype(PyTuple.TYPE)) {
            f |= 1L << 26;
        }
        if (t.isSubtype(PyStr.TYPE)) {
            f |= 1L << 28;
        }
        if (t.isSubtype(PyDict.TYPE)) {
            f |= 1L << 29;
        }
        if (t.isSubtype(PyBaseException.TYPE)) {
            f |= 1L << 30;
        }
        if (t.isSubtype(TypeObject.TYPE)) {
            f |= 1L << 31;
        }
        return f;
    }

    /** {@code _Py_TPFLAGS_MATCH_SELF}: a class pattern with one positional part matches the value itself. */
    private static boolean matchesSelf(TypeObject t) {
        return t.isSubtype(PyInt.TYPE)
                || t.isSubtype(PyStr.TYPE)
                || t.isSubtype(PyFloat.TYPE)
                || t.isSubtype(PyBytes.TYPE)
                || t.isSubtype(PyTuple.TYPE)
                || t.isSubtype(PyList.TYPE)
                || t.isSubtype(PyDict.TYPE)
                || t.isSubtype(PySet.TYPE)
                || t.isSubtype(PyFrozenSet.TYPE);
    }
}
