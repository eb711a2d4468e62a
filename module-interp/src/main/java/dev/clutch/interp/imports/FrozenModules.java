package dev.clutch.interp.imports;

import org.jspecify.annotations.Nullable;

/** The modules that the import system itself is made of, or needs before there are files. Answers to {@code frozen.c}. */
public final class FrozenModules {
    private static final String[] NAMES = {
        "_frozen_importlib", "_frozen_importlib_external", "_frozen_importlib_library", "zipimport",
    };
    private static final String[] ORIGINALS = {
        "importlib._bootstrap", "importlib._bootstrap_external", "importlib._bootstrap_library", "zipimport",
    };

    private FrozenModules() {}

    /** Returns the names. */
    public static String[] names() {
        return NAMES.clone();
    }

    /** Returns the name under which a frozen module's source is known, or null when it isn't frozen. */
    public static @Nullable String original(String name) {
        for (int i = 0; i < NAMES.length; i++) {
            if (NAMES[i].equals(name)) {
                return ORIGINALS[i];
            }
        }
        return null;
    }

    /** Returns the stem of a frozen module's source, or null when it isn't frozen. */
    public static @Nullable String stem(String name) {
        String original = original(name);
        return original == null ? null : original.replace('.', '/');
    }

    /** Returns the module name whose frozen source a stem is, or null. */
    static @Nullable String moduleOf(String stem) {
        for (String original : ORIGINALS) {
            if (original.replace('.', '/').equals(stem)) {
                return original;
            }
        }
        return null;
    }
}
