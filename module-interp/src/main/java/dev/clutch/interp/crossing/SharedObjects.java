package dev.clutch.interp.crossing;

import dev.clutch.interp.PyInterpreter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/** The objects of an interpreter that others may use. Used under the interpreter's lock, but for the end. */
public final class SharedObjects {
    private final PyInterpreter home;
    private final Set<SharedObject> all = Collections.newSetFromMap(new WeakHashMap<>());

    /** For the interpreter. */
    public SharedObjects(PyInterpreter home) {
        this.home = home;
    }

    SharedObject share(Object object) {
        SharedObject shared = new SharedObject(home, object);
        all.add(shared);
        return shared;
    }

    /** The interpreter is closed: nothing of it is kept alive by others. */
    public void revokeAll() {
        for (SharedObject shared : new ArrayList<>(all)) {
            shared.revoke();
        }
        all.clear();
    }
}
