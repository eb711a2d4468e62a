package dev.clutch.interp.modules;

import dev.clutch.extension.spi.Constant;
import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.weak.Finalizers;
import dev.clutch.interp.op.Call;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** {@code gc}. The collector is the JVM's; what is here of CPython's generations is kept for those who read it back. */
@ExtensionModule(name = "gc", multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class GcModule {
    @Constant
    static final int DEBUG_STATS = 1;

    @Constant
    static final int DEBUG_COLLECTABLE = 2;

    @Constant
    static final int DEBUG_UNCOLLECTABLE = 4;

    @Constant
    static final int DEBUG_SAVEALL = 32;

    @Constant
    static final int DEBUG_LEAK = 38;

    private static final int GENERATIONS = 3;
    /** How long {@code collect} waits for the JVM to tell what it found. */
    private static final int PATIENCE_MILLIS = 200;
    /** After how long it asks the JVM again. */
    private static final int AGAIN_MILLIS = 50;

    private boolean enabled = true;
    private boolean collecting;
    private int debug;
    private final long[] threshold = {700, 10, 10};
    private final long[] collections = new long[GENERATIONS];
    private final long[] collected = new long[GENERATIONS];
    private final PyList callbacks = new PyList();

    @Exec
    void attributes(PyThreadState ts, PyObject module) {
        PyDict d = ((PyModule) module).dict;
        d.put("garbage", new PyList());
        d.put("callbacks", callbacks);
    }

    @Expose(doc = "Keep automatic collection on, which it always is.")
    void enable(PyThreadState ts) {
        enabled = true;
    }

    @Expose(doc = "Have isenabled() say no; the JVM collects when it needs memory all the same.")
    void disable(PyThreadState ts) {
        enabled = false;
    }

    @Expose(doc = "Whether disable() was not called last.")
    boolean isenabled(PyThreadState ts) {
        return enabled;
    }

    @Expose(
            signature = "(generation=2)",
            doc = "Collect, then call the finalizers and callbacks of weak references that are due; return how many.")
    long collect(PyThreadState ts, int generation) {
        if (generation < 0 || generation >= GENERATIONS) {
            throw Errors.valueError(ts, "invalid generation");
        }
        if (collecting) {
            return 0;
        }
        collecting = true;
        try {
            tell(ts, "start", generation, 0);
            ts.interp.inlineCaches().forget();
            int n = collectNow(ts);
            collections[generation]++;
            collected[generation] += n;
            tell(ts, "stop", generation, n);
            return n;
        } finally {
            collecting = false;
        }
    }

    private static int collectNow(PyThreadState ts) {
        Finalizers finalizers = ts.interp.finalizers();
        finalizers.handOn();
        ts.beginBlocking();
        try {
            awaitCollector();
        } finally {
            ts.endBlocking();
        }
        int n = 0;
        for (int found = finalizers.run(ts); found > 0; found = finalizers.run(ts)) {
            n += found;
        }
        return n;
    }

    /** Collects and waits until references of our own have reached their queue, and the finalizers that were due have run. */
    @SuppressWarnings({"removal", "deprecation", "ThreadPriorityCheck"
    }) // the yield decides only how soon callbacks come
    private static void awaitCollector() {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        PhantomReference<Object> last = new PhantomReference<>(new Object(), queue);
        WeakReference<Object> first = new WeakReference<>(new Object(), queue);
        boolean interrupted = false;
        try {
            int seen = 0;
            for (int waited = 0; waited < PATIENCE_MILLIS && seen < 2; waited++) {
                if (waited % AGAIN_MILLIS == 0) {
                    System.gc();
                }
                try {
                    if (queue.remove(1) != null) {
                        seen++;
                    }
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            // what the collector found is handed on one by one: what is behind ours has its turn
            Thread.yield();
            System.runFinalization();
        } finally {
            Reference.reachabilityFence(first);
            Reference.reachabilityFence(last);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@code invoke_gc_callback}. */
    private void tell(PyThreadState ts, String phase, int generation, int n) {
        if (callbacks.size() == 0) {
            return;
        }
        PyDict info = new PyDict();
        info.put("generation", (long) generation);
        info.put("collected", (long) n);
        info.put("uncollectable", 0L);
        for (Object callback : callbacks.toArray()) {
            try {
                Call.call2(ts, callback, phase, info);
            } catch (PythonException e) {
                ts.interp.unraisable().report(ts, e, callback);
            }
        }
    }

    @Expose(doc = "Return the counts of the generations, always 0.")
    static Object get_count(PyThreadState ts) {
        return new PyTuple(0L, 0L, 0L);
    }

    @Expose(
            signature = "(threshold0, threshold1=<absent>, threshold2=<absent>, /)",
            doc = "Set what get_threshold() returns; the JVM decides for itself when to collect.")
    void set_threshold(PyThreadState ts, int threshold0, @Nullable Object threshold1, @Nullable Object threshold2) {
        threshold[0] = threshold0;
        if (threshold1 != null) {
            threshold[1] = ts.asLong(threshold1);
        }
        if (threshold2 != null) {
            threshold[2] = ts.asLong(threshold2);
        }
    }

    @Expose(doc = "Return what set_threshold() set.")
    Object get_threshold(PyThreadState ts) {
        return new PyTuple(threshold[0], threshold[1], threshold[2]);
    }

    @Expose(signature = "(flags, /)", doc = "Set what get_debug() returns.")
    void set_debug(PyThreadState ts, int flags) {
        debug = flags;
    }

    @Expose(doc = "Return what set_debug() set.")
    int get_debug(PyThreadState ts) {
        return debug;
    }

    @Expose(doc = "Return how often collect() ran for each generation, and what it found.")
    Object get_stats(PyThreadState ts) {
        PyList stats = new PyList();
        for (int i = 0; i < GENERATIONS; i++) {
            PyDict d = new PyDict();
            d.put("collections", collections[i]);
            d.put("collected", collected[i]);
            d.put("uncollectable", 0L);
            stats.append(d);
        }
        return stats;
    }

    @Expose(signature = "(obj, /)", doc = "Whether CPython's collector would look at the object.")
    static boolean is_tracked(PyThreadState ts, Object obj) {
        return GcTracking.isTracked(obj);
    }

    @Expose(signature = "(obj, /)", doc = "Whether the finalizer of the object has been called.")
    static boolean is_finalized(PyThreadState ts, Object obj) {
        return Finalizers.isFinalized(obj);
    }

    @Expose(doc = "Nothing: the JVM has no permanent generation to move objects to.")
    static void freeze(PyThreadState ts) {
        // the JVM moves old objects out of the way by itself
    }

    @Expose(doc = "Nothing, as freeze().")
    static void unfreeze(PyThreadState ts) {
        // nothing is frozen
    }

    @Expose(doc = "Return how many objects are frozen: 0.")
    static int get_freeze_count(PyThreadState ts) {
        return 0;
    }

    @Expose(signature = "(generation=None)", doc = "Refused: the JVM keeps no list of objects.")
    static Object get_objects(PyThreadState ts, Object generation) {
        ts.audit("gc.get_objects", generation == Singleton.NONE ? Long.valueOf(-1) : generation);
        throw refused(ts, "get_objects");
    }

    @Expose(signature = "(*objs)", doc = "Refused: the JVM does not know who refers to an object.")
    static Object get_referrers(PyThreadState ts, Object[] objs) {
        ts.audit("gc.get_referrers", new PyTuple(objs));
        throw refused(ts, "get_referrers");
    }

    @Expose(signature = "(*objs)", doc = "Return the objects that tuples, lists, dicts and instances hold.")
    static Object get_referents(PyThreadState ts, Object[] objs) {
        ts.audit("gc.get_referents", new PyTuple(objs));
        PyList out = new PyList();
        for (Object o : objs) {
            referents(ts, o, out);
        }
        return out;
    }

    private static void referents(PyThreadState ts, Object o, PyList out) {
        if (o instanceof PyTuple t) {
            for (int i = 0; i < t.size(); i++) {
                out.append(t.get(i));
            }
        } else if (o instanceof PyList l) {
            for (Object item : l.toArray()) {
                out.append(item);
            }
        } else if (o instanceof PyDict d) {
            for (int p = d.next(0); p >= 0; p = d.next(p + 1)) {
                out.append(d.keyAt(p));
                out.append(d.valueAt(p));
            }
        } else if (o instanceof PyObject p && GcTracking.isContainer(o)) {
            Object dict = ts.dictOf(p);
            if (dict != null && dict != Singleton.NONE) {
                out.append(dict);
            }
            out.append(p.type());
        }
    }

    private static PythonException refused(PyThreadState ts, String name) {
        return Errors.error(
                ts, "NotImplementedError", "gc." + name + "() is not supported: the JVM keeps no list of objects");
    }
}
