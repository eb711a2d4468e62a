package dev.clutch.interp.object.generator;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.interp.PyInterpreter;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyFunction;
import dev.clutch.interp.object.weak.Nursery;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * The coroutines that nobody has awaited yet. One that the collector takes before gets a warning ({@code _PyErr_WarnUnawaitedCoroutine}); the warning shows a coroutine
 * made in its place. Used under the interpreter's lock.
 */
public final class Unawaited {
    private final PyInterpreter interp;
    private final ReferenceQueue<PyCoroutine> gone = new ReferenceQueue<>();
    private final Entry first = new Entry();
    private final Nursery<PyCoroutine> young = new Nursery<>(this::older);

    /** For the interpreter. */
    public Unawaited(PyInterpreter interp) {
        this.interp = interp;
    }

    /** A member of a ring. */
    static final class Entry extends WeakReference<@Nullable PyCoroutine> {
        private Entry before = this;
        private Entry after = this;
        private final @Nullable PyFunction function;
        private @Nullable Object qualname;
        private @Nullable Object origin;

        Entry() {
            super(null);
            function = null;
        }

        Entry(PyCoroutine c, ReferenceQueue<PyCoroutine> queue) {
            super(c, queue);
            function = c.function;
            qualname = c.qualname;
            origin = c.origin();
        }

        void remove() {
            before.after = after;
            after.before = before;
            before = this;
            after = this;
        }

        boolean listed() {
            return after != this;
        }
    }

    void add(PyCoroutine c) {
        interp.finalizers().watchCollections();
        young.add(c);
    }

    void remove(PyCoroutine c) {
        young.remove(c);
    }

    private void older(PyCoroutine c) {
        Entry e = new Entry(c, gone);
        e.before = first.before;
        e.after = first;
        first.before.after = e;
        first.before = e;
        c.unawaited = e;
    }

    /** There was a collection. */
    public void age() {
        young.age();
    }

    /** There will be a collection that is to find what nobody holds, young or not. */
    public void handOn() {
        young.handOn();
    }

    /** Warns of those that were collected; returns how many. */
    public int deliver(PyThreadState ts) {
        int n = 0;
        for (Object r = gone.poll(); r != null; r = gone.poll()) {
            Entry e = (Entry) r;
            if (e.listed()) {
                n++;
                warnOf(ts, e);
            }
        }
        return n;
    }

    /** Warns of all that are left: the interpreter closes. */
    public void deliverAll(PyThreadState ts) {
        for (Entry e = first.after; e != first; e = first.after) {
            warnOf(ts, e);
        }
        for (PyCoroutine c : young.members()) {
            young.remove(c);
            warn(ts, c);
        }
    }

    private static void warnOf(PyThreadState ts, Entry e) {
        e.remove();
        PyFunction f = e.function;
        if (f == null) {
            return;
        }
        PyCoroutine shown = new PyCoroutine(f, new Object[0]);
        if (e.qualname != null) {
            shown.qualname = e.qualname;
        }
        if (e.origin != null) {
            shown.setOrigin(e.origin);
        }
        shown.failed();
        warn(ts, shown);
    }

    static void warn(PyThreadState ts, PyCoroutine c) {
        try {
            Object ignored = Call.call1(ts, Attr.get(ts, ts.importModule("warnings"), "_warn_unawaited_coroutine"), c);
        } catch (PythonException e) {
            ts.writeUnraisable(e, c);
        }
    }
}
