package dev.clutch.interp.object;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.interp.PyThreadState;

/**
 * Which Java layout instances of a type have: that of its <em>solid</em> type, the nearest native type with storage of its own or class with {@code __slots__}.
 * Answers to {@code best_base}, {@code solid_base} and {@code compatible_for_assignment}.
 */
final class Layouts {
    private Layouts() {}

    /** Returns the base that decides the layout, or raises TypeError when two conflict. */
    static TypeObject bestBase(PyThreadState ts, TypeObject[] bases) {
        TypeObject winner = null;
        TypeObject base = null;
        for (TypeObject b : bases) {
            if (!b.isSubclassable()) {
                throw Errors.typeError(ts, "type '" + b.displayName() + "' is not an acceptable base type");
            }
            TypeObject candidate = solid(b);
            if (winner == null || base == null) {
                winner = candidate;
                base = b;
            } else if (winner.isSubtype(candidate)) {
                continue;
            } else if (candidate.isSubtype(winner)) {
                winner = candidate;
                base = b;
            } else {
                throw Errors.typeError(ts, "multiple bases have instance lay-out conflict");
            }
        }
        if (base == null) {
            return TypeObject.OBJECT;
        }
        return base;
    }

    /** As the field, but for int, float and str too: their instances are values of the JDK, so that no Java class stands for their layout. */
    private static TypeObject solid(TypeObject type) {
        if (type.solid == TypeObject.OBJECT) {
            TypeObject base = type.nativeBase();
            if (base == PyStr.TYPE || base == PyInt.TYPE || base == PyFloat.TYPE) {
                return base;
            }
        }
        return type.solid;
    }

    /** Assigns {@code __class__} ({@code object_set_class}). */
    static void assignClass(PyThreadState ts, Object self, TypeObject to) {
        TypeObject from = Types.of(self);
        boolean modules = from.isSubtype(PyModule.TYPE) && to.isSubtype(PyModule.TYPE);
        if (!modules && (!from.isMutable() || !to.isMutable())) {
            throw Errors.typeError(
                    ts, "__class__ assignment only supported for mutable types or ModuleType subclasses");
        }
        if (!(self instanceof PyObject o) || !compatible(from, to)) {
            throw Errors.typeError(
                    ts,
                    "__class__ assignment: '" + to.displayName() + "' object layout differs from '" + from.displayName()
                            + "'");
        }
        if (TypeObject.storage(o) instanceof Shape) {
            // shapes belong to a type
            AttributeStorage.dict(o);
        }
        TypeObject.setTypeOf(o, to);
    }

    private static boolean compatible(TypeObject from, TypeObject to) {
        if (solid(from.nativeBase()) != solid(to.nativeBase())
                || from.hasDict() != to.hasDict()
                || from.hasWeakReferences() != to.hasWeakReferences()
                || from.declaredSlots() != to.declaredSlots()) {
            return false;
        }
        return from.solid == to.solid || sameSlots(from.solid, to.solid);
    }

    /** Whether two classes add equal slots to the layout of one type. */
    private static boolean sameSlots(TypeObject a, TypeObject b) {
        return a.isClass()
                && b.isClass()
                && java.util.Arrays.equals(a.ownSlotNames, b.ownSlotNames)
                && a.base() != null
                && b.base() != null
                && a.base().solid == b.base().solid;
    }
}
