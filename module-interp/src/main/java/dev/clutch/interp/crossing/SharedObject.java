package dev.clutch.interp.crossing;

import dev.clutch.interp.PyInterpreter;
import dev.clutch.interp.PyThreadState;
import org.jspecify.annotations.Nullable;

/** An object that others may use where it is: what all proxies for it hold. The object is touched under the lock of its interpreter only. */
final class SharedObject {
    final PyInterpreter home;
    final int hash;
    private volatile @Nullable Object object;

    SharedObject(PyInterpreter home, Object object) {
        this.home = home;
        this.object = object;
        this.hash = System.identityHashCode(object);
    }

    /** The object, in its own interpreter. */
    Object object(PyThreadState ts) {
        Object o = object;
        if (o == null) {
            throw ProxyVisit.error(ts, "the object is not shared any more");
        }
        return o;
    }

    boolean isRevoked() {
        return object == null;
    }

    /** Whether two are of the same object; from any thread. */
    boolean isSame(SharedObject other) {
        Object o = object;
        return this == other || (o != null && o == other.object);
    }

    /** Ends the sharing; from any thread. */
    void revoke() {
        object = null;
    }
}
