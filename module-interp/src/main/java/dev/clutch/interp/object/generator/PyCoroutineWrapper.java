package dev.clutch.interp.object.generator;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.TypeObject;
import org.jspecify.annotations.Nullable;

/** What {@code coroutine.__await__()} returns: an iterator that drives the coroutine. Answers to {@code PyCoroWrapper}. */
@ExtensionType(name = "coroutine_wrapper", exported = false, doc = "The iterator of a coroutine, for await.")
public final class PyCoroutineWrapper extends PyObject {
    /** Its type. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyCoroutineWrapperDefinition(), TypeObject.OBJECT);

    /** The coroutine. */
    public final PyCoroutine coroutine;

    PyCoroutineWrapper(PyCoroutine coroutine) {
        super(TYPE);
        this.coroutine = coroutine;
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return this;
    }

    @Expose
    @Nullable
    Object __next__(PyThreadState ts) {
        return coroutine.sendOrStop(ts, Singleton.NONE);
    }

    @Expose
    Object send(PyThreadState ts, Object value) {
        return coroutine.sendOrStop(ts, value);
    }

    @Expose(name = "throw", signature = "(type, value=<absent>, traceback=<absent>, /)")
    Object throwInto(PyThreadState ts, Object type, @Nullable Object value, @Nullable Object traceback) {
        return coroutine.throwOrStop(ts, type, value, traceback);
    }

    @Expose
    Object close(PyThreadState ts) {
        return coroutine.closeNow(ts);
    }
}
