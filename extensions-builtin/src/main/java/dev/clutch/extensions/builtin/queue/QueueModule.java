package dev.clutch.extensions.builtin.queue;

import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;

/** {@code _queue}. */
@ExtensionModule(
        name = "_queue",
        doc = "A queue for threads.",
        types = SimpleQueue.class,
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
@SuppressWarnings("NullAway.Init") // the step below sets the field before anything else of the module runs
public final class QueueModule {
    /** {@code _queue.Empty}. */
    PyType empty;

    @Exec
    void exec(ThreadState ts, PyObject module) {
        empty = ts.newExceptionType("_queue.Empty", "A queue has no item for get_nowait.", null);
        ts.setAttr(module, "Empty", empty);
    }
}
