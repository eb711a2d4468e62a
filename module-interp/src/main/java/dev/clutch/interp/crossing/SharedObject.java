package dev.clutch.interp.crossing;

import dev.clutch.interp.PyInterpreter;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Types;
import dev.clutch.runtime.Remains;
import org.jspecify.annotations.Nullable;

/**
 * An object that others may use where it is: what all proxies for it hold, and the handles of Java code. The object is touched under the lock of its interpreter only. Once that is closed nothing of it can be
 * reached from here.
 */
public final class SharedObject {
    private final long homeId;
    private final int hash;
    private final String where;
    private volatile @Nullable PyInterpreter home;
    private volatile @Nullable Object object;

    SharedObject(PyInterpreter home, Object object, String where) {
        this.homeId = home.id();
        this.home = home;
        this.object = object;
        this.hash = System.identityHashCode(object);
        this.where = where;
    }

    /** The interpreter that the object is in, null once that is closed. */
    public @Nullable PyInterpreter home() {
        return home;
    }

    /** The interpreter's id. */
    public long homeId() {
        return homeId;
    }

    /** The object, null when the sharing has ended. Under the lock of its interpreter. */
    public @Nullable Object objectOrNull() {
        return object;
    }

    /** The object, in its own interpreter. */
    Object object(PyThreadState ts) {
        Object o = object;
        if (o == null) {
            throw ProxyVisit.error(ts, "the object is not shared any more");
        }
        return o;
    }

    int hash() {
        return hash;
    }

    /** Where it was shared, empty when that is not known. */
    public String where() {
        return where;
    }

    /** Whether the sharing has ended; from any thread. */
    public boolean isRevoked() {
        return object == null;
    }

    /** Whether two are of the same object; from any thread. */
    public boolean isSame(SharedObject other) {
        Object o = object;
        return this == other || (o != null && o == other.object);
    }

    /** Ends the sharing; from any thread. */
    public void revoke() {
        object = null;
    }

    /** Ends the sharing since the interpreter is closed; who holds this still is to be seen in the report. */
    void leave(Remains remains) {
        Object o = object;
        object = null;
        home = null;
        if (o != null) {
            remains.watch(
                    this,
                    "handle or proxy of a '" + Types.of(o).displayName() + "' object"
                            + (where.isEmpty() ? "" : ", from " + where));
        }
    }
}
