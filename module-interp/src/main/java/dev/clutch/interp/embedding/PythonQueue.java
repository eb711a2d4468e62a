package dev.clutch.interp.embedding;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.crossing.CrossData;
import dev.clutch.interp.crossing.QueueNumber;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.exchange.ExchangeClosedException;
import dev.clutch.runtime.exchange.Item;
import dev.clutch.runtime.exchange.ItemQueue;
import dev.clutch.runtime.exchange.QueueRegistry;
import dev.clutch.runtime.exchange.Selection;
import dev.clutch.runtime.exchange.UnboundPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Java's end of a queue between interpreters, {@code concurrent.interpreters.Queue} for Python code. Given to an interpreter by {@link PythonInterpreter#set} it is a queue there.
 *
 * <p>Any thread may call any method; no interpreter is entered. Waiting takes no processor time but some microseconds at first, serves in order of arrival and never pins a virtual thread. {@link Thread#interrupt} ends the wait of a
 * thread that is in no interpreter; one that holds an interpreter's lock gives it back while it waits, and serves its signals and interruptions.
 *
 * <p>The queue lives as long as an end is open or an interpreter has an object for it: close what you get, also one that came as a value. What is still open when the runtime closes is named in the report.
 */
public final class PythonQueue implements AutoCloseable {
    /** What becomes of an item when the interpreter that put it is closed. */
    public enum UnboundItems {
        /** It is taken out. */
        REMOVE,
        /** It stays, and getting it is an IllegalStateException. */
        ERROR,
        /** It stays as {@link PythonQueue#UNBOUND}. */
        REPLACE
    }

    /** In the place of an item whose interpreter is closed. */
    public static final Object UNBOUND = Unbound.INSTANCE;

    private enum Unbound {
        INSTANCE;

        @Override
        public String toString() {
            return "UNBOUND";
        }
    }

    /**
     * An item with the queue that it came from.
     *
     * @param queue one of those that were asked
     * @param value the item
     */
    public record Received(PythonQueue queue, @Nullable Object value) {}

    /** The format of items that cross by whatever way there is: {@code _ANY} of the library. */
    private static final int ANY = 2;

    /** The sender of what Java code puts: no interpreter, so no close unbinds it. */
    private static final long NOBODY = -1;

    private final Runtime runtime;
    private final ItemQueue queue;
    private final OpenEnd end;

    private PythonQueue(Runtime runtime, ItemQueue queue) {
        this.runtime = runtime;
        this.queue = queue;
        this.end = OpenEnd.of(runtime, "queue " + queue.id());
    }

    static PythonQueue create(Runtime runtime, int maxsize, UnboundItems unbounditems) {
        QueueRegistry queues = runtime.exchange().queues();
        ItemQueue made = queues.create(maxsize, ANY, policy(unbounditems));
        boolean ignored = queues.bind(made.id());
        return new PythonQueue(runtime, made);
    }

    /** Takes over a tie to a queue. */
    static PythonQueue adopt(Runtime runtime, long id) {
        ItemQueue queue = runtime.exchange().queues().find(id);
        if (queue == null) {
            throw new IllegalStateException("queue " + id + " is closed");
        }
        return new PythonQueue(runtime, queue);
    }

    static UnboundPolicy policy(UnboundItems unbounditems) {
        return switch (unbounditems) {
            case REMOVE -> UnboundPolicy.REMOVE;
            case ERROR -> UnboundPolicy.ERROR;
            case REPLACE -> UnboundPolicy.REPLACE;
        };
    }

    /** The queue as an object of an interpreter. */
    Object inside(PyThreadState ts) {
        if (ts.interp.runtime() != runtime) {
            throw new NotShareableException(this + " belongs to another runtime");
        }
        QueueNumber number = tie();
        try {
            return number.rebuild(ts);
        } finally {
            number.dispose(runtime);
        }
    }

    /** A tie of its own, for the way. */
    QueueNumber tie() {
        if (end.isClosed() || !runtime.exchange().queues().bind(queue.id())) {
            throw new NotShareableException(this + " is closed");
        }
        return new QueueNumber(queue.id());
    }

    Runtime runtime() {
        return runtime;
    }

    // ---- what it is ----------------------------------------------------------------------------------------------

    /** Returns the number that names it in the runtime. */
    public long id() {
        return queue.id();
    }

    /** Returns how many items it holds at most; no limit when not positive. */
    public int maxsize() {
        return queue.capacity();
    }

    /** Returns how many items are in it now. */
    public int size() {
        end.requireOpen();
        return queue.size();
    }

    // ---- putting -------------------------------------------------------------------------------------------------

    /**
     * Puts a copy of a value, waiting for room.
     *
     * @throws NotShareableException when it does not cross
     * @throws IllegalStateException when the queue has been ended
     */
    public void put(@Nullable Object value) throws InterruptedException {
        boolean ignored = put(value, Long.MAX_VALUE);
    }

    /** As {@link #put}, but gives up after a time, at once if that is zero: false. */
    public boolean offer(@Nullable Object value, Duration limit) throws InterruptedException {
        return put(value, Math.max(0, limit.toNanos()));
    }

    private boolean put(@Nullable Object value, long nanos) throws InterruptedException {
        end.requireOpen();
        JavaData data = JavaData.of(runtime, value);
        boolean done = false;
        try {
            done = queue.put(Home.inner(runtime), new Item(NOBODY, data, ANY, queue.policy()), nanos);
        } catch (ExchangeClosedException e) {
            throw gone(e);
        } finally {
            if (!done) {
                data.dispose(runtime);
            }
        }
        if (!done && nanos > 0 && Thread.interrupted()) {
            throw new InterruptedException();
        }
        return done;
    }

    private IllegalStateException gone(ExchangeClosedException e) {
        return new IllegalStateException(this + " has been ended", e);
    }

    // ---- getting -------------------------------------------------------------------------------------------------

    /**
     * Gets the next item, waiting for one. Values come by copy, objects that Python code has shared as handles; what crosses between interpreters only by pickle or as a function is lost with a
     * {@link NotShareableException}: {@link #get(PythonInterpreter)} gets that too.
     */
    public @Nullable Object get() throws InterruptedException {
        Received received = select(runtime, List.of(this), Long.MAX_VALUE);
        return received == null ? null : received.value();
    }

    /** As {@link #get()}, but gives up after a time. */
    public @Nullable Object get(Duration limit) throws InterruptedException, TimeoutException {
        Received received = select(runtime, List.of(this), Math.max(0, limit.toNanos()));
        if (received == null) {
            throw empty();
        }
        return received.value();
    }

    private TimeoutException empty() {
        return new TimeoutException(this + " is empty");
    }

    /**
     * Gets the next item as an interpreter gets it, waiting for one outside: whatever Python code may put comes, what does not cross by value as a {@link PythonObject} of that interpreter. Opening it may run code there, whose
     * exception is an {@link ExecutionFailedException}; the item is lost then.
     */
    public @Nullable Object get(PythonInterpreter in) throws InterruptedException {
        try {
            return get(in, Long.MAX_VALUE);
        } catch (TimeoutException e) {
            throw new IllegalStateException("a wait without end has ended", e);
        }
    }

    /** As {@link #get(PythonInterpreter)}, but gives up waiting after a time. */
    public @Nullable Object get(PythonInterpreter in, Duration limit) throws InterruptedException, TimeoutException {
        return get(in, Math.max(0, limit.toNanos()));
    }

    private @Nullable Object get(PythonInterpreter in, long nanos) throws InterruptedException, TimeoutException {
        Home home = in.home();
        if (home.open().runtime() != runtime) {
            throw new IllegalArgumentException(this + " belongs to another runtime than " + in);
        }
        end.requireOpen();
        Selection selection = new Selection(List.of(queue));
        Item item = await(runtime, selection, List.of(this), nanos);
        if (item == null) {
            throw empty();
        }
        CrossData data = data(item);
        if (data == null) {
            return UNBOUND;
        }
        try {
            return home.inside(ts -> ToJava.value(ts, data.rebuild(ts)));
        } finally {
            item.dispose(runtime);
        }
    }

    /** Gets the next item if there is one now, else returns null. */
    public @Nullable Received poll() {
        try {
            return select(runtime, List.of(this), 0);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody has waited", e);
        }
    }

    static @Nullable Received select(Runtime runtime, Collection<PythonQueue> queues, long nanos)
            throws InterruptedException {
        List<PythonQueue> ends = List.copyOf(queues);
        List<ItemQueue> all = new ArrayList<>();
        for (PythonQueue end : ends) {
            if (end.runtime != runtime) {
                throw new IllegalArgumentException(end + " belongs to another runtime");
            }
            end.end.requireOpen();
            all.add(end.queue);
        }
        Selection selection = new Selection(all);
        Item item = await(runtime, selection, ends, nanos);
        if (item == null) {
            return null;
        }
        PythonQueue from = ends.get(selection.index());
        return new Received(from, from.open(item));
    }

    private static @Nullable Item await(Runtime runtime, Selection selection, List<PythonQueue> ends, long nanos)
            throws InterruptedException {
        Item item;
        try {
            item = selection.await(Home.inner(runtime), nanos);
        } catch (ExchangeClosedException e) {
            throw ends.get(selection.index()).gone(e);
        }
        if (item == null && nanos > 0 && Thread.interrupted()) {
            throw new InterruptedException();
        }
        return item;
    }

    private @Nullable Object open(Item item) {
        CrossData data = data(item);
        if (data == null) {
            return UNBOUND;
        }
        try {
            return data.read(new Reader(runtime));
        } finally {
            item.dispose(runtime);
        }
    }

    /** What is in an item, null when the interpreter that put it is closed. */
    private @Nullable CrossData data(Item item) {
        if (item.parcel() instanceof CrossData data) {
            return data;
        }
        if (item.policy() == UnboundPolicy.ERROR) {
            throw new IllegalStateException("the interpreter of an item of " + this + " has been closed");
        }
        return null;
    }

    /** Gives this end up, once. Who waits at it goes on waiting if the queue lives on elsewhere. */
    @Override
    public void close() {
        if (end.close()) {
            QueueRegistry.Released ignored = runtime.exchange().queues().release(queue.id());
        }
    }

    @Override
    public String toString() {
        return "queue " + queue.id();
    }
}
