package dev.clutch.interp.object;

import org.jspecify.annotations.Nullable;

/** The weak references of one interpreter, in a side table as CPython keeps it for static types. Used under that interpreter's lock. */
public final class WeakReferences {
    /** For the interpreter. */
    public WeakReferences() {}

    /** Returns the first living weak reference to an object ({@code __weakref__}), or null. */
    @Nullable
    Object first(Object target) {
        return null;
    }
}
