package dev.clutch.extension.spi.api;

import dev.clutch.extension.spi.Stability;
import org.jspecify.annotations.Nullable;

/** Calls. */
@Stability(since = "0.1")
public interface Calls {
    /** {@code f()}. TypeError when {@code f} can't be called, as for the following. */
    Object call(Object f);

    /** {@code f(a)}. */
    Object call(Object f, Object a);

    /** {@code f(a, b)}. */
    Object call(Object f, Object a, Object b);

    /** {@code f(a, b, c)}. */
    Object call(Object f, Object a, Object b, Object c);

    /** {@code f(a, b, c, d)}. */
    Object call(Object f, Object a, Object b, Object c, Object d);

    /** {@code f(*args)} in the vectorcall convention: the last {@code names.length} arguments are keyword arguments. */
    Object callVector(Object f, Object[] args, String @Nullable [] names);

    /** {@code f(*args, **keywords)} with a dict or null. */
    Object callKeywords(Object f, Object[] args, @Nullable Object keywords);

    /** {@code o.name()}. AttributeError when there is none, as for the following. */
    Object callMethod(Object o, String name);

    /** {@code o.name(a)}. */
    Object callMethod(Object o, String name, Object a);

    /** {@code o.name(a, b)}. */
    Object callMethod(Object o, String name, Object a, Object b);

    /** {@code o.name(*args)} in the vectorcall convention, as {@link #callVector} ({@code PyObject_VectorcallMethod}). */
    Object callMethodVector(Object o, String name, Object[] args, String @Nullable [] names);

    /**
     * Begins a level of recursion in Java code; the caller ends it by {@link #leaveRecursive} in a finally clause ({@code Py_EnterRecursiveCall}).
     *
     * @param where ends the message of the RecursionError, for example {@code " while encoding"}
     */
    void enterRecursive(String where);

    /** Ends what {@link #enterRecursive} began. */
    void leaveRecursive();

    /** A method bound to an instance ({@code PyMethod_New}). */
    Object newMethod(Object function, Object instance);

    /** {@code callable(o)}. */
    boolean isCallable(Object o);

    /** A copy of the current context of context variables ({@code PyContext_CopyCurrent}). */
    Object copyContext();
}
