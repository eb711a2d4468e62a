package dev.clutch.extensions.builtin.asyncio;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Setter;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** {@code _asyncio.Future}. Answers to {@code FutureObj}. */
@ExtensionType(
        name = "_asyncio.Future",
        subclassable = true,
        dict = true,
        weakReferences = true,
        finalizedOnRequest = true,
        doc = "A result that will be there later.")
sealed class FutureObject extends PyObject permits TaskObject {
    /** A callback and the context that it is called in. */
    private record Callback(Object function, Object context) {}

    private enum State {
        PENDING,
        CANCELLED,
        FINISHED
    }

    private State state = State.PENDING;
    private @Nullable Object loop;
    /** The first callback, mostly the only one. */
    private @Nullable Callback first;

    private @Nullable ArrayList<Callback> others;
    private Object result = Singleton.NONE;
    private @Nullable PyObject exception;
    private Object exceptionTraceback = Singleton.NONE;
    private Object cancelMessage = Singleton.NONE;
    private @Nullable PyObject cancelledException;
    private Object sourceTraceback = Singleton.NONE;
    private boolean blocking;
    private boolean logsTraceback;

    FutureObject(PyType type) {
        super(type);
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(ThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new FutureObject(cls);
    }

    @Expose(signature = "(*, loop=None)")
    void __init__(ThreadState ts, AsyncioModule module, Object loop) {
        initialise(ts, module, loop);
    }

    /** {@code future_init}. */
    final void initialise(ThreadState ts, AsyncioModule module, Object given) {
        state = State.PENDING;
        first = null;
        others = null;
        result = Singleton.NONE;
        exception = null;
        cancelMessage = Singleton.NONE;
        cancelledException = null;
        sourceTraceback = Singleton.NONE;
        blocking = false;
        logsTraceback = false;
        Object own = given == Singleton.NONE ? module.get_event_loop(ts) : given;
        loop = own;
        if (ts.isTrue(ts.callMethod(own, "get_debug"))) {
            Object frame = ts.call(ts.getAttr(ts.importModule("sys"), "_getframe"));
            sourceTraceback = ts.call(AsyncioModule.of(ts, "asyncio.format_helpers", "extract_stack"), frame);
        }
    }

    // ---- what tasks ask

    final boolean isPending() {
        return state == State.PENDING;
    }

    final boolean isBlocking() {
        return blocking;
    }

    final void setBlocking(boolean on) {
        blocking = on;
    }

    final Object cancelMessage() {
        return cancelMessage;
    }

    final void setCancelMessage(Object message) {
        cancelMessage = message;
    }

    final void setCancelledException(PyObject e) {
        cancelledException = e;
    }

    final void dropLog() {
        logsTraceback = false;
    }

    /** {@code ENSURE_FUTURE_ALIVE}. */
    final Object loop(ThreadState ts) {
        Object own = loop;
        if (own == null) {
            throw ts.error("RuntimeError", "Future object is not initialized.");
        }
        return own;
    }

    /** {@code future_schedule_callbacks}. */
    private void scheduleCallbacks(ThreadState ts) {
        Callback one = first;
        ArrayList<Callback> more = others;
        first = null;
        others = null;
        if (one != null) {
            AsyncioModule.callSoon(ts, loop(ts), one.function, this, one.context);
        }
        if (more != null) {
            for (Callback c : more) {
                AsyncioModule.callSoon(ts, loop(ts), c.function, this, c.context);
            }
        }
    }

    final void finish(ThreadState ts, Object value) {
        Object ignored = loop(ts);
        if (state != State.PENDING) {
            throw AsyncioModule.invalidState(ts, "invalid state");
        }
        result = value;
        state = State.FINISHED;
        scheduleCallbacks(ts);
    }

    final void fail(ThreadState ts, Object given) {
        Object ignored = loop(ts);
        if (state != State.PENDING) {
            throw AsyncioModule.invalidState(ts, "invalid state");
        }
        Object made = given instanceof PyType ? ts.call(given) : given;
        if (!ts.isInstance(made, ts.exceptionType("BaseException"))) {
            throw ts.typeError("invalid exception object");
        }
        PyObject e = (PyObject) made;
        if (ts.isInstance(e, ts.exceptionType("StopIteration"))) {
            PyObject error = ts.error(
                            "RuntimeError",
                            "StopIteration interacts badly with generators and cannot be raised into a Future")
                    .value();
            ts.setAttr(error, "__cause__", e);
            ts.setAttr(error, "__context__", e);
            e = error;
        }
        exception = e;
        exceptionTraceback = ts.getAttr(e, "__traceback__");
        state = State.FINISHED;
        scheduleCallbacks(ts);
        logsTraceback = true;
        ts.watch(this);
    }

    /** {@code future_cancel}. */
    final boolean cancelNow(ThreadState ts, Object message) {
        logsTraceback = false;
        if (state != State.PENDING) {
            return false;
        }
        state = State.CANCELLED;
        cancelMessage = message;
        scheduleCallbacks(ts);
        return true;
    }

    /** {@code create_cancelled_error}. */
    final PyObject cancelledError(ThreadState ts, AsyncioModule module) {
        PyObject e = cancelledException;
        if (e != null) {
            cancelledException = null;
            return e;
        }
        return cancelMessage == Singleton.NONE
                ? ts.error(module.cancelledError(ts)).value()
                : ts.error(module.cancelledError(ts), cancelMessage).value();
    }

    /** The exception that {@code result()} raises, null when there is a value ({@code future_get_result}). */
    final @Nullable PyObject failure(ThreadState ts, AsyncioModule module) {
        if (state == State.CANCELLED) {
            return cancelledError(ts, module);
        }
        if (state == State.PENDING) {
            return AsyncioModule.invalidState(ts, "Result is not set.").value();
        }
        logsTraceback = false;
        PyObject e = exception;
        if (e != null) {
            ts.setAttr(e, "__traceback__", exceptionTraceback);
        }
        return e;
    }

    // ---- methods

    @Expose(signature = "()", doc = "Return the result, or raise the exception.")
    final Object result(ThreadState ts, AsyncioModule module) {
        PyObject e = failure(ts, module);
        if (e != null) {
            throw new PythonException(e);
        }
        return result;
    }

    @Expose(name = "exception", signature = "()", doc = "Return the exception that was set, or None.")
    final Object exceptionOrNone(ThreadState ts, AsyncioModule module) {
        if (state == State.CANCELLED) {
            throw new PythonException(cancelledError(ts, module));
        }
        if (state == State.PENDING) {
            throw AsyncioModule.invalidState(ts, "Exception is not set.");
        }
        logsTraceback = false;
        return exception == null ? Singleton.NONE : exception;
    }

    @Expose(signature = "(result, /)", doc = "Mark the future done and set its result.")
    final void set_result(ThreadState ts, Object result) {
        finish(ts, result);
    }

    @Expose(signature = "(exception, /)", doc = "Mark the future done and set an exception.")
    final void set_exception(ThreadState ts, Object exception) {
        fail(ts, exception);
    }

    final void addCallback(ThreadState ts, Object function, Object context) {
        Object own = loop(ts);
        if (state != State.PENDING) {
            AsyncioModule.callSoon(ts, own, function, this, context);
            return;
        }
        Callback c = new Callback(function, context);
        if (first == null && others == null) {
            first = c;
        } else if (others == null) {
            others = new ArrayList<>(4);
            others.add(c);
        } else {
            others.add(c);
        }
    }

    @Expose(
            signature = "(fn, /, *, context=<absent>)",
            doc = "Add a callback that the loop runs when the future is done.")
    final void add_done_callback(ThreadState ts, Object fn, @Nullable Object context) {
        addCallback(ts, fn, context == null ? ts.copyContext() : context);
    }

    @Expose(signature = "(fn, /)", doc = "Remove all instances of a callback; return how many there were.")
    final Object remove_done_callback(ThreadState ts, Object fn) {
        Object ignored = loop(ts);
        long removed = 0;
        Callback one = first;
        if (one != null && ts.compareBool(Slot.EQ, one.function, fn)) {
            first = null;
            removed++;
        }
        ArrayList<Callback> more = others;
        if (more != null) {
            ArrayList<Callback> kept = new ArrayList<>();
            // a comparison may change the list
            for (Callback c : more.toArray(new Callback[0])) {
                if (ts.compareBool(Slot.EQ, c.function, fn)) {
                    removed++;
                } else {
                    kept.add(c);
                }
            }
            others = kept.isEmpty() ? null : kept;
        }
        return removed;
    }

    @Expose(signature = "(msg=None)", doc = "Cancel the future and schedule its callbacks.")
    final Object cancel(ThreadState ts, AsyncioModule module, Object msg) {
        Object ignored = loop(ts);
        return cancelNow(ts, msg);
    }

    @Expose(signature = "()", doc = "Whether the future was cancelled.")
    final boolean cancelled(ThreadState ts) {
        return loop != null && state == State.CANCELLED;
    }

    @Expose(signature = "()", doc = "Whether there is a result, an exception, or it was cancelled.")
    final boolean done(ThreadState ts) {
        return loop != null && state != State.PENDING;
    }

    @Expose(signature = "()", doc = "Return the event loop that the future belongs to.")
    final Object get_loop(ThreadState ts) {
        return loop(ts);
    }

    @Expose(signature = "()", doc = "Make the CancelledError to raise.")
    final Object _make_cancelled_error(ThreadState ts, AsyncioModule module) {
        return cancelledError(ts, module);
    }

    @Expose
    final Object __iter__(ThreadState ts, AsyncioModule module) {
        Object ignored = loop(ts);
        return new FutureIterator(module.iteratorType(), this);
    }

    @Expose
    final Object __await__(ThreadState ts, AsyncioModule module) {
        return __iter__(ts, module);
    }

    @Expose
    final Object __repr__(ThreadState ts) {
        Object ignored = loop(ts);
        return ts.call(AsyncioModule.of(ts, "asyncio.base_futures", "_future_repr"), this);
    }

    @Expose
    final void __del__(ThreadState ts) {
        reportLost(ts);
    }

    /** {@code FutureObj_finalize}: an exception that nobody asked for. */
    final void reportLost(ThreadState ts) {
        PyObject e = exception;
        if (!logsTraceback || e == null) {
            return;
        }
        logsTraceback = false;
        Object context = ts.newDict();
        ts.dictSet(context, "message", Str.of(type().name() + " exception was never retrieved"));
        ts.dictSet(context, "exception", e);
        tell(ts, context, "future");
    }

    final void tell(ThreadState ts, Object context, String kind) {
        ts.dictSet(context, kind, this);
        if (sourceTraceback != Singleton.NONE) {
            ts.dictSet(context, "source_traceback", sourceTraceback);
        }
        try {
            Object ignored = ts.callMethod(loop(ts), "call_exception_handler", context);
        } catch (PythonException e) {
            ts.writeUnraisable(e, this);
        }
    }

    @Expose(name = "__class_getitem__", kind = Expose.Kind.CLASS, doc = "See PEP 585.")
    static Object generic(ThreadState ts, PyType cls, Object item) {
        return ts.genericAlias(cls, item);
    }

    // ---- attributes

    @Getter("_state")
    final Object stateName(ThreadState ts) {
        return state == State.PENDING ? "PENDING" : state == State.CANCELLED ? "CANCELLED" : "FINISHED";
    }

    @Getter("_asyncio_future_blocking")
    final Object blocking(ThreadState ts) {
        return loop != null && blocking;
    }

    @Setter("_asyncio_future_blocking")
    final void setBlocking(ThreadState ts, @Nullable Object value) {
        if (value == null) {
            throw ts.error("AttributeError", "cannot delete attribute");
        }
        Object ignored = loop(ts);
        blocking = ts.isTrue(value);
    }

    @Getter("_loop")
    final Object loopOrNone(ThreadState ts) {
        return loop == null ? Singleton.NONE : loop;
    }

    @Getter("_callbacks")
    final Object callbacks(ThreadState ts) {
        Object ignored = loop(ts);
        if (first == null && others == null) {
            return Singleton.NONE;
        }
        Object list = ts.newListSized(2);
        if (first != null) {
            ts.listAppend(list, ts.newTuple(first.function, first.context));
        }
        if (others != null) {
            for (Callback c : others) {
                ts.listAppend(list, ts.newTuple(c.function, c.context));
            }
        }
        return list;
    }

    @Getter("_result")
    final Object resultOrNone(ThreadState ts) {
        return result;
    }

    @Getter("_exception")
    final Object rawException(ThreadState ts) {
        return exception == null ? Singleton.NONE : exception;
    }

    @Getter("_log_traceback")
    final Object logs(ThreadState ts) {
        return logsTraceback;
    }

    @Setter("_log_traceback")
    final void setLogs(ThreadState ts, @Nullable Object value) {
        if (value == null) {
            throw ts.error("AttributeError", "cannot delete attribute");
        }
        if (ts.isTrue(value)) {
            throw ts.valueError("_log_traceback can only be set to False");
        }
        logsTraceback = false;
    }

    @Getter("_source_traceback")
    final Object source(ThreadState ts) {
        return sourceTraceback;
    }

    @Getter("_cancel_message")
    final Object message(ThreadState ts) {
        return cancelMessage;
    }

    @Setter("_cancel_message")
    final void setMessage(ThreadState ts, @Nullable Object value) {
        if (value == null) {
            throw ts.error("AttributeError", "cannot delete attribute");
        }
        cancelMessage = value;
    }
}
