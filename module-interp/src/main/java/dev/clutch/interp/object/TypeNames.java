package dev.clutch.interp.object;

import dev.clutch.interp.PyThreadState;

/** The names of types as Python sees them. */
final class TypeNames {
    private TypeNames() {}

    /** Returns {@code __module__} ({@code type_module}). */
    static Object module(PyThreadState ts, TypeObject type) {
        if (type.isClass()) {
            Object v = type.dict().get("__module__");
            if (v == null) {
                throw Errors.error(ts, "AttributeError", "__module__");
            }
            return v;
        }
        return type.nativeModule();
    }
}
