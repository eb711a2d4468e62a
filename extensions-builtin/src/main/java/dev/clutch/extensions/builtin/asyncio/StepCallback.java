package dev.clutch.extensions.builtin.asyncio;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** What a loop calls for the next step of a task. */
@ExtensionType(name = "_asyncio.TaskStepMethWrapper", exported = false)
final class StepCallback extends PyObject {
    private final TaskObject task;
    private final @Nullable Object exception;
    /** The task was made current by whoever calls this. */
    private final boolean entered;

    StepCallback(PyType type, TaskObject task, @Nullable Object exception, boolean entered) {
        super(type);
        this.task = task;
        this.exception = exception;
        this.entered = entered;
    }

    @Expose(signature = "()")
    Object __call__(ThreadState ts, AsyncioModule state) {
        if (entered) {
            TaskStep.step(ts, state, task, exception);
        } else {
            TaskStep.run(ts, state, task, exception);
        }
        return Singleton.NONE;
    }

    @Getter("__self__")
    Object self(ThreadState ts) {
        return task;
    }

    @Getter("__qualname__")
    Object qualname(ThreadState ts) {
        Object coro = task.coroutine();
        Object name = ts.findAttr(coro, "__qualname__");
        return name == null ? Singleton.NONE : name;
    }
}
