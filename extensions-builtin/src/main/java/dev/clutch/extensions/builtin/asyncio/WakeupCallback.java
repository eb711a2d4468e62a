package dev.clutch.extensions.builtin.asyncio;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;

/** What a loop calls when the future is done that a task waits for. */
@ExtensionType(name = "_asyncio.TaskWakeupMethWrapper", exported = false)
final class WakeupCallback extends PyObject {
    private final TaskObject task;

    WakeupCallback(PyType type, TaskObject task) {
        super(type);
        this.task = task;
    }

    @Expose(signature = "(future, /)")
    Object __call__(ThreadState ts, AsyncioModule state, Object future) {
        TaskStep.wakeUp(ts, state, task, future);
        return Singleton.NONE;
    }

    @Getter("__self__")
    Object self(ThreadState ts) {
        return task;
    }

    @Getter("__name__")
    Object name(ThreadState ts) {
        return "TaskWakeupMethWrapper";
    }

    @Getter("__qualname__")
    Object qualname(ThreadState ts) {
        return "TaskWakeupMethWrapper";
    }
}
