package dev.clutch.extensions.builtin.locale;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The categories of an interpreter and the names set for them, as glibc tells them. */
final class LocaleNames {
    static final int CTYPE = 0;
    static final int ALL = 6;

    /** By category; LC_ALL has none. */
    private static final String[] CATEGORIES = {
        "LC_CTYPE",
        "LC_NUMERIC",
        "LC_TIME",
        "LC_COLLATE",
        "LC_MONETARY",
        "LC_MESSAGES",
        "",
        "LC_PAPER",
        "LC_NAME",
        "LC_ADDRESS",
        "LC_TELEPHONE",
        "LC_MEASUREMENT",
        "LC_IDENTIFICATION"
    };

    private final String[] names = new String[CATEGORIES.length];

    LocaleNames() {
        java.util.Arrays.fill(names, "C");
        names[CTYPE] = "C.UTF-8";
    }

    static boolean isCategory(int category) {
        return category >= 0 && category < CATEGORIES.length;
    }

    static String category(int category) {
        return CATEGORIES[category];
    }

    /** Whether the characters of LC_CTYPE are those of Unicode. */
    boolean isUnicode() {
        return !names[CTYPE].equals("C");
    }

    String get(int category) {
        if (category != ALL) {
            return names[category];
        }
        boolean same = true;
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < names.length; i++) {
            if (i != ALL) {
                same &= names[i].equals(names[0]);
                out.append(out.isEmpty() ? "" : ";")
                        .append(CATEGORIES[i])
                        .append('=')
                        .append(names[i]);
            }
        }
        return same ? names[0] : out.toString();
    }

    /** Sets a category or all; false when the name is none that exists here. */
    boolean set(int category, String name) {
        if (category == ALL && name.indexOf(';') >= 0) {
            return setEach(name);
        }
        String known = canonical(name);
        if (known == null) {
            return false;
        }
        for (int i = 0; i < names.length; i++) {
            if (i != ALL && (category == ALL || category == i)) {
                names[i] = known;
            }
        }
        return true;
    }

    /** {@code LC_CTYPE=...;LC_NUMERIC=...}, which names every category. */
    private boolean setEach(String text) {
        String[] parts = text.split(";", -1);
        if (parts.length != CATEGORIES.length - 1) {
            return false;
        }
        String[] wanted = new String[names.length];
        for (String part : parts) {
            int equals = part.indexOf('=');
            String known = equals < 0 ? null : canonical(part.substring(equals + 1));
            for (int i = 0; known != null && i < names.length; i++) {
                if (i != ALL && part.startsWith(CATEGORIES[i]) && CATEGORIES[i].length() == equals) {
                    wanted[i] = known;
                }
            }
        }
        for (int i = 0; i < names.length; i++) {
            if (i != ALL && wanted[i] == null) {
                return false;
            }
        }
        System.arraycopy(wanted, 0, names, 0, names.length);
        return true;
    }

    /** The name as setlocale answers it, null for one that doesn't exist. */
    static @Nullable String canonical(String name) {
        if (name.equals("C") || name.equals("POSIX")) {
            return "C";
        }
        if (!name.startsWith("C.")) {
            return null;
        }
        String codeset = name.substring(2).toUpperCase(Locale.ROOT);
        return codeset.equals("UTF-8") || codeset.equals("UTF8") ? name : null;
    }
}
