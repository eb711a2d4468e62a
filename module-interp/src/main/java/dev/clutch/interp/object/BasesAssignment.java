package dev.clutch.interp.object;

import dev.clutch.interp.PyThreadState;

/** Assignment to {@code __bases__}. Answers to {@code type_set_bases}. */
final class BasesAssignment {
    private BasesAssignment() {}

    static void assign(PyThreadState ts, TypeObject type, Object value) {
        if (!(value instanceof PyTuple tuple)) {
            throw Errors.typeError(
                    ts,
                    "can only assign tuple to " + type.name() + ".__bases__, not "
                            + Types.of(value).name());
        }
        if (tuple.size() == 0) {
            throw Errors.typeError(ts, "can only assign non-empty tuple to " + type.name() + ".__bases__, not ()");
        }
        TypeObject[] bases = new TypeObject[tuple.size()];
        for (int i = 0; i < bases.length; i++) {
            if (!(tuple.get(i) instanceof TypeObject t)) {
                throw Errors.typeError(
                        ts,
                        type.name() + ".__bases__ must be tuple of classes, not '"
                                + Types.of(tuple.get(i)).name() + "'");
            }
            if (t.isSubtype(type)) {
                throw Errors.typeError(ts, "a __bases__ item causes an inheritance cycle");
            }
            bases[i] = t;
        }
        TypeObject base = Layouts.bestBase(ts, bases);
        TypeObject oldBase = type.base();
        TypeObject oldSolid = oldBase == null ? TypeObject.OBJECT : oldBase.solid;
        if (base.solid != oldSolid) {
            throw Errors.typeError(
                    ts,
                    "__bases__ assignment: '" + base.displayName() + "' object layout differs from '"
                            + (oldBase == null ? "object" : oldBase.displayName()) + "'");
        }
        TypeObject[] oldBases = type.bases;
        type.bases = bases;
        try {
            relinearise(ts, type);
        } catch (dev.clutch.extension.spi.PythonException e) {
            type.bases = oldBases;
            throw e;
        }
        type.setBase(base);
        for (TypeObject b : oldBases) {
            b.removeSubclass(ts.interp, type);
        }
        for (TypeObject b : bases) {
            b.addSubclass(ts.interp, type);
        }
        type.modified(true);
    }

    /** Computes the MRO of a type and of all that derive from it ({@code mro_hierarchy}); on failure nothing has changed. */
    private static void relinearise(PyThreadState ts, TypeObject type) {
        TypeObject[] old = type.mro;
        type.mro = Mro.compute(ts, type);
        try {
            for (TypeObject sub : type.subclasses(ts.interp)) {
                relinearise(ts, sub);
            }
        } catch (dev.clutch.extension.spi.PythonException e) {
            type.mro = old;
            throw e;
        }
    }
}
