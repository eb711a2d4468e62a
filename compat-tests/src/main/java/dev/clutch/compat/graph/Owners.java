package dev.clutch.compat.graph;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.interp.object.TypeObject;
import org.jspecify.annotations.Nullable;

/** Whose objects are. */
public final class Owners {
    private Owners() {}

    /** Returns the interpreter of a type, or of the type of an object; null where that is a built-in one. */
    public static @Nullable Object of(Object o) {
        if (o instanceof TypeObject type) {
            return type.owner;
        }
        return o instanceof PyObject object && object.type() instanceof TypeObject type ? type.owner : null;
    }
}
