package dev.clutch.interp.modules;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.op.Compare;
import dev.clutch.interp.op.Hashing;
import dev.clutch.interp.op.Numbers;
import org.jspecify.annotations.Nullable;

/** {@code _interpchannels.ChannelID}. */
@ExtensionType(
        name = "_interpchannels.ChannelID",
        exported = false,
        weakReferences = true,
        doc = "Names a channel or an end of it; to be used as an int.")
final class ChannelId extends PyObject {
    static final TypeObject TYPE = TypeObject.builtin(new ChannelIdDefinition(), TypeObject.OBJECT);

    /** Which end. */
    enum End {
        SEND("send"),
        RECV("recv"),
        BOTH("both");

        final String label;

        End(String label) {
            this.label = label;
        }
    }

    final long id;
    final End end;

    /** Keeps the channel alive for an end that was asked of it. */
    @SuppressWarnings("unused")
    private final @Nullable ChannelId origin;

    ChannelId(long id, End end) {
        this(id, end, null);
    }

    private ChannelId(long id, End end, @Nullable ChannelId origin) {
        super(TYPE);
        this.id = id;
        this.end = end;
        this.origin = origin;
    }

    @Expose
    long __index__(PyThreadState ts) {
        return id;
    }

    @Expose
    long __int__(PyThreadState ts) {
        return id;
    }

    @Expose
    long __hash__(PyThreadState ts) {
        return Hashing.hash(ts, id);
    }

    @Expose
    Object __eq__(PyThreadState ts, Object other) {
        if (other instanceof ChannelId o) {
            return id == o.id && end == o.end;
        }
        if (Numbers.isNumber(other)) {
            return Compare.equal(ts, id, other);
        }
        return Singleton.NOT_IMPLEMENTED;
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return "ChannelID(" + id + (end == End.BOTH ? ")" : ", " + end.label + "=True)");
    }

    @Expose
    Object __str__(PyThreadState ts) {
        return Long.toString(id);
    }

    @Getter(doc = "'send', 'recv' or 'both'.")
    Object end(PyThreadState ts) {
        return end.label;
    }

    @Getter(doc = "The id of the 'send' end of the channel.")
    Object send(PyThreadState ts) {
        return new ChannelId(id, End.SEND, this);
    }

    @Getter(doc = "The id of the 'recv' end of the channel.")
    Object recv(PyThreadState ts) {
        return new ChannelId(id, End.RECV, this);
    }
}
