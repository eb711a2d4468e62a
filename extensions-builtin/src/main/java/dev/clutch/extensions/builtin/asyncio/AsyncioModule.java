package dev.clutch.extensions.builtin.asyncio;

import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** {@code _asyncio}. What it needs of the package {@code asyncio}, which imports it in turn, is looked up when it is first used. */
@ExtensionModule(
        name = "_asyncio",
        doc = "Futures and tasks of asyncio.",
        types = {
            FutureObject.class,
            TaskObject.class,
            FutureIterator.class,
            ScheduledTasks.class,
            StepCallback.class,
            WakeupCallback.class
        },
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
@SuppressWarnings("NullAway.Init") // the step below sets the types before anything else of the module runs
public final class AsyncioModule {
    private static final String[] CONTEXT = {"context"};
    private static final String[] MESSAGE = {"msg"};

    private PyType future;
    private PyType task;
    private PyType iterator;
    private PyType step;
    private PyType wakeup;

    /** The running loops by thread. */
    private final WeakHashMap<Thread, Object> runningLoops = new WeakHashMap<>();

    /** The thread that asked last, by its id, and the loop that runs in it: nearly always there is one. */
    private long lastThread;

    private Object lastLoop = Singleton.NONE;

    /** Tasks by loop, a dict. */
    private Object currentTasks = Singleton.NONE;

    private ScheduledTasks scheduledTasks;
    /** A set. */
    private Object eagerTasks = Singleton.NONE;

    private @Nullable PyType cancelledError;
    private @Nullable Object isCoroutine;
    private long taskCount;

    @Exec
    void exec(ThreadState ts, PyObject module) {
        future = ts.moduleType(module, "Future");
        task = ts.moduleType(module, "Task");
        iterator = ts.moduleType(module, "FutureIter");
        step = ts.moduleType(module, "TaskStepMethWrapper");
        wakeup = ts.moduleType(module, "TaskWakeupMethWrapper");
        currentTasks = ts.newDict();
        scheduledTasks = new ScheduledTasks(
                ts.moduleType(module, "ScheduledTasks"), ts.call(ts.getAttr(ts.importModule("weakref"), "WeakSet")));
        eagerTasks = ts.newSet(ts.newTuple());
        ts.setAttr(module, "_current_tasks", currentTasks);
        ts.setAttr(module, "_scheduled_tasks", scheduledTasks);
        ts.setAttr(module, "_eager_tasks", eagerTasks);
    }

    PyType iteratorType() {
        return iterator;
    }

    Object stepOf(TaskObject t, @Nullable Object exception) {
        return new StepCallback(step, t, exception, false);
    }

    /** The first step of a task that is current already. */
    Object eagerStepOf(TaskObject t) {
        return new StepCallback(step, t, null, true);
    }

    Object wakeupOf(TaskObject t) {
        return new WakeupCallback(wakeup, t);
    }

    /** Whether an object is a future or task whose methods are known: not one of a class that Python code derived. */
    boolean isPlain(Object o) {
        return o instanceof FutureObject f && (f.type() == future || f.type() == task);
    }

    long nextTaskNumber() {
        return ++taskCount;
    }

    // ---- the package

    static Object of(ThreadState ts, String module, String name) {
        return ts.getAttr(ts.importModule(module), name);
    }

    PyType cancelledError(ThreadState ts) {
        PyType type = cancelledError;
        if (type == null) {
            type = (PyType) of(ts, "asyncio.exceptions", "CancelledError");
            cancelledError = type;
        }
        return type;
    }

    static PythonException invalidState(ThreadState ts, String message) {
        return ts.error((PyType) of(ts, "asyncio.exceptions", "InvalidStateError"), Str.of(message));
    }

    /** {@code is_coroutine}. */
    boolean isCoroutine(ThreadState ts, Object o) {
        if (isExactly(ts, o, "coroutine")) {
            return true;
        }
        Object function = isCoroutine;
        if (function == null) {
            function = of(ts, "asyncio.coroutines", "iscoroutine");
            isCoroutine = function;
        }
        return ts.isTrue(ts.call(function, o));
    }

    /** Whether an object's type is a built-in one that can't be derived from. */
    static boolean isExactly(ThreadState ts, Object o, String type) {
        return ts.typeOf(o).name().equals(type)
                && ts.getAttr(ts.typeOf(o), "__module__").equals("builtins");
    }

    /** {@code call_soon}. */
    static void callSoon(ThreadState ts, Object loop, Object callback, @Nullable Object argument, Object context) {
        Object[] args =
                argument == null ? new Object[] {callback, context} : new Object[] {callback, argument, context};
        Object ignored = ts.callMethodVector(loop, "call_soon", args, CONTEXT);
    }

    /** {@code future.add_done_callback(callback, context=context)}. */
    static void addDoneCallback(ThreadState ts, Object future, Object callback, Object context) {
        Object[] args = {callback, context};
        Object ignored = ts.callMethodVector(future, "add_done_callback", args, CONTEXT);
    }

    /** {@code o.cancel(msg=message)}. */
    static boolean cancel(ThreadState ts, Object o, Object message) {
        return ts.isTrue(ts.callMethodVector(o, "cancel", new Object[] {message}, MESSAGE));
    }

    // ---- loops

    private Object runningLoop() {
        Thread thread = Thread.currentThread();
        if (thread.threadId() != lastThread) {
            Object loop = runningLoops.get(thread);
            lastLoop = loop == null ? Singleton.NONE : loop;
            lastThread = thread.threadId();
        }
        return lastLoop;
    }

    @Expose(doc = "Return the running event loop or None.")
    Object _get_running_loop(ThreadState ts) {
        return runningLoop();
    }

    @Expose(signature = "(loop, /)", doc = "Set the running event loop of this thread.")
    void _set_running_loop(ThreadState ts, Object loop) {
        Thread thread = Thread.currentThread();
        if (loop == Singleton.NONE) {
            runningLoops.remove(thread);
        } else {
            runningLoops.put(thread, loop);
        }
        lastThread = thread.threadId();
        lastLoop = loop;
    }

    @Expose(doc = "Return the running event loop; a RuntimeError when there is none.")
    Object get_running_loop(ThreadState ts) {
        Object loop = runningLoop();
        if (loop == Singleton.NONE) {
            throw ts.error("RuntimeError", "no running event loop");
        }
        return loop;
    }

    @Expose(doc = "Return the running event loop, or else the one of the policy.")
    Object get_event_loop(ThreadState ts) {
        Object loop = runningLoop();
        if (loop != Singleton.NONE) {
            return loop;
        }
        Object policy = ts.call(of(ts, "asyncio.events", "get_event_loop_policy"));
        return ts.callMethod(policy, "get_event_loop");
    }

    // ---- tasks

    @Expose(signature = "(task)", doc = "Register a task that was scheduled.")
    void _register_task(ThreadState ts, Object task) {
        scheduledTasks.add(ts, task);
    }

    @Expose(signature = "(task)", doc = "Register a task that is about to take its first step at once.")
    void _register_eager_task(ThreadState ts, Object task) {
        Object ignored = ts.callMethod(eagerTasks, "add", task);
    }

    @Expose(signature = "(task)", doc = "Unregister a task.")
    void _unregister_task(ThreadState ts, Object task) {
        scheduledTasks.discard(ts, task);
    }

    @Expose(signature = "(task)", doc = "Unregister a task that has taken its first step.")
    void _unregister_eager_task(ThreadState ts, Object task) {
        Object ignored = ts.callMethod(eagerTasks, "discard", task);
    }

    @Expose(signature = "(loop, task)", doc = "Enter a task: it is the loop's current one from here on.")
    void _enter_task(ThreadState ts, Object loop, Object task) {
        Object current = ts.dictGet(currentTasks, loop);
        if (current != null) {
            throw ts.error(
                    "RuntimeError",
                    "Cannot enter into task " + ts.reprText(task) + " while another task " + ts.reprText(current)
                            + " is being executed.");
        }
        ts.dictSet(currentTasks, loop, task);
    }

    @Expose(signature = "(loop, task)", doc = "Leave the current task of a loop.")
    void _leave_task(ThreadState ts, Object loop, Object task) {
        Object current = ts.dictGet(currentTasks, loop);
        if (current != task) {
            throw ts.error(
                    "RuntimeError",
                    "Leaving task " + ts.reprText(task) + " does not match the current task "
                            + ts.reprText(current == null ? Singleton.NONE : current) + ".");
        }
        Object ignored = ts.dictRemove(currentTasks, loop);
    }

    @Expose(signature = "(loop, task)", doc = "Change the current task of a loop; return the one before.")
    Object _swap_current_task(ThreadState ts, Object loop, Object task) {
        Object before = ts.dictGet(currentTasks, loop);
        if (task == Singleton.NONE) {
            Object ignored = ts.dictRemove(currentTasks, loop);
        } else {
            ts.dictSet(currentTasks, loop, task);
        }
        return before == null ? Singleton.NONE : before;
    }

    @Expose(signature = "(loop=None)", doc = "Return the task that is executed now.")
    Object current_task(ThreadState ts, Object loop) {
        Object current = ts.dictGet(currentTasks, loop == Singleton.NONE ? get_running_loop(ts) : loop);
        return current == null ? Singleton.NONE : current;
    }
}
