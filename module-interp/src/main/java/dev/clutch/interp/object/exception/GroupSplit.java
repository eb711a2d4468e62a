package dev.clutch.interp.object.exception;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.AttributeStorage;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyFunction;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Truth;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** Divides an exception group by a condition. Answers to {@code exceptiongroup_split_recursive}. */
public final class GroupSplit {
    /** Says which exceptions are wanted. */
    interface Condition {
        boolean holds(PyThreadState ts, PyBaseException e);
    }

    private final PyThreadState ts;
    private final Condition condition;
    private final boolean wantRest;

    @Nullable
    PyBaseException matched;

    @Nullable
    PyBaseException rest;

    GroupSplit(PyThreadState ts, Condition condition, boolean wantRest) {
        this.ts = ts;
        this.condition = condition;
        this.wantRest = wantRest;
    }

    /** {@code get_matcher_type}. */
    static Condition condition(PyThreadState ts, Object value) {
        if (value instanceof PyFunction) {
            return new Predicate(value);
        }
        boolean classes = isExceptionClass(value);
        if (value instanceof PyTuple t) {
            classes = true;
            for (Object o : t.items()) {
                classes &= isExceptionClass(o);
            }
        }
        if (!classes) {
            throw Errors.typeError(ts, "expected a function, exception type or tuple of exception types");
        }
        return new OfType(value);
    }

    private static boolean isExceptionClass(Object o) {
        return o instanceof TypeObject t && t.isSubtype(PyBaseException.TYPE);
    }

    private record Predicate(Object function) implements Condition {
        @Override
        public boolean holds(PyThreadState ts, PyBaseException e) {
            return Truth.of(ts, Call.call1(ts, function, e));
        }
    }

    private record OfType(Object typeOrTuple) implements Condition {
        @Override
        public boolean holds(PyThreadState ts, PyBaseException e) {
            return Errors.matches(ts, e, typeOrTuple);
        }
    }

    private record OneOf(IdentityHashMap<PyBaseException, Boolean> wanted) implements Condition {
        @Override
        public boolean holds(PyThreadState ts, PyBaseException e) {
            return wanted.containsKey(e);
        }
    }

    void run(PyBaseException e) {
        matched = null;
        rest = null;
        if (condition.holds(ts, e)) {
            matched = e;
            return;
        }
        if (!(e instanceof PyExceptionGroup group)) {
            rest = wantRest ? e : null;
            return;
        }
        PyList in = new PyList();
        PyList out = new PyList();
        ts.enterNative();
        try {
            for (Object child : group.exceptions.items()) {
                run((PyBaseException) child);
                if (matched != null) {
                    in.append(matched);
                }
                if (rest != null) {
                    out.append(rest);
                }
            }
        } finally {
            ts.leaveNative();
        }
        matched = group.subset(ts, in);
        rest = wantRest ? group.subset(ts, out) : null;
    }

    // --- the end of except* -----------------------------------------------------------------------------------------

    /**
     * What goes on after the clauses: the exceptions raised by them and what was left unhandled. What is part of the original group is put together again in its
     * structure. Answers to {@code _PyExc_PrepReraiseStar}.
     */
    public static @Nullable PyBaseException merge(PyThreadState ts, PyBaseException original, PyList raised) {
        if (raised.size() == 0) {
            return null;
        }
        if (!(original instanceof PyExceptionGroup group)) {
            return (PyBaseException) raised.get(0); // caught bare, so at most one clause has run
        }
        PyList fresh = new PyList();
        IdentityHashMap<PyBaseException, Boolean> leaves = new IdentityHashMap<>();
        for (int i = 0; i < raised.size(); i++) {
            PyBaseException e = (PyBaseException) raised.get(i);
            if (isPart(e, group)) {
                collect(e, leaves);
            } else {
                fresh.append(e);
            }
        }
        PyBaseException again = null;
        if (!leaves.isEmpty()) {
            GroupSplit split = new GroupSplit(ts, new OneOf(leaves), false);
            split.run(group);
            again = split.matched;
        }
        if (fresh.size() == 0) {
            return again;
        }
        if (again != null) {
            fresh.append(again);
        }
        if (fresh.size() == 1) {
            return (PyBaseException) fresh.get(0);
        }
        return (PyBaseException) Call.call2(ts, Exceptions.type("BaseExceptionGroup"), "", fresh);
    }

    /** {@code is_same_exception_metadata}. */
    private static boolean isPart(PyBaseException e, PyExceptionGroup original) {
        return e instanceof PyExceptionGroup
                && e.traceback == original.traceback
                && e.cause == original.cause
                && e.context == original.context
                && sameNotes(e, original);
    }

    /** A subset has a copy of the notes. */
    private static boolean sameNotes(PyBaseException a, PyBaseException b) {
        PyDict of = AttributeStorage.dict(a);
        PyDict other = AttributeStorage.dict(b);
        Object x = of == null ? null : of.get("__notes__");
        Object y = other == null ? null : other.get("__notes__");
        if (x instanceof PyList l && y instanceof PyList m) {
            if (l.size() != m.size()) {
                return false;
            }
            for (int i = 0; i < l.size(); i++) {
                if (l.get(i) != m.get(i)) {
                    return false;
                }
            }
            return true;
        }
        return x == y;
    }

    private static void collect(PyBaseException e, IdentityHashMap<PyBaseException, Boolean> leaves) {
        if (e instanceof PyExceptionGroup group) {
            for (Object child : group.exceptions.items()) {
                collect((PyBaseException) child, leaves);
            }
        } else {
            leaves.put(e, true);
        }
    }
}
