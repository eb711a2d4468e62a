package dev.clutch.interp.modules;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The texts that an interpreter has interned, as long as they are in use: {@code interp->cached_objects.interned_strings}. Used under the interpreter's lock.
 *
 * <p>The JVM's table of strings is not asked who came first, since all interpreters write to it: whether a neighbour has interned an equal text would show.
 */
final class InternedTexts {
    private final Map<Object, WeakReference<Object>> known = new WeakHashMap<>();

    /** Returns the object that stands for a text; for what the compiler interns, too, that is the JVM's. */
    Object intern(Object text) {
        if (text instanceof String s && isName(s)) {
            // a copy: what a program has just made is never the JVM's own
            return String.valueOf(s.toCharArray()).intern();
        }
        WeakReference<Object> before = known.get(text);
        Object first = before == null ? null : before.get();
        if (first != null) {
            return first;
        }
        known.put(text, new WeakReference<>(text));
        return text;
    }

    int size() {
        return known.size();
    }

    /** {@code all_name_chars}: the constants that a compiler interns. */
    private static boolean isName(String s) {
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c != '_' && (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z')) {
                return false;
            }
        }
        return true;
    }
}
