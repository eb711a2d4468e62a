package dev.clutch.runtime.exchange;

import org.jspecify.annotations.Nullable;

/** What becomes of an item whose sender has been closed: the {@code UNBOUND_...} constants. */
public enum UnboundPolicy {
    /** It is taken out. */
    REMOVE,
    /** It stays, and whoever gets it gets an error. */
    ERROR,
    /** It stays, and whoever gets it gets a placeholder. */
    REPLACE;

    /** The number that Python code uses. */
    public int code() {
        return ordinal() + 1;
    }

    /** The policy of a number, or null. */
    public static @Nullable UnboundPolicy of(long code) {
        return code == 1 ? REMOVE : code == 2 ? ERROR : code == 3 ? REPLACE : null;
    }
}
