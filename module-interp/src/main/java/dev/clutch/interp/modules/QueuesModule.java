package dev.clutch.interp.modules;

import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.crossing.ClassPlace;
import dev.clutch.interp.crossing.CrossData;
import dev.clutch.interp.crossing.Crossing;
import dev.clutch.interp.crossing.QueueNumber;
import dev.clutch.interp.crossing.QueueType;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Iter;
import dev.clutch.runtime.exchange.ExchangeClosedException;
import dev.clutch.runtime.exchange.Item;
import dev.clutch.runtime.exchange.ItemQueue;
import dev.clutch.runtime.exchange.Parcel;
import dev.clutch.runtime.exchange.QueueRegistry;
import dev.clutch.runtime.exchange.Selection;
import dev.clutch.runtime.exchange.UnboundPolicy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code _interpqueues}, with the signatures of 3.13. What is ours: {@code put} and {@code get} wait when asked to, {@code select} waits at several queues, and a format of {@link #ANY} takes any object
 * that can cross. It is core since objects are taken apart and made here.
 */
@ExtensionModule(
        name = "_interpqueues",
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED,
        doc = "Queues between the interpreters of this process.")
public final class QueuesModule {
    /** The format of items that cross by whatever way there is. */
    private static final int ANY = 2;

    private static final String PACKAGE = "concurrent.interpreters";

    private @Nullable TypeObject queueError;
    private @Nullable TypeObject notFound;
    private @Nullable TypeObject empty;
    private @Nullable TypeObject full;

    @Exec
    void attributes(PyThreadState ts, PyObject module) {
        TypeObject error = Exceptions.newType(
                ts, PACKAGE + ".QueueError", "Something about a queue failed.", Exceptions.type("RuntimeError"));
        TypeObject none = Exceptions.newType(ts, PACKAGE + ".QueueNotFoundError", "There is no such queue.", error);
        queueError = error;
        notFound = none;
        PyDict d = ((PyModule) module).dict;
        d.put("QueueError", error);
        d.put("QueueNotFoundError", none);
    }

    // --- errors ------------------------------------------------------------------------------------------------

    private static PythonException error(PyThreadState ts, @Nullable TypeObject type, long id, String what) {
        return Errors.make(
                ts, type == null ? Exceptions.type("RuntimeError") : type, Str.of("queue " + id + " " + what));
    }

    private PythonException missing(PyThreadState ts, long id) {
        return error(ts, notFound, id, "not found");
    }

    /** {@code ensure_external_exc_types}: the classes are Python's, registered by the module that has them. */
    private PythonException external(PyThreadState ts, boolean isFull, long id) {
        if (empty == null) {
            Object ignored = ts.importModule("concurrent.interpreters._queues");
        }
        return error(ts, isFull ? full : empty, id, isFull ? "is full" : "is empty");
    }

    // --- the queues of the runtime -----------------------------------------------------------------------------

    private static QueueRegistry registry(PyThreadState ts) {
        return ts.interp.runtime().exchange().queues();
    }

    private ItemQueue find(PyThreadState ts, Object qid) {
        return find(ts, ExchangeArguments.id(ts, qid, "queue"));
    }

    private ItemQueue find(PyThreadState ts, Long id) {
        ItemQueue queue = registry(ts).find(id);
        if (queue == null) {
            throw missing(ts, id);
        }
        return queue;
    }

    @Expose(signature = "(maxsize, fmt, unboundop)", doc = "Make a queue; return its number.")
    static long create(PyThreadState ts, long maxsize, int fmt, long unboundop) {
        int capacity = (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, maxsize));
        return registry(ts)
                .create(capacity, fmt, ExchangeArguments.policy(ts, unboundop))
                .id();
    }

    @Expose(signature = "(qid)", doc = "End a queue, whoever uses it.")
    void destroy(PyThreadState ts, Object qid) {
        Long id = ExchangeArguments.id(ts, qid, "queue");
        if (!registry(ts).destroy(id)) {
            throw missing(ts, id);
        }
    }

    @Expose(doc = "Return number, format and policy of each queue.")
    static Object list_all(PyThreadState ts) {
        PyList all = new PyList();
        for (ItemQueue queue : registry(ts).list()) {
            all.append(new PyTuple(
                    queue.id(), (long) queue.format(), (long) queue.policy().code()));
        }
        return all;
    }

    @Expose(signature = "(qid)", doc = "Count an object that uses a queue.")
    void bind(PyThreadState ts, Object qid) {
        Long id = ExchangeArguments.id(ts, qid, "queue");
        if (!registry(ts).bind(id)) {
            throw missing(ts, id);
        }
    }

    @Expose(signature = "(qid)", doc = "Count an object less that uses a queue; the last takes it along.")
    void release(PyThreadState ts, Object qid) {
        Long id = ExchangeArguments.id(ts, qid, "queue");
        switch (registry(ts).release(id)) {
            case DONE -> {}
            case NOT_FOUND -> throw missing(ts, id);
            case NEVER_BOUND -> throw error(ts, queueError, id, "never bound");
        }
    }

    @Expose(signature = "(qid)", doc = "Return how many items a queue holds at most.")
    long get_maxsize(PyThreadState ts, Object qid) {
        return find(ts, qid).capacity();
    }

    @Expose(signature = "(qid)", doc = "Return the format and the policy of items that are put without.")
    Object get_queue_defaults(PyThreadState ts, Object qid) {
        ItemQueue queue = find(ts, qid);
        return new PyTuple((long) queue.format(), (long) queue.policy().code());
    }

    @Expose(signature = "(qid)", doc = "Whether a put would have to wait.")
    boolean is_full(PyThreadState ts, Object qid) {
        ItemQueue queue = find(ts, qid);
        try {
            return queue.isFull();
        } catch (ExchangeClosedException e) {
            throw missing(ts, queue.id());
        }
    }

    @Expose(signature = "(qid)", doc = "Return how many items are in a queue.")
    long get_count(PyThreadState ts, Object qid) {
        ItemQueue queue = find(ts, qid);
        try {
            return queue.size();
        } catch (ExchangeClosedException e) {
            throw missing(ts, queue.id());
        }
    }

    // --- put and get -------------------------------------------------------------------------------------------

    @Expose(
            signature = "(qid, obj, fmt, unboundop=-1, block=False, timeout=None)",
            doc = "Put an object; with block=True wait for room.")
    void put(PyThreadState ts, Object qid, Object obj, int fmt, long unboundop, boolean block, Object timeout) {
        Long id = ExchangeArguments.id(ts, qid, "queue");
        UnboundPolicy given = unboundop == -1 ? null : ExchangeArguments.policy(ts, unboundop);
        ItemQueue queue = find(ts, id);
        long nanos = ExchangeArguments.nanos(ts, block, timeout);
        UnboundPolicy policy = given == null ? queue.policy() : given;
        CrossData data = fmt == ANY ? Crossing.any(ts, obj) : Crossing.shareable(ts, obj);
        Item item = new Item(ts.interp.id(), data, fmt, policy);
        boolean done = false;
        try {
            done = queue.put(ts, item, nanos);
        } catch (ExchangeClosedException e) {
            throw missing(ts, queue.id());
        } finally {
            if (!done && item.isWithSender()) {
                data.takeBack(ts);
            }
        }
        if (!done) {
            throw external(ts, true, queue.id());
        }
    }

    @Expose(
            signature = "(qid, block=False, timeout=None)",
            doc =
                    "Get the next object, its format and None, or the policy of one whose sender is gone; with block=True wait for one.")
    Object get(PyThreadState ts, Object qid, boolean block, Object timeout) {
        ItemQueue queue = find(ts, qid);
        long nanos = ExchangeArguments.nanos(ts, block, timeout);
        Item item;
        try {
            item = queue.poll();
            if (item == null && nanos > 0) {
                item = new Selection(List.of(queue)).await(ts, nanos);
            }
        } catch (ExchangeClosedException e) {
            throw missing(ts, queue.id());
        }
        if (item == null) {
            throw external(ts, false, queue.id());
        }
        Object[] opened = open(ts, item);
        return new PyTuple(opened[0], (long) item.format(), opened[1]);
    }

    @Expose(
            signature = "(qids, block=True, timeout=None)",
            doc =
                    "Wait for the first object of several queues; return the index of the queue before what get() returns. None when the time is over.")
    Object select(PyThreadState ts, Object qids, boolean block, Object timeout) {
        List<ItemQueue> queues = new ArrayList<>();
        for (Object qid : Iter.toArray(ts, qids)) {
            queues.add(find(ts, qid));
        }
        Selection selection = new Selection(queues);
        Item item;
        try {
            item = selection.await(ts, ExchangeArguments.nanos(ts, block, timeout));
        } catch (ExchangeClosedException e) {
            throw missing(ts, queues.get(selection.index()).id());
        }
        if (item == null) {
            return Singleton.NONE;
        }
        Object[] opened = open(ts, item);
        return new PyTuple((long) selection.index(), opened[0], (long) item.format(), opened[1]);
    }

    /** The object and None, or None and the policy. */
    private static Object[] open(PyThreadState ts, Item item) {
        Parcel parcel = item.parcel();
        if (parcel == null) {
            return new Object[] {Singleton.NONE, (long) item.policy().code()};
        }
        try {
            return new Object[] {((CrossData) parcel).rebuild(ts), Singleton.NONE};
        } finally {
            item.dispose(ts.interp.runtime());
        }
    }

    // --- queues as objects -------------------------------------------------------------------------------------

    @Expose(
            signature = "(queuetype, emptyerror, fullerror)",
            doc = "Tell of the class of queues, whose objects can cross from now on, and of the errors.")
    void _register_heap_types(PyThreadState ts, Object queuetype, Object emptyerror, Object fullerror) {
        TypeObject type = type(ts, queuetype, "queuetype");
        empty = exceptionType(ts, emptyerror, "emptyerror");
        full = exceptionType(ts, fullerror, "fullerror");
        ts.interp.crossTypes().put(type, new Queues(ClassPlace.of(ts, type)));
    }

    private static TypeObject type(PyThreadState ts, Object o, String name) {
        if (o instanceof TypeObject t) {
            return t;
        }
        throw Errors.typeError(ts, "expected a type for '" + name + "'");
    }

    private static TypeObject exceptionType(PyThreadState ts, Object o, String name) {
        if (o instanceof TypeObject t && t.isSubtype(Exceptions.type("BaseException"))) {
            return t;
        }
        throw Errors.typeError(ts, "expected an exception type for '" + name + "'");
    }

    /** Objects of a class cross as the number of a queue, which they keep alive on the way. */
    private final class Queues implements QueueType {
        private final ClassPlace place;

        Queues(ClassPlace place) {
            this.place = place;
        }

        @Override
        public QueueNumber take(PyThreadState ts, PyObject object) {
            Long id = ExchangeArguments.id(ts, Attr.get(ts, object, "_id"), "queue");
            if (!registry(ts).bind(id)) {
                throw missing(ts, id);
            }
            return new QueueNumber(id, place);
        }
    }
}
