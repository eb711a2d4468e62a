package dev.clutch.interp.object.weak;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.interp.PyInterpreter;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.op.Call;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The weak references of one interpreter by the identity of their target, in a side table as CPython keeps it for static types. Used under that interpreter's lock, except for the
 * queue, into which the collector puts the references whose target has gone.
 */
public final class WeakReferences {
    private static final int MINIMUM = 64;

    private final PyInterpreter owner;
    private final ReferenceQueue<Object> queue = new ReferenceQueue<>();
    private @Nullable Node[] table = new Node[MINIMUM];
    private int count;
    private long made;

    /** For the interpreter. */
    public WeakReferences(PyInterpreter owner) {
        this.owner = owner;
    }

    /** What a weak reference object has of its target. Reachable from that object alone, so that a reference that nobody holds makes no callback. */
    static final class Target extends WeakReference<Object> {
        final PyWeakReference holder;
        final long serial;

        Target(Object target, ReferenceQueue<Object> queue, PyWeakReference holder, long serial) {
            super(target, queue);
            this.holder = holder;
            this.serial = serial;
        }
    }

    /** An element of a bucket. */
    private static final class Node extends WeakReference<PyWeakReference> {
        final int hash;

        @Nullable
        Node next;

        Node(PyWeakReference holder, int hash, @Nullable Node next) {
            super(holder);
            this.hash = hash;
            this.next = next;
        }
    }

    Target target(Object o, PyWeakReference holder) {
        return new Target(o, queue, holder, ++made);
    }

    /** Returns the living references to an object: those without a callback, then the others, newest first, as CPython's list has them. */
    public List<PyWeakReference> all(Object target) {
        List<PyWeakReference> found = new ArrayList<>();
        int hash = System.identityHashCode(target);
        for (Node n = table[hash & (table.length - 1)]; n != null; n = n.next) {
            PyWeakReference r = n.hash == hash ? n.get() : null;
            if (r != null && r.target() == target) {
                found.add(r);
            }
        }
        if (found.size() > 1) {
            found.sort((a, b) -> a.rank() != b.rank() ? a.rank() - b.rank() : Long.compare(b.serial(), a.serial()));
        }
        return found;
    }

    /** Returns the first living weak reference to an object ({@code __weakref__}), or null. */
    @Nullable
    public Object first(Object target) {
        List<PyWeakReference> found = all(target);
        return found.isEmpty() ? null : found.get(0).shown();
    }

    /** Returns the reference of an exact type without a callback, which is made once only, or null. */
    @Nullable
    PyWeakReference plain(Object target, TypeObject type) {
        int hash = System.identityHashCode(target);
        for (Node n = table[hash & (table.length - 1)]; n != null; n = n.next) {
            PyWeakReference r = n.hash == hash ? n.get() : null;
            if (r != null && r.type() == type && r.rank() == 0 && r.target() == target) {
                return r;
            }
        }
        return null;
    }

    void add(Object target, PyWeakReference reference) {
        if (++count > table.length) {
            rebuild();
        }
        int hash = System.identityHashCode(target);
        int i = hash & (table.length - 1);
        table[i] = new Node(reference, hash, table[i]);
        if (reference.hasCallback()) {
            owner.finalizers().watchCollections();
        }
    }

    /** Drops the nodes whose reference has gone and grows when most are alive. */
    private void rebuild() {
        int living = 0;
        for (Node first : table) {
            for (Node n = first; n != null; n = n.next) {
                living += n.get() != null ? 1 : 0;
            }
        }
        @Nullable Node[] now = new Node[Math.max(MINIMUM, Integer.highestOneBit(Math.max(1, living)) * 4)];
        for (Node first : table) {
            for (Node n = first; n != null; n = n.next) {
                PyWeakReference r = n.get();
                if (r != null) {
                    int i = n.hash & (now.length - 1);
                    now[i] = new Node(r, n.hash, now[i]);
                }
            }
        }
        table = now;
        count = living;
    }

    /** Calls the callbacks of references whose target has gone; returns how many there were. Answers to {@code PyObject_ClearWeakRefs}. */
    public int deliver(PyThreadState ts) {
        List<Target> dead = new ArrayList<>();
        for (java.lang.ref.Reference<?> r = queue.poll(); r != null; r = queue.poll()) {
            if (r instanceof Target t) {
                dead.add(t);
            }
        }
        // newest first: the order of the list of an object, which the JVM does not keep
        dead.sort((a, b) -> Long.compare(b.serial, a.serial));
        for (Target t : dead) {
            call(ts, t);
        }
        return dead.size();
    }

    private static void call(PyThreadState ts, Target t) {
        Object callback = t.holder.takeCallback();
        if (callback != null) {
            try {
                Call.call1(ts, callback, t.holder.shown());
            } catch (PythonException e) {
                if (!ts.interruptsCaller(e)) {
                    ts.interp.unraisable().report(ts, e, callback);
                }
            }
        }
    }
}
