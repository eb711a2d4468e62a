package dev.clutch.interp.op;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.object.exception.GroupSplit;
import dev.clutch.interp.object.exception.PyBaseException;
import dev.clutch.interp.object.exception.PyExceptionGroup;
import org.jspecify.annotations.Nullable;

/** {@code except*} (PEP 654). */
public final class ExceptionGroups {
    private ExceptionGroups() {}

    /** An exception on its way through the clauses. */
    private static final class Split {
        final PyBaseException original;

        @Nullable
        PyBaseException rest;

        final PyList raised = new PyList(0);

        Split(PyBaseException original) {
            this.original = original;
            this.rest = original;
        }
    }

    /** Begins. */
    public static Object split(Object exception) {
        return new Split((PyBaseException) exception);
    }

    /** The part that a clause takes, or null ({@code _PyEval_ExceptionGroupMatch}). */
    public static @Nullable Object match(PyThreadState ts, Object state, Object type) {
        Split s = (Split) state;
        Handlers.checkClasses(ts, type);
        checkNoGroups(ts, type);
        PyBaseException rest = s.rest;
        if (rest == null) {
            return null;
        }
        if (Errors.matches(ts, rest, type)) {
            s.rest = null;
            if (rest instanceof PyExceptionGroup) {
                return rest;
            }
            return Call.call2(ts, Exceptions.type("BaseExceptionGroup"), "", new PyTuple(rest));
        }
        if (!(rest instanceof PyExceptionGroup)) {
            return null;
        }
        Object pair = Call.method1(ts, rest, "split", type);
        if (!(pair instanceof PyTuple t)) {
            throw Errors.typeError(
                    ts,
                    Types.of(rest).displayName() + ".split must return a tuple, not "
                            + Types.of(pair).displayName());
        }
        if (t.size() < 2) {
            throw Errors.typeError(
                    ts, Types.of(rest).displayName() + ".split must return a 2-tuple, got tuple of size " + t.size());
        }
        s.rest = t.get(1) == Singleton.NONE ? null : (PyBaseException) t.get(1);
        return t.get(0) == Singleton.NONE ? null : t.get(0);
    }

    private static void checkNoGroups(PyThreadState ts, Object type) {
        TypeObject group = Exceptions.type("BaseExceptionGroup");
        Object[] types = type instanceof PyTuple t ? t.items() : new Object[] {type};
        for (Object o : types) {
            if (o instanceof TypeObject c && c.isSubtype(group)) {
                throw Errors.typeError(ts, "catching ExceptionGroup with except* is not allowed. Use except instead.");
            }
        }
    }

    /** Keeps what a clause has raised. */
    public static void raised(PyThreadState ts, Object state, Object exception) {
        ((Split) state).raised.append(exception);
    }

    /** What to raise at the end, or null. */
    public static @Nullable Object rest(PyThreadState ts, Object state) {
        Split s = (Split) state;
        if (s.rest != null) {
            s.raised.append(s.rest);
        }
        return GroupSplit.merge(ts, s.original, s.raised);
    }
}
