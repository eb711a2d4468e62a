package dev.clutch.interp.embedding;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.crossing.ChannelNumber;
import dev.clutch.interp.crossing.CrossData;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.exchange.ChannelException;
import dev.clutch.runtime.exchange.ChannelFault;
import dev.clutch.runtime.exchange.ChannelItem;
import dev.clutch.runtime.exchange.ChannelRegistry;
import dev.clutch.runtime.exchange.UnboundPolicy;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Java's ends of a channel between interpreters: where a queue is a store, a channel is a meeting, {@link #send} returns when the value has been received. For Python code it is a {@code _interpchannels.ChannelID}, an int to be
 * given to the functions of that module and to classes built upon it.
 *
 * <p>Threads and waiting are as for {@link PythonQueue}; who waits to receive is not served in order of arrival. The rules of CPython for the ends of each interpreter hold, with Java code as one more party that no list
 * shows.
 *
 * <p>The channel lives as long as an object names it, here or in an interpreter: close what you get. What is still open when the runtime closes is named in the report.
 */
public final class PythonChannel implements AutoCloseable {
    /**
     * What has been received.
     *
     * @param value the item, {@link PythonQueue#UNBOUND} if its interpreter has been closed
     */
    public record Received(@Nullable Object value) {}

    private final Runtime runtime;
    private final long id;
    private final OpenEnd end;

    private PythonChannel(Runtime runtime, long id) {
        this.runtime = runtime;
        this.id = id;
        this.end = OpenEnd.of(runtime, "channel " + id);
    }

    static PythonChannel create(Runtime runtime, PythonQueue.UnboundItems unbounditems) {
        return named(runtime, runtime.exchange().channels().create(PythonQueue.policy(unbounditems)));
    }

    /** Names a channel, which must exist. */
    static PythonChannel named(Runtime runtime, long id) {
        if (!runtime.exchange().channels().name(id)) {
            throw new IllegalStateException("channel " + id + " is closed");
        }
        return new PythonChannel(runtime, id);
    }

    /** The channel as an object of an interpreter. */
    Object inside(PyThreadState ts) {
        if (ts.interp.runtime() != runtime) {
            throw new NotShareableException(this + " belongs to another runtime");
        }
        ChannelNumber number = tie();
        try {
            return number.rebuild(ts);
        } finally {
            number.dispose(runtime);
        }
    }

    /** A tie of its own, for the way. */
    ChannelNumber tie() {
        ChannelNumber number = new ChannelNumber(runtime, id, true, true, null);
        if (end.isClosed() || !number.isCounted()) {
            number.dispose(runtime);
            throw new NotShareableException(this + " is closed");
        }
        return number;
    }

    Runtime runtime() {
        return runtime;
    }

    private ChannelRegistry registry() {
        end.requireOpen();
        return runtime.exchange().channels();
    }

    private IllegalStateException failure(ChannelException e) {
        return new IllegalStateException(
                this + (e.fault() == ChannelFault.CLOSED_WAITING ? " has been closed meanwhile" : " is closed"), e);
    }

    // ---- what it is ----------------------------------------------------------------------------------------------

    /** Returns the number that names it in the runtime. */
    public long id() {
        return id;
    }

    /** Returns how many values wait to be received. */
    public int size() {
        try {
            return registry().size(id);
        } catch (ChannelException e) {
            throw failure(e);
        }
    }

    // ---- sending -------------------------------------------------------------------------------------------------

    /**
     * Sends a copy of a value and waits until it has been received.
     *
     * @throws NotShareableException when it does not cross
     * @throws IllegalStateException when the channel is closed, also while this waits
     */
    public void send(@Nullable Object value) throws InterruptedException {
        boolean ignored = send(value, Long.MAX_VALUE);
    }

    /** As {@link #send(Object)}, but takes the value back after a time: false. */
    public boolean send(@Nullable Object value, Duration limit) throws InterruptedException {
        return send(value, Math.max(1, limit.toNanos()));
    }

    private boolean send(@Nullable Object value, long nanos) throws InterruptedException {
        ChannelRegistry registry = registry();
        ChannelItem item = item(registry, value, true);
        boolean done = false;
        try {
            registry.sendAndWait(Home.inner(runtime), id, item, nanos);
            done = true;
        } catch (ChannelException e) {
            if (e.fault() != ChannelFault.TIMED_OUT) {
                throw failure(e);
            }
        } finally {
            takeBack(item, done);
        }
        if (!done && Thread.interrupted()) {
            throw new InterruptedException();
        }
        return done;
    }

    /** Sends a copy of a value without waiting: it stays in the channel until it is received. */
    public void offer(@Nullable Object value) {
        ChannelRegistry registry = registry();
        ChannelItem item = item(registry, value, false);
        boolean done = false;
        try {
            registry.send(id, item);
            done = true;
        } catch (ChannelException e) {
            throw failure(e);
        } finally {
            takeBack(item, done);
        }
    }

    private ChannelItem item(ChannelRegistry registry, @Nullable Object value, boolean waits) {
        try {
            UnboundPolicy policy = registry.policy(id);
            return new ChannelItem(ChannelRegistry.NOBODY, JavaData.of(runtime, value), policy, waits);
        } catch (ChannelException e) {
            throw failure(e);
        }
    }

    private void takeBack(ChannelItem item, boolean sent) {
        if (!sent && item.isWithSender()) {
            item.dispose(runtime);
        }
    }

    // ---- receiving -----------------------------------------------------------------------------------------------

    /** Receives the next value, waiting for one; as {@link PythonQueue#get()} gets it. */
    public @Nullable Object receive() throws InterruptedException {
        Received received = receive(Long.MAX_VALUE);
        return received == null ? null : received.value();
    }

    /** As {@link #receive()}, but gives up after a time. */
    public @Nullable Object receive(Duration limit) throws InterruptedException, TimeoutException {
        Received received = receive(Math.max(0, limit.toNanos()));
        if (received == null) {
            throw new TimeoutException(this + " is empty");
        }
        return received.value();
    }

    /** Receives the next value if there is one now, else returns null. */
    public @Nullable Received poll() {
        try {
            return receive(0);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody has waited", e);
        }
    }

    private @Nullable Received receive(long nanos) throws InterruptedException {
        ChannelItem item;
        try {
            item = registry().receiveForNobody(Home.inner(runtime), id, nanos);
        } catch (ChannelException e) {
            throw failure(e);
        }
        if (item == null) {
            if (nanos > 0 && Thread.interrupted()) {
                throw new InterruptedException();
            }
            return null;
        }
        boolean opened = false;
        try {
            Object value = open(item);
            opened = true;
            return new Received(value);
        } finally {
            item.dispose(runtime);
            if (opened) {
                item.received();
            } else {
                item.lost();
            }
        }
    }

    private @Nullable Object open(ChannelItem item) {
        if (item.parcel() instanceof CrossData data) {
            return data.read(new Reader(runtime));
        }
        if (item.policy() == UnboundPolicy.ERROR) {
            throw new IllegalStateException("the interpreter of an item of " + this + " has been closed");
        }
        return PythonQueue.UNBOUND;
    }

    // ---- the end -------------------------------------------------------------------------------------------------

    /** Closes the channel for all, as soon as it is empty: nothing can be sent any more. */
    public void shutdown() {
        shutdown(false);
    }

    /** Closes the channel for all, with what is in it: who waits until it is received gets an exception. */
    public void shutdownNow() {
        shutdown(true);
    }

    private void shutdown(boolean force) {
        try {
            registry().close(id, true, force);
        } catch (ChannelException e) {
            throw failure(e);
        }
    }

    /** Gives these ends up, once. The channel goes on if an object elsewhere names it. */
    @Override
    public void close() {
        if (end.close()) {
            runtime.exchange().channels().unname(id);
        }
    }

    @Override
    public String toString() {
        return "channel " + id;
    }
}
