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
        return share(object, "");
    }

    /** Shares an object; tells the report of the close where, if that is known. */
    public SharedObject share(Object object, String where) {
        SharedObject shared = new SharedObject(home, object, where);
        all.add(shared);
        return shared;
    }

    /** The interpreter is closed: nothing of it is kept alive by others. */
    public void revokeAll() {
        for (SharedObject shared : new ArrayList<>(all)) {
            shared.leave(home.remains());
        }
        all.clear();
    }
}
