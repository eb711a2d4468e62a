package dev.clutch.interp.symtable;

import org.jspecify.annotations.Nullable;

/** Names private to a class. */
public final class Mangling {
    private Mangling() {}

    /** {@code _Py_Mangle}: the name under which a class's code knows {@code identifier}. */
    public static String mangle(@Nullable String className, String identifier) {
        if (className == null
                || !identifier.startsWith("__")
                || identifier.endsWith("__")
                || identifier.indexOf('.') >= 0) {
            return identifier;
        }
        int i = 0;
        while (i < className.length() && className.charAt(i) == '_') {
            i++;
        }
        return i == className.length() ? identifier : "_" + className.substring(i) + identifier;
    }
}
