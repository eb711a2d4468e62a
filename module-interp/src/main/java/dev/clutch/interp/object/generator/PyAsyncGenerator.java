package dev.clutch.interp.object.generator;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Setter;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyFunction;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.object.typing.PyGenericAlias;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Generators;
import org.jspecify.annotations.Nullable;

/** An asynchronous generator (PEP 525). Answers to {@code PyAsyncGenObject}. */
@ExtensionType(name = "async_generator", exported = false, weakReferences = true)
public final class PyAsyncGenerator extends PyGenerator {
    /** {@code types.AsyncGeneratorType}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyAsyncGeneratorDefinition(), TypeObject.OBJECT);

    boolean closed;
    private boolean hooksCalled;

    /** Reachable from here alone: brings this back for {@link #finalizer}. */
    @SuppressWarnings("unused")
    private @Nullable Object trigger;

    private @Nullable Object finalizer;
    /** Whether an awaitable of this generator is being driven. */
    boolean busy;

    /** Makes an asynchronous generator. */
    public PyAsyncGenerator(PyFunction function, Object[] locals) {
        super(TYPE, function, locals);
    }

    @Override
    String kind() {
        return "async generator";
    }

    /** Tells the event loop when the iteration begins ({@code async_gen_init_hooks}). */
    private void begin(PyThreadState ts) {
        if (!hooksCalled) {
            hooksCalled = true;
            finalizer = ts.asyncgenFinalizer;
            if (finalizer != null) {
                trigger = ts.interp.finalizers().watch(this);
            }
            Object first = ts.asyncgenFirstiter;
            if (first != null) {
                Call.call1(ts, first, this);
            }
        }
    }

    /**
     * Runs to the next suspension: an item ends the awaitable with its value, anything else is passed on to the event loop ({@code async_gen_unwrap_value}).
     *
     * @param sent null to throw {@link #thrown}
     */
    Object step(PyThreadState ts, @Nullable Object sent) {
        Object got;
        try {
            got = resume(ts, sent);
        } catch (PythonException e) {
            if (Errors.matches(e, "StopAsyncIteration") || Errors.matches(e, "GeneratorExit")) {
                closed = true;
            }
            busy = false;
            throw e;
        }
        if (got == null) {
            result = null;
            closed = true;
            busy = false;
            throw Errors.make(ts, Exceptions.type("StopAsyncIteration"));
        }
        if (got instanceof Generators.Item item) {
            busy = false;
            throw Errors.stopIteration(ts, item.value());
        }
        return got;
    }

    /** Nobody holds it any more: the event loop closes it ({@code _PyGen_Finalize}). */
    public void abandoned(PyThreadState ts) {
        Object hook = finalizer;
        finalizer = null;
        if (hook != null && !closed && !ended()) {
            try {
                Call.call1(ts, hook, this);
            } catch (PythonException e) {
                ts.interp.unraisable().report(ts, e, this);
            }
        }
    }

    private void finishAsync(PyThreadState ts) {
        if (finalizer != null && !closed) {
            abandoned(ts);
        } else {
            finish(ts);
        }
    }

    @Override
    PythonException converted(PyThreadState ts, PythonException e) {
        if (Errors.matches(e, "StopAsyncIteration")) {
            return Generators.runtimeError(ts, "async generator raised StopAsyncIteration", e);
        }
        return super.converted(ts, e);
    }

    @Expose
    Object __aiter__(PyThreadState ts) {
        return this;
    }

    @Expose
    Object __anext__(PyThreadState ts) {
        begin(ts);
        return new PyAsyncStep(this, Singleton.NONE);
    }

    @Expose
    Object asend(PyThreadState ts, Object value) {
        begin(ts);
        return new PyAsyncStep(this, value);
    }

    @Expose(signature = "(type, value=<absent>, traceback=<absent>, /)")
    Object athrow(PyThreadState ts, Object type, @Nullable Object value, @Nullable Object traceback) {
        if (value != null) {
            ts.warn(
                    "DeprecationWarning",
                    "the (type, exc, tb) signature of athrow() is deprecated, use the single-arg signature instead.",
                    1);
        }
        begin(ts);
        return new PyAsyncThrow(this, type, value, traceback);
    }

    @Expose
    Object aclose(PyThreadState ts) {
        begin(ts);
        return new PyAsyncThrow(this, null, null, null);
    }

    @Expose(name = "__del__")
    void asyncDel(PyThreadState ts) {
        finishAsync(ts);
    }

    @Expose(name = "__repr__")
    Object asyncRepr(PyThreadState ts) {
        return shown(ts);
    }

    @Expose(name = "__sizeof__")
    long asyncSize(PyThreadState ts) {
        return size();
    }

    @Getter("__name__")
    Object asyncName(PyThreadState ts) {
        return name;
    }

    @Setter("__name__")
    void setAsyncName(PyThreadState ts, @Nullable Object value) {
        name = text(ts, value, "__name__");
    }

    @Getter("__qualname__")
    Object asyncQualname(PyThreadState ts) {
        return qualname;
    }

    @Setter("__qualname__")
    void setAsyncQualname(PyThreadState ts, @Nullable Object value) {
        qualname = text(ts, value, "__qualname__");
    }

    @Expose(kind = Expose.Kind.CLASS)
    static Object __class_getitem__(PyThreadState ts, PyType cls, Object item) {
        return new PyGenericAlias(cls, item);
    }

    @Getter
    Object ag_suspended(PyThreadState ts) {
        return !isRunning() && state > 0;
    }

    @Getter
    Object ag_frame(PyThreadState ts) {
        ts.audit("object.__getattr__", this, "ag_frame");
        return ended() ? Singleton.NONE : frame();
    }

    @Getter(member = true)
    Object ag_running(PyThreadState ts) {
        return busy;
    }

    @Getter
    Object ag_code(PyThreadState ts) {
        ts.audit("object.__getattr__", this, "ag_code");
        return function.code;
    }

    @Getter
    Object ag_await(PyThreadState ts) {
        Object d = delegate;
        return d == null || isRunning() ? Singleton.NONE : d;
    }
}
