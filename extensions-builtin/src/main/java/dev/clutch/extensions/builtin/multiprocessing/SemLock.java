package dev.clutch.extensions.builtin.multiprocessing;

import dev.clutch.extension.spi.Constant;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsSemaphores;
import dev.clutch.extension.spi.os.WakeHandle;
import dev.clutch.extensions.builtin.posix.FileNames;

/**
 * {@code _multiprocessing.SemLock} (semaphore.c). How often this process holds it and which thread took it last is known
 * here, under the interpreter's lock; the value is the system's.
 */
@ExtensionType(name = "_multiprocessing.SemLock", subclassable = true, doc = "A semaphore that processes share.")
final class SemLock extends PyObject {
    @Constant("SEM_VALUE_MAX")
    static final long SEM_VALUE_MAX = Integer.MAX_VALUE;

    private static final int RECURSIVE_MUTEX = 0;
    private static final int SEMAPHORE = 1;
    private static final long FOREVER = -1;

    private final long handle;
    private final int kind;
    private final int maximum;
    private final Object name;
    private int count;
    private long owner;

    private SemLock(PyType type, long handle, int kind, int maximum, Object name) {
        super(type);
        this.handle = handle;
        this.kind = kind;
        this.maximum = maximum;
        this.name = name;
    }

    @Expose(signature = "(kind, value, maxvalue, name, unlink)")
    static Object __new__(
            ThreadState ts, PyType cls, int kind, int value, int maxvalue, Object name, boolean unlink) {
        if (kind != RECURSIVE_MUTEX && kind != SEMAPHORE) {
            throw ts.valueError("unrecognized kind");
        }
        String text = FileNames.of(ts, name);
        try {
            OsSemaphores semaphores = ts.os().semaphores();
            long handle = semaphores.create(text, value);
            if (unlink) {
                semaphores.unlink(text);
            }
            return new SemLock(cls, handle, kind, maxvalue, unlink ? Singleton.NONE : name);
        } catch (OsException e) {
            throw ts.osError(e, null, null);
        }
    }

    @Expose(
            kind = Expose.Kind.CLASS,
            signature = "(handle, kind, maxvalue, name, /)",
            doc = "Open the semaphore that another process has made.")
    static Object _rebuild(ThreadState ts, PyType cls, long handle, int kind, int maxvalue, Object name) {
        if (name == Singleton.NONE) {
            return new SemLock(cls, handle, kind, maxvalue, name);
        }
        try {
            return new SemLock(cls, ts.os().semaphores().open(FileNames.of(ts, name)), kind, maxvalue, name);
        } catch (OsException e) {
            throw ts.osError(e, null, null);
        }
    }

    private boolean isMine() {
        return count > 0 && owner == Thread.currentThread().threadId();
    }

    @Expose(signature = "(block=True, timeout=None)", doc = "Take the semaphore, waiting for it as asked.")
    boolean acquire(ThreadState ts, boolean block, Object timeout) {
        if (kind == RECURSIVE_MUTEX && isMine()) {
            count++;
            return true;
        }
        long nanos = 0;
        if (block) {
            nanos = timeout == Singleton.NONE ? FOREVER : (long) Math.max(0, ts.asDouble(timeout) * 1e9);
        }
        if (!await(ts, nanos)) {
            return false;
        }
        count++;
        owner = Thread.currentThread().threadId();
        return true;
    }

    private boolean await(ThreadState ts, long nanos) {
        OsSemaphores semaphores = ts.os().semaphores();
        long start = System.nanoTime();
        while (true) {
            long left = nanos < 0 ? FOREVER : Math.max(0, nanos - (System.nanoTime() - start));
            OsException failure;
            WakeHandle wake = ts.beginWakeable();
            try {
                return semaphores.acquire(handle, left, wake);
            } catch (OsException e) {
                failure = e;
            } finally {
                ts.endWakeable(wake);
            }
            ts.retryOrRaise(failure);
        }
    }

    @Expose(signature = "()", doc = "Give the semaphore back.")
    void release(ThreadState ts) {
        if (kind == RECURSIVE_MUTEX) {
            if (!isMine()) {
                throw ts.error("AssertionError", "attempt to release recursive lock not owned by thread");
            }
            if (count > 1) {
                count--;
                return;
            }
        } else if (value(ts) >= maximum) {
            throw ts.valueError("semaphore or lock released too many times");
        }
        try {
            ts.os().semaphores().release(handle);
        } catch (OsException e) {
            throw ts.osError(e, null, null);
        }
        count--;
    }

    private int value(ThreadState ts) {
        try {
            return ts.os().semaphores().value(handle);
        } catch (OsException e) {
            throw ts.osError(e, null, null);
        }
    }

    @Expose(signature = "()", doc = "Take the semaphore.")
    boolean __enter__(ThreadState ts) {
        return acquire(ts, true, Singleton.NONE);
    }

    @Expose(signature = "(exc_type=None, exc_value=None, exc_tb=None, /)", doc = "Give the semaphore back.")
    void __exit__(ThreadState ts, Object type, Object value, Object traceback) {
        release(ts);
    }

    @Expose(signature = "()", doc = "How often this process has taken it more than given it back.")
    long _count(ThreadState ts) {
        return count;
    }

    @Expose(signature = "()", doc = "Whether this thread holds it.")
    boolean _is_mine(ThreadState ts) {
        return isMine();
    }

    @Expose(signature = "()", doc = "The value now.")
    long _get_value(ThreadState ts) {
        return value(ts);
    }

    @Expose(signature = "()", doc = "Whether the value is 0 now.")
    boolean _is_zero(ThreadState ts) {
        return value(ts) == 0;
    }

    @Expose(signature = "()", doc = "Forget who holds it.")
    void _after_fork(ThreadState ts) {
        count = 0;
    }

    @Getter("handle")
    long handle(ThreadState ts) {
        return handle;
    }

    @Getter("kind")
    long kind(ThreadState ts) {
        return kind;
    }

    @Getter("maxvalue")
    long maximum(ThreadState ts) {
        return maximum;
    }

    @Getter("name")
    Object name(ThreadState ts) {
        return name;
    }

    @Expose(doc = "Closes it for this process.")
    void __del__(ThreadState ts) {
        if (name != Singleton.NONE) {
            ts.os().semaphores().close(handle);
        }
    }
}
