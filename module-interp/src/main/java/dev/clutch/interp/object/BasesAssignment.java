package dev.clutch.interp.object;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.interp.PyThreadState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
            if (t.isSubtype(type) || inChain(t, type)) {
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
        type.setBase(base);
        List<Change> changes = new ArrayList<>();
        try {
            relinearise(ts, type, changes);
        } catch (PythonException e) {
            for (int i = changes.size() - 1; i >= 0; i--) {
                Change c = changes.get(i);
                if (c.type.mro == c.after) {
                    c.type.mro = c.before;
                    c.type.modified(true);
                }
            }
            if (type.bases == bases) {
                type.bases = oldBases;
                if (oldBase != null) {
                    type.setBase(oldBase);
                }
            }
            throw e;
        }
        // the mro() of a metaclass may have assigned __bases__ in turn
        if (type.bases == bases) {
            for (TypeObject b : oldBases) {
                b.removeSubclass(ts.interp, type);
            }
            for (TypeObject b : bases) {
                b.addSubclass(ts.interp, type);
            }
        }
        type.modified(true);
    }

    private record Change(TypeObject type, TypeObject[] before, TypeObject[] after) {}

    private static boolean inChain(TypeObject start, TypeObject type) {
        for (@Nullable TypeObject t = start; t != null; t = t.base()) {
            if (t == type) {
                return true;
            }
        }
        return false;
    }

    /** Computes the MRO of a type and of all that derive from it ({@code mro_hierarchy}). */
    private static void relinearise(PyThreadState ts, TypeObject type, List<Change> changes) {
        TypeObject[] before = type.mro;
        TypeObject[] after = ClassBuilder.invokeMro(ts, type);
        if (type.mro != before) {
            // done by an assignment that mro() has made
            return;
        }
        type.mro = after;
        type.modified(true);
        changes.add(new Change(type, before, after));
        for (TypeObject sub : type.subclasses(ts.interp)) {
            relinearise(ts, sub, changes);
        }
    }
}
