package dev.clutch.interp.crossing;

import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.api.BufferView;
import dev.clutch.extension.spi.api.Buffers;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.memory.PyMemoryView;
import dev.clutch.runtime.PendingCall;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeInterpreter;
import dev.clutch.runtime.RuntimeThreadState;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A memoryview crosses by reference: the one that arrives shows the same memory, and nothing guards that against writes of both sides at once. The exporter is held in its own interpreter as long as the
 * view there is open. Answers to {@code _memoryview_shared} and to {@code CrossInterpreterBufferView}.
 */
final class MemoryCrossing {
    private MemoryCrossing() {}

    static CrossData take(PyThreadState ts, PyMemoryView m) {
        return new Memory(new Hold(ts.interp.id(), m.view(ts, Buffers.FULL_READONLY)));
    }

    /** Takes the buffer of any object that has one. */
    static CrossData takeBuffer(PyThreadState ts, Object o) {
        return o instanceof PyMemoryView m
                ? take(ts, m)
                : new Memory(new Hold(ts.interp.id(), PyMemoryView.buffer(ts, o, Buffers.FULL_READONLY)));
    }

    /**
     * The view of the exporter, to be ended in the exporter's interpreter, once. If nobody ends it, the collector does: exporters know their views weakly.
     */
    private static final class Hold implements PendingCall {
        private final long home;
        final BufferView view;
        private final AtomicBoolean ended = new AtomicBoolean();

        Hold(long home, BufferView view) {
            this.home = home;
            this.view = view;
        }

        /** From any thread. */
        void end(Runtime runtime) {
            if (ended.compareAndSet(false, true)) {
                RuntimeInterpreter owner = runtime.findInterpreter(home);
                if (owner != null) {
                    // Where 300 calls wait already the view is left to the collector.
                    boolean ignored = owner.addPendingCall(this);
                }
            }
        }

        @Override
        public void call(RuntimeThreadState ts) {
            view.release(ts);
        }
    }

    /** On its way. */
    private static final class Memory extends CrossData {
        private @Nullable Hold hold;

        Memory(Hold hold) {
            this.hold = hold;
        }

        @Override
        public Object rebuild(PyThreadState ts) {
            Hold h = hold;
            if (h == null) {
                throw new IllegalStateException("a memoryview is opened once");
            }
            hold = null;
            return PyMemoryView.of(ts, new View(ts, h));
        }

        @Override
        public void dispose(Runtime runtime) {
            Hold h = hold;
            if (h != null) {
                hold = null;
                h.end(runtime);
            }
        }
    }

    /** The view that the receiver has. */
    private static final class View extends BufferView {
        private final Hold hold;

        View(PyThreadState ts, Hold hold) {
            super(ts, new Exporter(), hold.view);
            this.hold = hold;
        }

        @Override
        protected void onRelease(ThreadState current) {
            hold.end(((PyThreadState) current).interp.runtime());
        }
    }

    /** What {@code memoryview.obj} is where the object itself is elsewhere. */
    @ExtensionType(name = "_interpreters.CrossInterpreterBufferView", exported = false)
    static final class Exporter extends PyObject {
        static final TypeObject TYPE = TypeObject.builtin(new MemoryCrossingExporterDefinition(), TypeObject.OBJECT);

        Exporter() {
            super(TYPE);
        }
    }
}
