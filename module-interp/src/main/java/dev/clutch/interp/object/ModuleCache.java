package dev.clutch.interp.object;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.descriptor.UnboundAdapter;
import org.jspecify.annotations.Nullable;

/** Where a site that reads or calls {@code module.name} found the name, as long as no name comes to the module or goes. Immutable. */
final class ModuleCache {
    private final PyModule module;
    private final int layout;
    private final int position;

    /** For calls: stands for the value that was found. */
    private final @Nullable UnboundAdapter adapter;

    private ModuleCache(PyModule module, int position, @Nullable UnboundAdapter adapter) {
        this.module = module;
        this.layout = module.dict.layout();
        this.position = position;
        this.adapter = adapter;
    }

    private boolean fits(PyModule m) {
        return m == module && m.dict.layout() == layout && m.type() == PyModule.TYPE;
    }

    /** The attribute of a module, null where the type of the module has a part in it or there is none. */
    static @Nullable Object get(PyThreadState ts, PyModule m, String name, PyFunction caller, int site) {
        if (caller.caches[site] instanceof ModuleCache c && c.fits(m)) {
            return m.dict.valueAt(c.position);
        }
        int position = find(m, name);
        if (position < 0) {
            return null;
        }
        learn(ts, caller, site, new ModuleCache(m, position, null));
        return m.dict.valueAt(position);
    }

    /** The callee of {@code module.name(...)}, which drops its first argument; null as for {@link #get}. */
    static @Nullable Object callee(PyThreadState ts, PyModule m, String name, PyFunction caller, int site) {
        if (caller.caches[site] instanceof ModuleCache c
                && c.fits(m)
                && c.adapter != null
                && c.adapter.target == m.dict.valueAt(c.position)) {
            return c.adapter;
        }
        int position = find(m, name);
        if (position < 0) {
            return null;
        }
        UnboundAdapter adapter = new UnboundAdapter(m.dict.valueAt(position));
        learn(ts, caller, site, new ModuleCache(m, position, adapter));
        return adapter;
    }

    private static int find(PyModule m, String name) {
        return m.type() == PyModule.TYPE && !name.startsWith("__") ? m.dict.position(name) : -1;
    }

    private static void learn(PyThreadState ts, PyFunction caller, int site, ModuleCache made) {
        Object kept = caller.caches[site];
        if (kept == null || kept instanceof ModuleCache) {
            caller.learn(ts, site, made);
        }
    }
}
