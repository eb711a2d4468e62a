package dev.clutch.interp.modules;

import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.crossing.ChannelNumber;
import dev.clutch.interp.crossing.ChannelType;
import dev.clutch.interp.crossing.ClassPlace;
import dev.clutch.interp.crossing.CrossData;
import dev.clutch.interp.crossing.Crossing;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.object.PyStructSequence;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Numbers;
import dev.clutch.interp.op.Truth;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.exchange.ChannelException;
import dev.clutch.runtime.exchange.ChannelFault;
import dev.clutch.runtime.exchange.ChannelItem;
import dev.clutch.runtime.exchange.ChannelRegistry;
import dev.clutch.runtime.exchange.ChannelStatus;
import dev.clutch.runtime.exchange.Parcel;
import dev.clutch.runtime.exchange.UnboundPolicy;
import org.jspecify.annotations.Nullable;

/** {@code _interpchannels}. It is core since objects are taken apart and made here. */
@ExtensionModule(
        name = "_interpchannels",
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED,
        doc = "Channels between the interpreters of this process.")
public final class ChannelsModule {
    private final ChannelNames names = new ChannelNames();
    private @Nullable TypeObject error;
    private @Nullable TypeObject notFound;
    private @Nullable TypeObject closed;
    private @Nullable TypeObject empty;
    private @Nullable TypeObject notEmpty;
    private @Nullable TypeObject info;

    @Exec
    void attributes(PyThreadState ts, PyObject module) {
        PyDict d = ((PyModule) module).dict;
        TypeObject base = newError(ts, d, "ChannelError", "Something about a channel failed.", null);
        error = base;
        notFound = newError(ts, d, "ChannelNotFoundError", "There is no such channel.", base);
        closed = newError(ts, d, "ChannelClosedError", "The channel is closed.", base);
        empty = newError(ts, d, "ChannelEmptyError", "There is nothing in the channel.", base);
        notEmpty = newError(ts, d, "ChannelNotEmptyError", "There is something in the channel.", base);
        TypeObject status = PyStructSequence.newType(
                ts,
                "_interpchannels.ChannelInfo",
                "The state of a channel.",
                new String[] {
                    "open",
                    "closing",
                    "closed",
                    "count",
                    "num_interp_send",
                    "num_interp_send_released",
                    "num_interp_recv",
                    "num_interp_recv_released",
                    "num_interp_both",
                    "num_interp_both_released",
                    "num_interp_both_send_released",
                    "num_interp_both_recv_released",
                    "send_associated",
                    "send_released",
                    "recv_associated",
                    "recv_released"
                },
                8);
        info = status;
        d.put("ChannelInfo", status);
        d.put("ChannelID", ChannelId.TYPE);
        ts.interp.crossTypes().put(ChannelId.TYPE, new Ids());
        Runtime runtime = ts.interp.runtime();
        ts.interp.atExit(closer -> names.giveAllBack(runtime.exchange().channels()));
    }

    private static TypeObject newError(PyThreadState ts, PyDict d, String name, String doc, @Nullable TypeObject base) {
        TypeObject type = Exceptions.newType(
                ts, "_interpchannels." + name, doc, base == null ? Exceptions.type("RuntimeError") : base);
        d.put(name, type);
        return type;
    }

    // --- errors and arguments ----------------------------------------------------------------------------------

    /** {@code handle_channel_error}. */
    private PythonException failure(PyThreadState ts, ChannelException e, long id) {
        return switch (e.fault()) {
            case NOT_FOUND -> make(ts, notFound, id, "not found");
            case CLOSED -> make(ts, closed, id, "is closed");
            case CLOSED_WAITING -> make(ts, closed, id, "has closed");
            case INTERPRETER_CLOSED -> make(ts, closed, id, "is already closed");
            case EMPTY -> make(ts, empty, id, "is empty");
            case NOT_EMPTY -> make(ts, notEmpty, id, "may not be closed if not empty (try force=True)");
            case TIMED_OUT -> Errors.error(ts, "TimeoutError", "timed out");
        };
    }

    private PythonException make(PyThreadState ts, @Nullable TypeObject type, long id, String what) {
        TypeObject t = type == null ? error : type;
        return Errors.make(ts, t == null ? Exceptions.type("RuntimeError") : t, Str.of("channel " + id + " " + what));
    }

    private static ChannelRegistry registry(PyThreadState ts) {
        return ts.interp.runtime().exchange().channels();
    }

    /** {@code channel_id_converter}. */
    private static long id(PyThreadState ts, Object o) {
        if (o instanceof ChannelId c) {
            return c.id;
        }
        if (Types.of(o).slot(Slot.INDEX) == null) {
            throw Errors.typeError(
                    ts, "channel ID must be an int, got " + Types.of(o).displayName());
        }
        if (!(Numbers.index(ts, o) instanceof Long n)) {
            throw Errors.error(ts, "OverflowError", "int too big to convert");
        }
        if (n < 0) {
            throw Errors.valueError(ts, "channel ID must be a non-negative int, got " + ts.reprText(o));
        }
        return n;
    }

    /** The policy that a call asks for; null for the channel's. */
    private static @Nullable UnboundPolicy policy(PyThreadState ts, @Nullable Object unboundop) {
        return unboundop == null ? null : ExchangeArguments.policy(ts, Numbers.asLong(ts, unboundop));
    }

    private Object named(PyThreadState ts, long id, ChannelId.End end) {
        ChannelRegistry registry = registry(ts);
        ChannelId made = new ChannelId(id, end);
        if (!names.add(registry, made)) {
            throw make(ts, notFound, id, "not found");
        }
        return made;
    }

    // --- channels ----------------------------------------------------------------------------------------------

    @Expose(signature = "(unboundop)", doc = "Make a channel; return its id.")
    Object create(PyThreadState ts, long unboundop) {
        long id = registry(ts).create(ExchangeArguments.policy(ts, unboundop));
        return named(ts, id, ChannelId.End.BOTH);
    }

    @Expose(signature = "(cid)", doc = "End a channel, whoever uses it.")
    void destroy(PyThreadState ts, Object cid) {
        long id = id(ts, cid);
        try {
            registry(ts).destroy(id);
        } catch (ChannelException e) {
            throw failure(ts, e, id);
        }
    }

    @Expose(doc = "Return id and policy of each channel.")
    Object list_all(PyThreadState ts) {
        names.giveBackAll(registry(ts));
        PyList all = new PyList();
        for (long id : registry(ts).list()) {
            UnboundPolicy policy = registry(ts).policyOrNull(id);
            if (policy != null) {
                all.append(new PyTuple(named(ts, id, ChannelId.End.BOTH), (long) policy.code()));
            }
        }
        return all;
    }

    @Expose(signature = "(cid, *, send)", doc = "Return the ids of the interpreters that have an end of a channel.")
    Object list_interpreters(PyThreadState ts, Object cid, boolean send) {
        long id = id(ts, cid);
        try {
            PyList found = new PyList();
            for (long user : registry(ts).users(id, send)) {
                found.append(user);
            }
            return found;
        } catch (ChannelException e) {
            throw failure(ts, e, id);
        }
    }

    @Expose(
            signature = "(cid, obj, unboundop=<absent>, *, blocking=True, timeout=None)",
            doc = "Send an object; with blocking=True wait until it has been received.")
    void send(PyThreadState ts, Object cid, Object obj, @Nullable Object unboundop, boolean blocking, Object timeout) {
        long id = id(ts, cid);
        UnboundPolicy policy = policy(ts, unboundop);
        long nanos = ExchangeArguments.channelNanos(ts, blocking, timeout);
        try {
            registry(ts).requireSendable(id);
            send(ts, id, Crossing.shareable(ts, obj), policy, nanos);
        } catch (ChannelException e) {
            throw failure(ts, e, id);
        }
    }

    @Expose(
            signature = "(cid, obj, unboundop=<absent>, *, blocking=True, timeout=None)",
            doc = "Send the buffer of an object as a memoryview; with blocking=True wait until it has been received.")
    void send_buffer(
            PyThreadState ts, Object cid, Object obj, @Nullable Object unboundop, boolean blocking, Object timeout) {
        long id = id(ts, cid);
        UnboundPolicy policy = policy(ts, unboundop);
        long nanos = ExchangeArguments.channelNanos(ts, blocking, timeout);
        CrossData data = Crossing.buffer(ts, obj);
        try {
            send(ts, id, data, policy, nanos);
        } catch (ChannelException e) {
            throw failure(ts, e, id);
        }
    }

    private static void send(PyThreadState ts, long id, CrossData data, @Nullable UnboundPolicy given, long nanos) {
        ChannelItem item = null;
        boolean done = false;
        try {
            UnboundPolicy policy = given == null ? registry(ts).policy(id) : given;
            item = new ChannelItem(ts.interp.id(), data, policy, nanos != 0);
            if (nanos == 0) {
                registry(ts).send(id, item);
            } else {
                registry(ts).sendAndWait(ts, id, item, nanos);
            }
            done = true;
        } finally {
            if (!done && (item == null || item.isWithSender())) {
                data.takeBack(ts);
            }
        }
    }

    @Expose(
            signature = "(cid, default=<absent>)",
            doc = "Receive the next object and None, or None and the policy of one whose sender is gone.")
    Object recv(PyThreadState ts, Object cid, @Nullable Object fallback) {
        long id = id(ts, cid);
        ChannelItem item;
        try {
            item = registry(ts).receive(ts, id);
        } catch (ChannelException e) {
            if (fallback != null && e.fault() == ChannelFault.EMPTY) {
                return new PyTuple(fallback, Singleton.NONE);
            }
            throw failure(ts, e, id);
        }
        Parcel parcel = item.parcel();
        if (parcel == null) {
            item.lost();
            return new PyTuple(Singleton.NONE, (long) item.policy().code());
        }
        boolean opened = false;
        try {
            Object o = ((CrossData) parcel).rebuild(ts);
            opened = true;
            return new PyTuple(o, Singleton.NONE);
        } finally {
            item.dispose(ts.interp.runtime());
            if (opened) {
                item.received();
            } else {
                item.lost();
            }
        }
    }

    @Expose(
            signature = "(cid, *, send=False, recv=False, force=False)",
            doc = "Close an end of a channel, or both, for all interpreters.")
    void close(PyThreadState ts, Object cid, boolean send, boolean recv, boolean force) {
        long id = id(ts, cid);
        try {
            registry(ts).close(id, send && !recv, force);
        } catch (ChannelException e) {
            throw failure(ts, e, id);
        }
    }

    @Expose(
            signature = "(cid, *, send=False, recv=False, force=False)",
            doc = "Give an end of a channel up, or both, for this interpreter.")
    void release(PyThreadState ts, Object cid, boolean send, boolean recv, boolean force) {
        long id = id(ts, cid);
        boolean both = !send && !recv;
        try {
            registry(ts).release(ts, id, send || both, recv || both);
        } catch (ChannelException e) {
            throw failure(ts, e, id);
        }
    }

    @Expose(signature = "(cid)", doc = "Return how many objects are in a channel.")
    long get_count(PyThreadState ts, Object cid) {
        long id = id(ts, cid);
        try {
            return registry(ts).size(id);
        } catch (ChannelException e) {
            throw failure(ts, e, id);
        }
    }

    @Expose(signature = "(cid)", doc = "Return the policy of objects that are sent without.")
    long get_channel_defaults(PyThreadState ts, Object cid) {
        long id = id(ts, cid);
        try {
            return registry(ts).policy(id).code();
        } catch (ChannelException e) {
            throw failure(ts, e, id);
        }
    }

    @Expose(signature = "(cid)", doc = "Return the state of a channel as a ChannelInfo.")
    Object get_info(PyThreadState ts, Object cid) {
        long id = id(ts, cid);
        TypeObject type = info;
        if (type == null) {
            throw new IllegalStateException("the module was not executed");
        }
        try {
            ChannelStatus s = registry(ts).status(ts, id);
            long[] uses = s.uses();
            return PyStructSequence.make(
                    type,
                    s.open(),
                    s.closing(),
                    !s.open() && !s.closing(),
                    s.count(),
                    uses[0],
                    uses[1],
                    uses[2],
                    uses[3],
                    uses[4],
                    uses[5],
                    uses[6],
                    uses[7],
                    s.sends(),
                    s.sendReleased(),
                    s.receives(),
                    s.receiveReleased());
        } catch (ChannelException e) {
            throw failure(ts, e, id);
        }
    }

    // --- ids and ends ------------------------------------------------------------------------------------------

    @Expose(
            signature = "(id, *, send=<absent>, recv=<absent>, force=False, _resolve=False)",
            doc = "Return an object that names a channel or an end of it.")
    Object _channel_id(
            PyThreadState ts,
            Object id,
            @Nullable Object send,
            @Nullable Object recv,
            boolean force,
            boolean _resolve) {
        long number = id(ts, id);
        ChannelId.End end = id instanceof ChannelId c ? c.end : ChannelId.End.BOTH;
        boolean sends = send != null && Truth.of(ts, send);
        boolean receives = recv != null && Truth.of(ts, recv);
        if (send != null && recv != null && !sends && !receives) {
            throw Errors.valueError(ts, "'send' and 'recv' cannot both be False");
        }
        if (sends) {
            end = receives ? ChannelId.End.BOTH : ChannelId.End.SEND;
        } else if (receives) {
            end = ChannelId.End.RECV;
        }
        ChannelId made = new ChannelId(number, end);
        if (!names.add(registry(ts), made) && !force) {
            throw make(ts, notFound, number, "not found");
        }
        return made;
    }

    @Expose(
            signature = "(send, recv)",
            doc = "Tell of the classes of the two ends, whose objects can cross from now on.")
    void _register_end_types(PyThreadState ts, Object send, Object recv) {
        register(ts, send, "send");
        register(ts, recv, "recv");
    }

    private void register(PyThreadState ts, Object o, String name) {
        if (!(o instanceof TypeObject type)) {
            throw Errors.typeError(ts, "expected a type for '" + name + "'");
        }
        ts.interp.crossTypes().put(type, new Ends(ClassPlace.of(ts, type)));
    }

    /** Ids cross as numbers. */
    private static final class Ids implements ChannelType {
        @Override
        public ChannelNumber take(PyThreadState ts, PyObject object) {
            return number(ts, (ChannelId) object, null);
        }
    }

    /** Ends cross as the numbers of their channels, and are made there by calling the class of the same name. */
    private static final class Ends implements ChannelType {
        private final ClassPlace place;

        Ends(ClassPlace place) {
            this.place = place;
        }

        @Override
        public ChannelNumber take(PyThreadState ts, PyObject object) {
            Object id = Attr.get(ts, object, "_id");
            if (!(id instanceof ChannelId c)) {
                throw Errors.typeError(
                        ts, "expected a ChannelID, got " + Types.of(id).displayName());
            }
            return number(ts, c, place);
        }
    }

    private static ChannelNumber number(PyThreadState ts, ChannelId id, @Nullable ClassPlace place) {
        return new ChannelNumber(
                ts.interp.runtime(), id.id, id.end != ChannelId.End.RECV, id.end != ChannelId.End.SEND, place);
    }
}
