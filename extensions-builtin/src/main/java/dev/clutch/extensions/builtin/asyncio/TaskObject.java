package dev.clutch.extensions.builtin.asyncio;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Setter;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code _asyncio.Task}. Answers to {@code TaskObj}; its steps are in {@link TaskStep}. */
@ExtensionType(
        name = "_asyncio.Task",
        base = "Future",
        subclassable = true,
        dict = true,
        weakReferences = true,
        finalizedOnRequest = true,
        doc = "A coroutine that an event loop runs.")
final class TaskObject extends FutureObject {
    private Object coro = Singleton.NONE;
    private Object context = Singleton.NONE;
    /** A str, or null while it is to be made of the number. */
    private @Nullable Object name;

    private long number;
    Object waitsFor = Singleton.NONE;
    boolean mustCancel;
    /** Its place among the scheduled tasks. */
    ScheduledTasks.@Nullable Link link;

    private boolean logsDestroyPending = true;
    private long cancelRequests;

    private TaskObject(PyType type) {
        super(type);
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(ThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new TaskObject(cls);
    }

    @Expose(signature = "(coro, *, loop=None, name=None, context=None, eager_start=False)")
    void __init__(
            ThreadState ts,
            AsyncioModule module,
            Object coro,
            Object loop,
            Object name,
            Object context,
            boolean eager_start) {
        initialise(ts, module, loop);
        if (!module.isCoroutine(ts, coro)) {
            logsDestroyPending = false;
            throw ts.typeError("a coroutine was expected, got " + ts.reprText(coro));
        }
        this.context = context == Singleton.NONE ? ts.copyContext() : context;
        waitsFor = Singleton.NONE;
        mustCancel = false;
        logsDestroyPending = true;
        cancelRequests = 0;
        this.coro = coro;
        if (name == Singleton.NONE) {
            this.name = null;
            number = module.nextTaskNumber();
        } else {
            this.name = ts.str(name);
        }
        ts.watch(this);
        if (eager_start && ts.isTrue(ts.callMethod(loop(ts), "is_running"))) {
            TaskStep.startEagerly(ts, module, this);
            return;
        }
        TaskStep.schedule(ts, module, this, null);
        module._register_task(ts, this);
    }

    Object coroutine() {
        return coro;
    }

    void dropCoroutine() {
        coro = Singleton.NONE;
    }

    Object context() {
        return context;
    }

    // The methods below have names of their own, since Future.cancel(task) is a Future's.

    @Expose(name = "__repr__")
    Object taskRepr(ThreadState ts) {
        return ts.call(AsyncioModule.of(ts, "asyncio.base_tasks", "_task_repr"), this);
    }

    @Expose(name = "__del__")
    void taskDel(ThreadState ts) {
        if (isPending() && logsDestroyPending && loopOrNone(ts) != Singleton.NONE) {
            Object told = ts.newDict();
            ts.dictSet(told, "message", Str.of("Task was destroyed but it is pending!"));
            tell(ts, told, "task");
        }
        reportLost(ts);
    }

    @Expose(name = "set_result", signature = "(result, /)", doc = "Not for tasks.")
    void taskResult(ThreadState ts, Object result) {
        throw ts.error("RuntimeError", "Task does not support set_result operation");
    }

    @Expose(name = "set_exception", signature = "(exception, /)", doc = "Not for tasks.")
    void taskException(ThreadState ts, Object exception) {
        throw ts.error("RuntimeError", "Task does not support set_exception operation");
    }

    @Expose(
            name = "cancel",
            signature = "(msg=None)",
            doc = "Ask the task to end: CancelledError is thrown into the coroutine at its next step.")
    Object taskCancel(ThreadState ts, AsyncioModule module, Object msg) {
        dropLog();
        if (!isPending()) {
            return false;
        }
        cancelRequests++;
        if (waitsFor != Singleton.NONE && AsyncioModule.cancel(ts, waitsFor, msg)) {
            return true;
        }
        mustCancel = true;
        setCancelMessage(msg);
        return true;
    }

    @Expose(signature = "()", doc = "Return how often the task was asked to cancel.")
    long cancelling(ThreadState ts) {
        return cancelRequests;
    }

    @Expose(signature = "()", doc = "Take one request to cancel back; return how many are left.")
    long uncancel(ThreadState ts) {
        if (cancelRequests > 0) {
            cancelRequests--;
        }
        return cancelRequests;
    }

    @Expose(signature = "(*, limit=None)", doc = "Return the frames of the coroutine.")
    Object get_stack(ThreadState ts, Object limit) {
        return ts.call(AsyncioModule.of(ts, "asyncio.base_tasks", "_task_get_stack"), this, limit);
    }

    @Expose(signature = "(*, limit=None, file=None)", doc = "Print the frames of the coroutine.")
    Object print_stack(ThreadState ts, Object limit, Object file) {
        return ts.call(AsyncioModule.of(ts, "asyncio.base_tasks", "_task_print_stack"), this, limit, file);
    }

    @Expose(signature = "()", doc = "Return the coroutine.")
    Object get_coro(ThreadState ts) {
        return coro;
    }

    @Expose(signature = "()", doc = "Return the context in which the coroutine runs.")
    Object get_context(ThreadState ts) {
        return context;
    }

    @Expose(signature = "()", doc = "Return the name.")
    Object get_name(ThreadState ts) {
        Object own = name;
        if (own == null) {
            own = Str.of("Task-" + number);
            name = own;
        }
        return own;
    }

    @Expose(signature = "(value, /)", doc = "Set the name.")
    void set_name(ThreadState ts, Object value) {
        name = ts.str(value);
    }

    @Getter("_log_destroy_pending")
    Object logsDestroyPending(ThreadState ts) {
        return logsDestroyPending;
    }

    @Setter("_log_destroy_pending")
    void setLogsDestroyPending(ThreadState ts, @Nullable Object value) {
        if (value == null) {
            throw ts.error("AttributeError", "cannot delete attribute");
        }
        logsDestroyPending = ts.isTrue(value);
    }

    @Getter("_must_cancel")
    Object mustCancel(ThreadState ts) {
        return mustCancel;
    }

    @Getter("_coro")
    Object coro(ThreadState ts) {
        return coro;
    }

    @Getter("_fut_waiter")
    Object waiter(ThreadState ts) {
        return waitsFor;
    }
}
