package dev.clutch.interp.embedding;

import dev.clutch.interp.ClutchLanguage;
import dev.clutch.interp.host.HostState;
import dev.clutch.runtime.Runtime;
import java.util.concurrent.atomic.AtomicBoolean;

/** Whether Java code has closed its end of a queue or channel, for the report. The runtime refers to it weakly, so it is there as long as the end. */
final class OpenEnd implements HostState.End {
    private final String what;
    private final String where;
    private final AtomicBoolean closed = new AtomicBoolean();

    private OpenEnd(String what, String where) {
        this.what = what;
        this.where = where;
    }

    static OpenEnd of(Runtime runtime, String what) {
        OpenEnd end = new OpenEnd(what, Home.place(runtime));
        ClutchLanguage.host(runtime).opened(end);
        return end;
    }

    /** Closes it; false when it was closed before. */
    boolean close() {
        return closed.compareAndSet(false, true);
    }

    void requireOpen() {
        if (closed.get()) {
            throw new IllegalStateException(what + " is closed");
        }
    }

    @Override
    public boolean isClosed() {
        return closed.get();
    }

    @Override
    public String describe() {
        return "end of " + what + " that Java code has not closed" + (where.isEmpty() ? "" : ", from " + where);
    }
}
