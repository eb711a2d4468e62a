package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Generators;
import org.jspecify.annotations.Nullable;

/**
 * One step of an asynchronous generator: the awaitable of {@code asend}, {@code athrow} and {@code aclose}. Answers to {@code PyAsyncGenASend} and {@code
 * PyAsyncGenAThrow}.
 */
@ExtensionType(name = "async_generator_asend", exported = false)
public final class PyAsyncStep extends PyObject {
    /** Its type. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyAsyncStepDefinition(), TypeObject.OBJECT);

    static final int SEND = 0;
    static final int THROW = 1;
    static final int CLOSE = 2;

    private static final int NEW = 0;
    private static final int DRIVEN = 1;
    private static final int DONE = 2;

    private final PyAsyncGenerator generator;
    private final int what;
    private final Object value;
    private final @Nullable PythonException exception;
    private int state = NEW;

    PyAsyncStep(PyAsyncGenerator generator, int what, Object value, @Nullable PythonException exception) {
        super(TYPE);
        this.generator = generator;
        this.what = what;
        this.value = value;
        this.exception = exception;
    }

    private String name() {
        return what == SEND ? "anext()/asend()" : what == THROW ? "athrow()" : "aclose()";
    }

    /** The first drive: null when the generator is over already. */
    private void begin(PyThreadState ts) {
        if (state == DONE) {
            throw Errors.error(ts, "RuntimeError", "cannot reuse already awaited " + (what == SEND ? "__anext__()/asend()" : "aclose()/athrow()"));
        }
        if (state == NEW) {
            if (generator.busy) {
                state = DONE;
                throw Errors.error(
                        ts, "RuntimeError",
                        (what == SEND ? "anext()" : name().substring(0, name().length() - 2) + "()") + ": asynchronous generator is already running");
            }
            if (generator.closed) {
                state = DONE;
                throw what == CLOSE ? Errors.stopIteration(ts, null) : Errors.make(ts, Exceptions.type("StopAsyncIteration"));
            }
            state = DRIVEN;
            generator.busy = true;
        }
    }

    private Object end(RuntimeException e) {
        state = DONE;
        generator.busy = false;
        throw e;
    }

    /** Judges what the generator gave back: an item ends this step with its value, anything else is passed on to the event loop. */
    private Object judge(PyThreadState ts, @Nullable Object got) {
        if (got == null) {
            generator.closed = true;
            generator.result = null;
            return end(what == CLOSE ? Errors.stopIteration(ts, null) : Errors.make(ts, Exceptions.type("StopAsyncIteration")));
        }
        if (got instanceof Generators.Item item) {
            if (what == CLOSE) {
                return end(Errors.error(ts, "RuntimeError", "async generator ignored GeneratorExit"));
            }
            return end(Errors.stopIteration(ts, item.value()));
        }
        return got;
    }

    private Object failed(PyThreadState ts, PythonException e) {
        if (Errors.matches(e, "StopAsyncIteration") || Errors.matches(e, "GeneratorExit")) {
            generator.closed = true;
            if (what == CLOSE) {
                return end(Errors.stopIteration(ts, null));
            }
        }
        return end(e);
    }

    private Object drive(PyThreadState ts, Object sent) {
        boolean first = state == NEW;
        begin(ts);
        try {
            if (!first) {
                return judge(ts, generator.resume(ts, sent));
            }
            if (what == SEND) {
                return judge(ts, generator.resume(ts, sent == Singleton.NONE ? value : sent));
            }
            if (what == CLOSE) {
                generator.closed = true;
                if (!generator.started()) {
                    generator.failed();
                    return judge(ts, null);
                }
                generator.thrown = Errors.make(ts, Exceptions.type("GeneratorExit"));
            } else {
                generator.thrown = exception;
            }
            return judge(ts, generator.resume(ts, null));
        } catch (PythonException e) {
            if (state == DONE) {
                throw e;
            }
            return failed(ts, e);
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
    @Nullable Object __next__(PyThreadState ts) {
        return drive(ts, Singleton.NONE);
    }

    @Expose
    Object send(PyThreadState ts, Object sent) {
        return drive(ts, sent);
    }

    @Expose(name = "throw")
    Object throwInto(PyThreadState ts, Object type, @Nullable Object v, @Nullable Object traceback) {
        PythonException e = Generators.toThrow(ts, type, v == null ? Singleton.NONE : v, traceback == null ? Singleton.NONE : traceback);
        begin(ts);
        generator.thrown = e;
        try {
            return judge(ts, generator.resume(ts, null));
        } catch (PythonException raised) {
            if (state == DONE) {
                throw raised;
            }
            return failed(ts, raised);
        }
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
