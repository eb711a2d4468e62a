package dev.clutch.interp.imports;

import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The modules that are being imported without {@code importlib}. Each would hold its {@code _ModuleLock}; since next to never another thread asks for that, it is made when one does: every
 * way to a module lock begins with {@code _imp.acquire_lock}. Touched under the lock of the interpreter.
 */
public final class ModuleLocks {
    private final PyModule importlib;
    private final ArrayList<Held> held = new ArrayList<>();

    /** An import that is under way. */
    static final class Held {
        private final String name;
        private final long owner;
        private boolean asked;
        private boolean done;
        private @Nullable Object lock;

        Held(String name, long owner) {
            this.name = name;
            this.owner = owner;
        }
    }

    ModuleLocks(PyModule importlib) {
        this.importlib = importlib;
    }

    /** Begins an import; null when another thread is at it, or somebody has the module's lock. */
    @Nullable
    Held begin(PyThreadState ts, String name) {
        long me = ts.threadIdent();
        for (int i = 0; i < held.size(); i++) {
            Held h = held.get(i);
            if (h.owner != me && h.name.equals(name)) {
                return null;
            }
        }
        if (importlib.dict.get("_module_locks") instanceof PyDict locks && locks.get(ts, Str.of(name)) != null) {
            return null;
        }
        Held mine = new Held(name, me);
        held.add(mine);
        return mine;
    }

    /** Ends an import. */
    void end(PyThreadState ts, Held mine) {
        held.remove(mine);
        mine.done = true;
        Object lock = mine.lock;
        if (lock != null) {
            Call.method0(ts, lock, "release");
        }
    }

    /** Makes the locks that other threads hold. The thread has the import lock. */
    public void makeForOthers(PyThreadState ts) {
        for (int i = 0; i < held.size(); i++) {
            Held h = held.get(i);
            if (h.owner != ts.threadIdent() && !h.asked) {
                h.asked = true;
                make(ts, h);
                i = -1; // the list may have changed meanwhile
            }
        }
    }

    private void make(PyThreadState ts, Held h) {
        Object lock = Call.method1(ts, importlib, "_get_module_lock", Str.of(h.name));
        if (!h.done && Attr.get(ts, lock, "count") instanceof PyList count) {
            Attr.set(ts, lock, "owner", h.owner);
            count.append(true);
            h.lock = lock;
        }
    }
}
