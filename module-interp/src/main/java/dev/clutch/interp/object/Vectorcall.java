package dev.clutch.interp.object;

import dev.clutch.interp.PyThreadState;
import org.jspecify.annotations.Nullable;

/**
 * How a callable is called (PEP 590): one object for each kind of callable or chunk of compiled functions, without state of an interpreter. A call site loads
 * the callable's vectorcall and invokes it there, so that each site has a type profile of its own.
 *
 * <p>Immutable and shared by all interpreters.
 */
public abstract class Vectorcall {
    /** For subclasses. */
    protected Vectorcall() {}

    /** Calls {@code f()}. */
    public Object call0(PyThreadState ts, Object f) {
        return call(ts, f, NO_ARGS, null);
    }

    /** Calls {@code f(a)}. */
    public Object call1(PyThreadState ts, Object f, Object a) {
        return call(ts, f, new Object[] {a}, null);
    }

    /** Calls {@code f(a, b)}. */
    public Object call2(PyThreadState ts, Object f, Object a, Object b) {
        return call(ts, f, new Object[] {a, b}, null);
    }

    /** Calls {@code f(a, b, c)}. */
    public Object call3(PyThreadState ts, Object f, Object a, Object b, Object c) {
        return call(ts, f, new Object[] {a, b, c}, null);
    }

    /** Calls {@code f(a, b, c, d)}. */
    public Object call4(PyThreadState ts, Object f, Object a, Object b, Object c, Object d) {
        return call(ts, f, new Object[] {a, b, c, d}, null);
    }

    /**
     * The general call: the last {@code names.length} elements of {@code args} are keyword arguments. The callee may keep or change the array.
     *
     * @param names the keyword names, or null for none
     */
    public abstract Object call(PyThreadState ts, Object f, Object[] args, String @Nullable [] names);

    /** The empty argument array; never written, having no elements. */
    protected static final Object[] NO_ARGS = new Object[0];
}
