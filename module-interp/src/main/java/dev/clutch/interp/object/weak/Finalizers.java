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
 * {@code --finalization=disabled} the methods run when the interpreter closes. What mostly ends before it is dropped, as files and tasks do, gets its trigger when it is older ({@link Nursery}).
 *
 * <p>Used under the interpreter's lock, but for the queue and the flags.
 */
public final class Finalizers {
    /** How deep calls may nest in a finalizer, however deep the program is. */
    private static final int HEADROOM = 100;

    private final PyInterpreter owner;
    private final ConcurrentLinkedQueue<PyObject> found = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean requested = new AtomicBoolean();
    private final ReferenceQueue<PyObject> gone = new ReferenceQueue<>();
    private final Set<Reference<? extends PyObject>> living = new LinkedHashSet<>();
    private final Nursery<Watched> young = new Nursery<>(this::older);
    private boolean watching;
    private volatile boolean collected;

    /** A finalizer is running: the next one waits, since objects that refer to each other may be found together and one may hold a lock of the other. */
    private boolean running;

    /** For the interpreter. */
    public Finalizers(PyInterpreter owner) {
        this.owner = owner;
    }

    /** What is known of an object, and held by it. */
    private static final class Watched implements Nursery.Member {
        private final Finalizers finalizers;
        private final PyObject object;
        /** Its finalizer is called at the latest when the interpreter closes. */
        private final boolean calledAtClose;

        private int place = -1;
        /** Its place among {@link Finalizers#living}. */
        private @Nullable Reference<PyObject> entry;

        /** Never read: this is what makes it reachable from the object. */
        private @Nullable Trigger trigger;

        private volatile boolean done;

        Watched(Finalizers finalizers, PyObject object, boolean calledAtClose) {
            this.finalizers = finalizers;
            this.object = object;
            this.calledAtClose = calledAtClose;
        }

        @Override
        public int place() {
            return place;
        }

        @Override
        public void setPlace(int place) {
            this.place = place;
        }

        /** The finalizer has been called, or is not to be called. */
        void end() {
            done = true;
            if (place >= 0) {
                finalizers.young.remove(this);
            }
            if (entry != null) {
                finalizers.living.remove(entry);
            }
        }
    }

    /** Reachable from one object; its finalization tells that the object is not reachable any more. */
    private static final class Trigger {
        private final Watched watched;

        Trigger(Watched watched) {
            this.watched = watched;
        }

        /** The one place where finalization is the means: see {@link Finalizers}. */
        @Override
        @SuppressWarnings({"removal", "deprecation", "Finalize"})
        protected void finalize() {
            if (!watched.done) {
                watched.finalizers.enqueue(watched.object);
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
                f.collected = true;
                f.request();
                Watch ignored = new Watch(finalizers);
            }
        }
    }

    /** An object whose class has {@code __del__}, made now or, by a {@code __new__} that has its own ways, before. */
    public void registerNew(PyObject o) {
        Watched w = register(o);
        if (w != null) {
            older(w);
        }
    }

    /** An object that will mostly be given to {@link #unregister} before it is dropped. */
    public void registerYoung(PyObject o) {
        Watched w = register(o);
        if (w != null) {
            keepYoung(w);
        }
    }

    /** Takes {@link #registerNew} and {@link #registerYoung} back, unless a class has overridden {@code __del__}. */
    public void unregister(PyObject o) {
        Watched w = watched(o);
        if (w != null && ((TypeObject) o.type()).slot(Slot.DEL) != TypeObject.PYTHON) {
            w.end();
            AttributeStorage.setSlot(o, ((TypeObject) o.type()).finalizerSlot, null);
        }
    }

    private @Nullable Watched register(PyObject o) {
        int slot = ((TypeObject) o.type()).finalizerSlot;
        if (slot < 0 || watched(o) != null) {
            return null;
        }
        Watched w = new Watched(this, o, true);
        AttributeStorage.setSlot(o, slot, w);
        return w;
    }

    /** Has {@link #run} called with an object when nobody holds it, unless it ends before; the caller keeps the answer reachable from that object alone. */
    public Object watch(PyObject o) {
        Watched w = new Watched(this, o, false);
        keepYoung(w);
        return w;
    }

    /** Ends what {@link #watch} began, with its answer. */
    public static void unwatch(Object watched) {
        ((Watched) watched).end();
    }

    private void keepYoung(Watched w) {
        watchCollections();
        young.add(w);
    }

    /** From now on the collector tells when nobody holds an object. */
    private void older(Watched w) {
        if (w.calledAtClose) {
            for (Reference<? extends PyObject> r = gone.poll(); r != null; r = gone.poll()) {
                living.remove(r);
            }
            Reference<PyObject> entry = new WeakReference<>(w.object, gone);
            living.add(entry);
            w.entry = entry;
        }
        w.trigger = new Trigger(w);
    }

    /** There will be a collection that is to find what nobody holds, young or not. */
    public void handOn() {
        young.handOn();
        owner.unawaited().handOn();
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
            if (collected) {
                collected = false;
                young.age();
                owner.unawaited().age();
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
        for (Watched w : young.members()) {
            if (w.calledAtClose) {
                call(ts, w.object);
            }
        }
        living.clear();
        young.clear();
    }

    /** Whether the finalizer of an object was called ({@code gc.is_finalized}). */
    public static boolean isFinalized(Object o) {
        Watched w = o instanceof PyObject p ? watched(p) : null;
        return w != null && w.done;
    }

    private static @Nullable Watched watched(PyObject o) {
        int slot = ((TypeObject) o.type()).finalizerSlot;
        return slot < 0 ? null : (Watched) AttributeStorage.slot(o, slot);
    }

    /** {@code PyObject_CallFinalizer}: once. */
    private void call(PyThreadState ts, PyObject o) {
        if (o instanceof PyAsyncGenerator g) {
            g.abandoned(ts);
            return;
        }
        Watched w = watched(o);
        if (w != null) {
            if (w.done) {
                return;
            }
            w.end();
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
