package dev.clutch.interp.crossing;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.runtime.Runtime;
import org.jspecify.annotations.Nullable;

/** A channel or an end of it on its way: the number keeps the channel. */
public final class ChannelNumber extends CrossData {
    private final long id;
    private final boolean sends;
    private final boolean receives;
    private final @Nullable ClassPlace place;
    private boolean counted;

    /**
     * Counts as an object that names the channel.
     *
     * @param place where the class is found that is called with the id there, null for the id itself
     */
    public ChannelNumber(Runtime runtime, long id, boolean sends, boolean receives, @Nullable ClassPlace place) {
        this.id = id;
        this.sends = sends;
        this.receives = receives;
        this.place = place;
        counted = runtime.exchange().channels().name(id);
    }

    /** The channel. */
    public long id() {
        return id;
    }

    /** Whether there was such a channel when this was made. */
    public boolean isCounted() {
        return counted;
    }

    @Override
    public Object rebuild(PyThreadState ts) {
        Object made = Call.vector(
                ts,
                Attr.get(ts, ts.importModule("_interpchannels"), "_channel_id"),
                new Object[] {id, sends, receives, true},
                new String[] {"send", "recv", "force"});
        ClassPlace to = place;
        return to == null ? made : Call.call1(ts, to.find(ts), made);
    }

    @Override
    public Object read(HostReader reader) {
        return reader.channel(id);
    }

    @Override
    public void dispose(Runtime runtime) {
        if (counted) {
            counted = false;
            runtime.exchange().channels().unname(id);
        }
    }
}
