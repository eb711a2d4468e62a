package dev.clutch.interp.object.generator;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.op.Generators;
import org.jspecify.annotations.Nullable;

/** The awaitable of {@code athrow} and {@code aclose}. Answers to {@code PyAsyncGenAThrow}. */
@ExtensionType(name = "async_generator_athrow", exported = false)
public final class PyAsyncThrow extends PyObject {
    /** Its type. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyAsyncThrowDefinition(), TypeObject.OBJECT);

    private static final int NEW = 0;
    private static final int DRIVEN = 1;
    private static final int DONE = 2;

    private final PyAsyncGenerator generator;
    /** What to throw; null closes. */
    private final @Nullable Object type;

    private final @Nullable Object value;
    private final @Nullable Object traceback;
    private int state = NEW;

    PyAsyncThrow(
            PyAsyncGenerator generator, @Nullable Object type, @Nullable Object value, @Nullable Object traceback) {
        super(TYPE);
        this.generator = generator;
        this.type = type;
        this.value = value;
        this.traceback = traceback;
    }

    private void checkOpen(PyThreadState ts) {
        if (state == DONE) {
            throw Errors.error(ts, "RuntimeError", "cannot reuse already awaited aclose()/athrow()");
        }
    }

    private Object drive(PyThreadState ts, @Nullable Object sent) {
        try {
            if (type != null) {
                return generator.step(ts, sent);
            }
            Object got = generator.resume(ts, sent);
            if (got instanceof Generators.Item) {
                throw Errors.error(ts, "RuntimeError", "async generator ignored GeneratorExit");
            }
            if (got == null) {
                generator.result = null;
                throw Errors.stopIteration(ts, null);
            }
            return got;
        } catch (PythonException e) {
            generator.busy = false;
            state = DONE;
            if (type == null && (Errors.matches(e, "StopAsyncIteration") || Errors.matches(e, "GeneratorExit"))) {
                throw Errors.stopIteration(ts, null);
            }
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
        if (generator.ended()) {
            state = DONE;
            throw Errors.stopIteration(ts, null);
        }
        if (state == DRIVEN) {
            return drive(ts, sent);
        }
        Object thrown = type;
        if (generator.busy) {
            state = DONE;
            throw Errors.error(
                    ts,
                    "RuntimeError",
                    (thrown == null ? "aclose()" : "athrow()") + ": asynchronous generator is already running");
        }
        if (generator.closed) {
            state = DONE;
            throw Errors.make(ts, Exceptions.type("StopAsyncIteration"));
        }
        if (sent != Singleton.NONE) {
            throw Errors.error(ts, "RuntimeError", "can't send non-None value to a just-started coroutine");
        }
        state = DRIVEN;
        generator.busy = true;
        if (thrown == null) {
            generator.closed = true;
            generator.thrown = Errors.make(ts, Exceptions.type("GeneratorExit"));
        } else {
            try {
                generator.thrown = Generators.exception(
                        ts,
                        thrown,
                        value == null ? Singleton.NONE : value,
                        traceback == null ? Singleton.NONE : traceback);
            } catch (PythonException e) {
                generator.busy = false;
                state = DONE;
                throw e;
            }
        }
        return drive(ts, null);
    }

    @Expose(name = "throw", signature = "(type, value=<absent>, traceback=<absent>, /)")
    Object throwInto(PyThreadState ts, Object type, @Nullable Object value, @Nullable Object traceback) {
        checkOpen(ts);
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
