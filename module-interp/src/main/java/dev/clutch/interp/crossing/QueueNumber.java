package dev.clutch.interp.crossing;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Call;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.exchange.QueueRegistry;

/** A queue on its way, which the number keeps alive. */
public final class QueueNumber extends CrossData {
    /** Where the class of queues is found. */
    private static final ClassPlace PLACE = new ClassPlace("concurrent.interpreters", "Queue");

    private final Long id;
    private final ClassPlace place;

    /** Of a queue that has been bound for it. */
    public QueueNumber(Long id, ClassPlace place) {
        this.id = id;
        this.place = place;
    }

    /** Of a queue of Java code, which has been bound for it. */
    public QueueNumber(Long id) {
        this(id, PLACE);
    }

    /** The queue. */
    public long id() {
        return id;
    }

    @Override
    public Object rebuild(PyThreadState ts) {
        return Call.call1(ts, place.find(ts), id);
    }

    @Override
    public Object read(HostReader reader) {
        return reader.queue(id);
    }

    @Override
    public void dispose(Runtime runtime) {
        QueueRegistry.Released ignored = runtime.exchange().queues().release(id);
    }
}
