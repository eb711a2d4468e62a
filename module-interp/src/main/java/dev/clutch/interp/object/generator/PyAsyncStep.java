package dev.clutch.interp.object.generator;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.op.Generators;
import org.jspecify.annotations.Nullable;

/** The awaitable of {@code asend} and {@code __anext__}: one step of an asynchronous generator. Answers to {@code PyAsyncGenASend}. */
@ExtensionType(name = "async_generator_asend", exported = false)
public final class PyAsyncStep extends PyObject {
    /** Its type. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyAsyncStepDefinition(), TypeObject.OBJECT);

    private static final int NEW = 0;
    private static final int DRIVEN = 1;
    private static final int DONE = 2;

    private final PyAsyncGenerator generator;
    private final Object value;
    private int state = NEW;

    PyAsyncStep(PyAsyncGenerator generator, Object value) {
        super(TYPE);
        this.generator = generator;
        this.value = value;
    }

    private void checkOpen(PyThreadState ts) {
        if (state == DONE) {
            throw Errors.error(ts, "RuntimeError", "cannot reuse already awaited __anext__()/asend()");
        }
        if (state == NEW && generator.busy) {
            state = DONE;
            throw Errors.error(ts, "RuntimeError", "anext(): asynchronous generator is already running");
        }
    }

    private Object drive(PyThreadState ts, @Nullable Object sent) {
        try {
            return generator.step(ts, sent);
        } catch (PythonException e) {
            state = DONE;
            throw e;
        }
    }

    @Expose
    Object __await__(PyThreadState ts) {
        return this;
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return this;
    }

    @Expose
    @Nullable
    Object __next__(PyThreadState ts) {
        return send(ts, Singleton.NONE);
    }

    @Expose
    Object send(PyThreadState ts, Object sent) {
        checkOpen(ts);
        Object given = state == NEW && sent == Singleton.NONE ? value : sent;
        state = DRIVEN;
        generator.busy = true;
        return drive(ts, given);
    }

    @Expose(name = "throw", signature = "(type, value=<absent>, traceback=<absent>, /)")
    Object throwInto(PyThreadState ts, Object type, @Nullable Object value, @Nullable Object traceback) {
        checkOpen(ts);
        state = DRIVEN;
        generator.busy = true;
        generator.thrown = Generators.toThrow(ts, "throw", type, value, traceback);
        return drive(ts, null);
    }

    @Expose
    Object close(PyThreadState ts) {
        if (state == DRIVEN) {
            generator.busy = false;
        }
        state = DONE;
        return Singleton.NONE;
    }
}
