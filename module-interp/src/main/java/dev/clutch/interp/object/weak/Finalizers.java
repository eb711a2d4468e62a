package dev.clutch.interp.object.weak;

import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyInterpreter;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.AttributeStorage;
import dev.clutch.interp.object.Tracer;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.generator.PyAsyncGenerator;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Calls {@code __del__} of objects that nobody holds (PEP 442): once for each object, in a thread of its interpreter, at a safe point after the collector has found it. What is
 * left when the interpreter closes is called then.
 *
 * <p>An object whose class has {@code __del__} holds a {@link Trigger}, reachable from it alone. The collector finds the trigger when it finds the object, and the trigger's
 * finalization brings the object back. A phantom reference could not: the method needs the object, whatever it has become. In a JVM started with
 * {@code --finalization=disabled} the methods run when the interpreter closes.
 *
 * <p>Used under the interpreter's lock, but for the queue and the flag.
 */
public final class Finalizers {
    /** How deep calls may nest in a finalizer, however deep the program is. */
    private static final int HEADROOM = 100;

    private final PyInterpreter owner;
    private final ConcurrentLinkedQueue<PyObject> found = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean requested = new AtomicBoolean();
    private final ReferenceQueue<PyObject> gone = new ReferenceQueue<>();
    private final Set<Reference<? extends PyObject>> living = new LinkedHashSet<>();
    private boolean watching;

    /** A finalizer is running: the next one waits, since objects that refer to each other may be found together and one may hold a lock of the other. */
    private boolean running;

    /** For the interpreter. */
    public Finalizers(PyInterpreter owner) {
        this.owner = owner;
    }

    /** Reachable from one object; its finalization tells that the object is not reachable any more. */
    private static final class Trigger {
        private final Finalizers finalizers;
        private final PyObject object;
        private final Reference<PyObject> entry;
        private volatile boolean done;

        Trigger(Finalizers finalizers, PyObject object, Reference<PyObject> entry) {
            this.finalizers = finalizers;
            this.object = object;
            this.entry = entry;
        }

        /** The one place where finalization is the means: see {@link Finalizers}. */
        @Override
        @SuppressWarnings({"removal", "deprecation", "Finalize"})
        protected void finalize() {
            if (!done) {
                finalizers.enqueue(object);
            }
        }
    }

    /** Lives from one collection to the next: then the callbacks of weak references may be due. */
    private static final class Watch {
        private final WeakReference<Finalizers> finalizers;

        Watch(WeakReference<Finalizers> finalizers) {
            this.finalizers = finalizers;
        }

        @Override
        @SuppressWarnings({"removal", "deprecation", "Finalize"})
        protected void finalize() {
            Finalizers f = finalizers.get();
            if (f != null && !f.owner.isFinalizing()) {
                f.request();
                Watch ignored = new Watch(finalizers);
            }
        }
    }

    /** An object whose class has {@code __del__}, made now or, by a {@code __new__} that has its own ways, before. */
    public void registerNew(PyObject o) {
        if (((TypeObject) o.type()).finalizerSlot >= 0 && trigger(o) == null) {
            register(o);
        }
    }

    /** Takes {@link #registerNew} back. */
    public void unregister(PyObject o) {
        if (trigger(o) instanceof Trigger t) {
            t.done = true;
            living.remove(t.entry);
            AttributeStorage.setSlot(o, ((TypeObject) o.type()).finalizerSlot, null);
        }
    }

    private void register(PyObject o) {
        for (Reference<? extends PyObject> r = gone.poll(); r != null; r = gone.poll()) {
            living.remove(r);
        }
        Reference<PyObject> entry = new WeakReference<>(o, gone);
        living.add(entry);
        TypeObject type = (TypeObject) o.type();
        AttributeStorage.setSlot(o, type.finalizerSlot, new Trigger(this, o, entry));
    }

    /** Has {@link #run} called with an object when nobody holds it; the caller keeps the answer reachable from that object alone. */
    public Object watch(PyObject o) {
        return new Trigger(this, o, new WeakReference<>(o));
    }

    /** Ends what {@link #watch} began, with its answer. */
    public static void unwatch(Object watched) {
        ((Trigger) watched).done = true;
    }

    /** Asks for the delivery of weak references' callbacks after each collection from now on. */
    public void watchCollections() {
        if (!watching) {
            watching = true;
            Watch ignored = new Watch(new WeakReference<>(this));
        }
    }

    /** Called by the JVM's finalizer thread. */
    private void enqueue(PyObject o) {
        found.add(o);
        request();
    }

    /** Asks a thread of the interpreter to {@link #run} at its next safe point; from any thread. */
    private void request() {
        if (requested.compareAndSet(false, true) && !owner.addPendingCall(ts -> run((PyThreadState) ts))) {
            // the queue is full: the next one that is found asks again
            requested.set(false);
        }
    }

    /** Calls the callbacks of weak references and the finalizers that are due; returns how many there were. */
    public int run(PyThreadState ts) {
        requested.set(false);
        if (running) {
            return 0;
        }
        running = true;
        // they come at any depth, and the program did not ask for them
        int limit = ts.recursionLimit;
        int raised = Math.max(limit, ts.depth + HEADROOM);
        ts.recursionLimit = raised;
        Tracer tracer = ts.tracer;
        if (tracer != null) {
            tracer.pause(); // a debugger would find itself anywhere
        }
        try {
            int n = owner.weakReferences().deliver(ts) + owner.unawaited().deliver(ts);
            for (PyObject o = found.poll(); o != null; o = found.poll()) {
                n++;
                call(ts, o);
            }
            return n;
        } finally {
            running = false;
            if (tracer != null) {
                tracer.goOn();
            }
            if (ts.recursionLimit == raised) {
                ts.recursionLimit = limit;
            }
        }
    }

    /** Calls the finalizers of all living objects, oldest first: the interpreter closes. */
    public void runAll(PyThreadState ts) {
        int ignored = run(ts);
        owner.unawaited().deliverAll(ts);
        for (Object entry : living.toArray()) {
            if (((Reference<?>) entry).get() instanceof PyObject o) {
                call(ts, o);
            }
        }
        living.clear();
    }

    /** Whether the finalizer of an object was called ({@code gc.is_finalized}). */
    public static boolean isFinalized(Object o) {
        return o instanceof PyObject p && trigger(p) instanceof Trigger t && t.done;
    }

    private static @Nullable Object trigger(PyObject o) {
        int slot = ((TypeObject) o.type()).finalizerSlot;
        return slot < 0 ? null : AttributeStorage.slot(o, slot);
    }

    /** {@code PyObject_CallFinalizer}: once. */
    private void call(PyThreadState ts, PyObject o) {
        if (o instanceof PyAsyncGenerator g) {
            g.abandoned(ts);
            return;
        }
        if (trigger(o) instanceof Trigger t) {
            if (t.done) {
                return;
            }
            t.done = true;
            living.remove(t.entry);
        }
        TypeObject type = (TypeObject) o.type();
        NativeTable table = type.slot(Slot.DEL);
        if (table == null) {
            return;
        }
        dev.clutch.extension.spi.PyObject handled = ts.handled;
        try {
            ts.handled = null;
            Object ignored = table.call0(Slot.DEL.id(), ts, o);
        } catch (PythonException e) {
            if (!ts.interruptsCaller(e)) {
                Object method = type.lookup("__del__");
                owner.unraisable().report(ts, e, method == null ? o : method);
            }
        } finally {
            ts.handled = handled;
        }
    }
}
