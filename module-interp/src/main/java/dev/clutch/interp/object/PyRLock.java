package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.interp.PyThreadState;

/** {@code _thread.RLock}: a lock that its owner may acquire again. */
@ExtensionType(name = "_thread.RLock", exported = false, subclassable = true, weakReferences = true)
public final class PyRLock extends PyObject {
    /** {@code _thread.RLock}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyRLockDefinition(), TypeObject.OBJECT);

    private final PyLock lock = new PyLock();
    private long owner;
    private long count;

    /** Makes a free lock. */
    public PyRLock() {
        super(TYPE);
    }

    private PyRLock(TypeObject type) {
        super(type);
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(
            PyThreadState ts, PyType cls, Object[] args, @org.jspecify.annotations.Nullable Object kwargs) {
        return new PyRLock((TypeObject) cls);
    }

    /** Whether any thread owns the lock. */
    public boolean isLocked() {
        return count > 0;
    }

    /** Acquires the lock, however long it takes. */
    public void acquireForever(PyThreadState ts) {
        acquire(ts, Long.MAX_VALUE);
    }

    private boolean acquire(PyThreadState ts, long nanos) {
        long me = ts.threadIdent();
        if (count > 0 && owner == me) {
            count++;
            return true;
        }
        if (!lock.acquire(ts, nanos)) {
            return false;
        }
        owner = me;
        count = 1;
        return true;
    }

    @Expose(signature = "(blocking=True, timeout=-1)", doc = "Acquire the lock; return whether it was.")
    boolean acquire(PyThreadState ts, boolean blocking, Object timeout) {
        return acquire(ts, PyLock.nanos(ts, blocking, timeout));
    }

    @Expose(doc = "Release the lock once; only its owner may.")
    public void release(PyThreadState ts) {
        if (count == 0 || owner != ts.threadIdent()) {
            throw Errors.error(ts, "RuntimeError", "cannot release un-acquired lock");
        }
        if (--count == 0) {
            owner = 0;
            lock.releaseIfLocked();
        }
    }

    @Expose
    boolean __enter__(PyThreadState ts) {
        return acquire(ts, Long.MAX_VALUE);
    }

    @Expose(signature = "(*args)")
    void __exit__(PyThreadState ts, Object[] args) {
        release(ts);
    }

    @Expose(doc = "Whether the current thread owns the lock.")
    public boolean _is_owned(PyThreadState ts) {
        return count > 0 && owner == ts.threadIdent();
    }

    @Expose(doc = "How often the current thread has acquired the lock.")
    long _recursion_count(PyThreadState ts) {
        return owner == ts.threadIdent() ? count : 0;
    }

    @Expose(doc = "Release the lock wholly, for a condition variable; return what _acquire_restore needs.")
    Object _release_save(PyThreadState ts) {
        if (count == 0) {
            throw Errors.error(ts, "RuntimeError", "cannot release un-acquired lock");
        }
        Object state = new PyTuple(count, owner);
        count = 0;
        owner = 0;
        lock.releaseIfLocked();
        return state;
    }

    @Expose(doc = "Acquire the lock as _release_save left it.")
    void _acquire_restore(PyThreadState ts, Object state) {
        if (!(state instanceof PyTuple t) || !(t.get(0) instanceof Long n) || !(t.get(1) instanceof Long o)) {
            throw Errors.typeError(ts, "_acquire_restore() argument 1 must be the state that _release_save() returned");
        }
        lock.acquireUninterruptibly(ts);
        count = n;
        owner = o;
    }

    @Expose(doc = "Make the lock free after a fork.")
    void _at_fork_reinit(PyThreadState ts) {
        lock._at_fork_reinit(ts);
        count = 0;
        owner = 0;
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return "<" + (count > 0 ? "locked" : "unlocked") + " " + Types.of(this).displayName() + " object owner=" + owner
                + " count=" + count + " at " + Identity.address(ts, this) + ">";
    }
}
