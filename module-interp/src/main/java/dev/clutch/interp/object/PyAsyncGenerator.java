package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
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

    /** Nobody holds it any more: the event loop closes it ({@code _PyGen_Finalize}). */
    void abandoned(PyThreadState ts) {
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
        return new PyAsyncStep(this, PyAsyncStep.SEND, Singleton.NONE, null);
    }

    @Expose
    Object asend(PyThreadState ts, Object value) {
        begin(ts);
        return new PyAsyncStep(this, PyAsyncStep.SEND, value, null);
    }

    @Expose
    Object athrow(PyThreadState ts, Object type, @Nullable Object value, @Nullable Object traceback) {
        begin(ts);
        return new PyAsyncStep(
                this,
                PyAsyncStep.THROW,
                Singleton.NONE,
                Generators.toThrow(
                        ts,
                        type,
                        value == null ? Singleton.NONE : value,
                        traceback == null ? Singleton.NONE : traceback));
    }

    @Expose
    Object aclose(PyThreadState ts) {
        begin(ts);
        return new PyAsyncStep(this, PyAsyncStep.CLOSE, Singleton.NONE, null);
    }

    @Getter
    Object ag_frame(PyThreadState ts) {
        return ended() ? Singleton.NONE : frame();
    }

    @Getter(member = true)
    Object ag_running(PyThreadState ts) {
        return busy;
    }

    @Getter
    Object ag_code(PyThreadState ts) {
        return function.code;
    }

    @Getter
    Object ag_await(PyThreadState ts) {
        Object d = delegate;
        return d == null || isRunning() ? Singleton.NONE : d;
    }
}
