package dev.clutch.interp.object;

import dev.clutch.interp.PyThreadState;

/** The metaclass of a class statement. */
public final class Metaclasses {
    private Metaclasses() {}

    /** The most derived of a metaclass and those of the bases ({@code _PyType_CalculateMetaclass}). */
    public static TypeObject winner(PyThreadState ts, TypeObject metaclass, PyTuple bases) {
        return ClassBuilder.calculateMetaclass(ts, metaclass, bases);
    }
}
