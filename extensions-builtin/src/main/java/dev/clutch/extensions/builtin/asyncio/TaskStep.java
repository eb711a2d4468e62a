package dev.clutch.extensions.builtin.asyncio;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** Drives the coroutine of a task from one suspension to the next. Answers to {@code task_step} and {@code task_wakeup}. */
final class TaskStep {
    private TaskStep() {}

    /** {@code task_call_step_soon}. */
    static void schedule(ThreadState ts, AsyncioModule module, TaskObject task, @Nullable Object exception) {
        AsyncioModule.callSoon(ts, task.loop(ts), module.stepOf(task, exception), null, task.context());
    }

    /** {@code task_wakeup}: the future is done that the task waits for. */
    static void wakeUp(ThreadState ts, AsyncioModule module, TaskObject task, Object future) {
        Object exception;
        try {
            if (module.isPlain(future)) {
                exception = ((FutureObject) future).failure(ts, module);
            } else {
                Object ignored = ts.callMethod(future, "result");
                exception = null;
            }
        } catch (PythonException e) {
            exception = e.value();
        }
        run(ts, module, task, exception);
    }

    /** {@code task_step}. */
    static void run(ThreadState ts, AsyncioModule module, TaskObject task, @Nullable Object exception) {
        Object loop = task.loop(ts);
        module._enter_task(ts, loop, task);
        try {
            step(ts, module, task, exception);
        } finally {
            module._leave_task(ts, loop, task);
        }
    }

    /** {@code task_eager_start}. */
    static void startEagerly(ThreadState ts, AsyncioModule module, TaskObject task) {
        Object loop = task.loop(ts);
        Object before = module._swap_current_task(ts, loop, task);
        try {
            module._register_eager_task(ts, task);
            try {
                Object ignored = ts.callMethod(task.context(), "run", module.eagerStepOf(task));
            } finally {
                module._unregister_eager_task(ts, task);
            }
        } finally {
            Object ignored = module._swap_current_task(ts, loop, before);
            if (task.isPending()) {
                module._register_task(ts, task);
            } else {
                task.dropCoroutine();
            }
        }
    }

    /** {@code task_step_impl}. */
    static void step(ThreadState ts, AsyncioModule module, TaskObject task, @Nullable Object given) {
        if (!task.isPending()) {
            throw AsyncioModule.invalidState(
                    ts,
                    "__step(): already done: " + ts.reprText(task) + " "
                            + ts.reprText(given == null ? Singleton.NONE : given));
        }
        Object exception = given;
        if (task.mustCancel) {
            if (exception == null || !ts.isInstance(exception, module.cancelledError(ts))) {
                exception = task.cancelledError(ts, module);
            }
            task.mustCancel = false;
        }
        task.waitsFor = Singleton.NONE;
        Object coro = task.coroutine();
        Object yielded;
        Object returned = Singleton.NONE;
        try {
            if (exception == null) {
                yielded = ts.send(coro, Singleton.NONE);
                if (yielded == null) {
                    returned = ts.sendResult();
                }
            } else {
                yielded = ts.callMethod(coro, "throw", exception);
            }
        } catch (PythonException e) {
            if (!ts.matches(e, "StopIteration")) {
                failed(ts, module, task, e);
                return;
            }
            yielded = null;
            returned = ts.getAttr(e.value(), "value");
        }
        if (yielded != null) {
            suspend(ts, module, task, yielded);
        } else if (task.mustCancel) {
            // cancelled just before the coroutine ended
            task.mustCancel = false;
            boolean ignored = task.cancelNow(ts, task.cancelMessage());
            ended(ts, module, task);
        } else {
            task.finish(ts, returned);
            ended(ts, module, task);
        }
    }

    /**
     * Takes a task out of the set of all tasks, as CPython does when the last reference goes: {@code all_tasks}, which every {@code asyncio.run} asks at its end, would walk over all
     * tasks since the last collection.
     */
    private static void ended(ThreadState ts, AsyncioModule module, TaskObject task) {
        ts.unwatch(task);
        module._unregister_task(ts, task);
    }

    private static void failed(ThreadState ts, AsyncioModule module, TaskObject task, PythonException e) {
        PyObject value = e.value();
        if (ts.matches(e, module.cancelledError(ts))) {
            task.setCancelledException(value);
            boolean ignored = task.cancelNow(ts, Singleton.NONE);
            ended(ts, module, task);
            return;
        }
        task.fail(ts, value);
        module._unregister_task(ts, task);
        if (ts.matches(e, "KeyboardInterrupt") || ts.matches(e, "SystemExit")) {
            throw e;
        }
    }

    /** {@code task_step_handle_result_impl}. */
    private static void suspend(ThreadState ts, AsyncioModule module, TaskObject task, Object yielded) {
        if (yielded == Singleton.NONE) {
            schedule(ts, module, task, null);
            return;
        }
        if (yielded == task) {
            failSoon(ts, module, task, "Task cannot await on itself: " + ts.reprText(task));
            return;
        }
        Object loop = task.loop(ts);
        if (module.isPlain(yielded)) {
            FutureObject future = (FutureObject) yielded;
            if (future.loop(ts) != loop) {
                failSoon(ts, module, task, otherLoop(ts, task, yielded));
            } else if (!future.isBlocking()) {
                failSoon(ts, module, task, notFrom(ts, task, yielded));
            } else {
                future.setBlocking(false);
                future.addCallback(ts, module.wakeupOf(task), task.context());
                await(ts, task, yielded);
            }
            return;
        }
        Object blocking = ts.findAttr(yielded, "_asyncio_future_blocking");
        if (blocking != null && blocking != Singleton.NONE) {
            if (loopOf(ts, yielded) != loop) {
                failSoon(ts, module, task, otherLoop(ts, task, yielded));
            } else if (!ts.isTrue(blocking)) {
                failSoon(ts, module, task, notFrom(ts, task, yielded));
            } else {
                ts.setAttr(yielded, "_asyncio_future_blocking", false);
                AsyncioModule.addDoneCallback(ts, yielded, module.wakeupOf(task), task.context());
                await(ts, task, yielded);
            }
        } else if (AsyncioModule.isExactly(ts, yielded, "generator")) {
            failSoon(
                    ts,
                    module,
                    task,
                    "yield was used instead of yield from for generator in task " + ts.reprText(task) + " with "
                            + ts.reprText(yielded));
        } else {
            failSoon(ts, module, task, "Task got bad yield: " + ts.reprText(yielded));
        }
    }

    private static void await(ThreadState ts, TaskObject task, Object future) {
        task.waitsFor = future;
        if (task.mustCancel && AsyncioModule.cancel(ts, future, task.cancelMessage())) {
            task.mustCancel = false;
        }
    }

    /** {@code get_future_loop}. */
    private static Object loopOf(ThreadState ts, Object future) {
        Object getLoop = ts.findAttr(future, "get_loop");
        return getLoop != null ? ts.call(getLoop) : ts.getAttr(future, "_loop");
    }

    private static String otherLoop(ThreadState ts, TaskObject task, Object future) {
        return "Task " + ts.reprText(task) + " got Future " + ts.reprText(future) + " attached to a different loop";
    }

    private static String notFrom(ThreadState ts, TaskObject task, Object future) {
        return "yield was used instead of yield from in task " + ts.reprText(task) + " with " + ts.reprText(future);
    }

    /** {@code task_set_error_soon}. */
    private static void failSoon(ThreadState ts, AsyncioModule module, TaskObject task, String message) {
        schedule(
                ts,
                module,
                task,
                ts.error(ts.exceptionType("RuntimeError"), Str.of(message)).value());
    }
}
