package dev.clutch.interp.op;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Builtins;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyBaseException;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.RaiseSupport;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import org.jspecify.annotations.Nullable;

/** {@code except*} (PEP 654). */
public final class ExceptionGroups {
    private ExceptionGroups() {}

    /** An exception on its way through the clauses. */
    private static final class Split {
        final PyBaseException original;
        @Nullable PyBaseException rest;
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

    private static @Nullable TypeObject group(PyThreadState ts, String name) {
        return Builtins.get(ts, name) instanceof TypeObject t ? t : null;
    }

    private static boolean isGroup(PyThreadState ts, Object e) {
        TypeObject group = group(ts, "BaseExceptionGroup");
        return group != null && Types.of(e).isSubtype(group);
    }

    /** The part that a clause takes, or null. */
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
            if (isGroup(ts, rest)) {
                return rest;
            }
            return wrap(ts, rest);
        }
        if (!isGroup(ts, rest)) {
            return null;
        }
        Object pair = Call.method1(ts, rest, "split", type);
        if (!(pair instanceof PyTuple t) || t.size() != 2) {
            throw Errors.typeError(ts, Types.of(rest).name() + ".split must return a 2-tuple");
        }
        s.rest = t.get(1) == Singleton.NONE ? null : (PyBaseException) t.get(1);
        return t.get(0) == Singleton.NONE ? null : t.get(0);
    }

    private static void checkNoGroups(PyThreadState ts, Object type) {
        TypeObject group = group(ts, "BaseExceptionGroup");
        Object[] types = type instanceof PyTuple t ? t.items() : new Object[] {type};
        for (Object o : types) {
            if (group != null && o instanceof TypeObject c && c.isSubtype(group)) {
                throw Errors.typeError(ts, "catching ExceptionGroup with except* is not allowed. Use except instead.");
            }
        }
    }

    private static Object wrap(PyThreadState ts, PyBaseException e) {
        Object made = Call.call2(ts, Builtins.get(ts, "ExceptionGroup"), "", new PyList(new Object[] {e}));
        Object traceback = RaiseSupport.traceback(e);
        if (traceback != null) {
            RaiseSupport.setTraceback((PyBaseException) made, traceback);
        }
        return made;
    }

    /** Keeps what a clause has raised. */
    public static void raised(PyThreadState ts, Object state, Object exception) {
        ((Split) state).raised.append(exception);
    }

    /** What to raise at the end, or null. */
    public static @Nullable Object rest(PyThreadState ts, Object state) {
        Split s = (Split) state;
        if (s.raised.size() == 0) {
            return s.rest;
        }
        if (!isGroup(ts, s.original) && s.raised.size() == 1 && s.rest == null) {
            return s.raised.get(0);
        }
        if (s.rest != null) {
            s.raised.append(s.rest);
        }
        return Call.call2(ts, Builtins.get(ts, "ExceptionGroup"), "", s.raised);
    }
}
