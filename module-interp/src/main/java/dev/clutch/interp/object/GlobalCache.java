package dev.clutch.interp.object;

import dev.clutch.interp.PyThreadState;
import org.jspecify.annotations.Nullable;

/** Where a site found a global name: its position in the globals, or in the builtins while the globals do not have it. Immutable. */
public final class GlobalCache {
    private final int globalsLayout;
    private final int builtinsLayout;
    private final int position;
    private final boolean isGlobal;

    private GlobalCache(int globalsLayout, int builtinsLayout, int position, boolean isGlobal) {
        this.globalsLayout = globalsLayout;
        this.builtinsLayout = builtinsLayout;
        this.position = position;
        this.isGlobal = isGlobal;
    }

    /** Returns the value, or null when the layout of a dict has changed since. */
    public @Nullable Object value(PyFunction f) {
        if (f.globals.layout() != globalsLayout) {
            return null;
        }
        if (isGlobal) {
            return f.globals.valueAt(position);
        }
        return f.builtins.layout() == builtinsLayout ? f.builtins.valueAt(position) : null;
    }

    /** Looks a name up and fills the cache of the site; null when there is no such name. */
    public static @Nullable Object fill(PyThreadState ts, PyFunction f, String name, int site) {
        int position = f.globals.position(name);
        boolean isGlobal = position >= 0;
        PyDict d = isGlobal ? f.globals : f.builtins;
        if (!isGlobal) {
            position = d.position(name);
            if (position < 0) {
                return null;
            }
        }
        if (f.learns() && !(f.caches[site] instanceof AttributeCache)) {
            f.learn(ts, site, new GlobalCache(f.globals.layout(), f.builtins.layout(), position, isGlobal));
        }
        return d.valueAt(position);
    }
}
