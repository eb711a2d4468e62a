package dev.clutch.interp.compiler;

import org.jspecify.annotations.Nullable;

/** Private names of classes ({@code _Py_Mangle}). */
final class Mangling {
    private Mangling() {}

    static String mangle(@Nullable String privateName, String name) {
        if (privateName == null || !name.startsWith("__") || name.endsWith("__") || name.indexOf('.') >= 0) {
            return name;
        }
        int i = 0;
        while (i < privateName.length() && privateName.charAt(i) == '_') {
            i++;
        }
        return i == privateName.length() ? name : "_" + privateName.substring(i) + name;
    }
}
