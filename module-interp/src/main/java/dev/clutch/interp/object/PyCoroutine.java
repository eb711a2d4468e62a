package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import org.jspecify.annotations.Nullable;

/** A coroutine. Answers to {@code PyCoroObject}. */
@ExtensionType(name = "coroutine", exported = false, weakReferences = true)
public final class PyCoroutine extends PyGenerator {
    /** {@code types.CoroutineType}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyCoroutineDefinition(), TypeObject.OBJECT);

    private Object origin = Singleton.NONE;

    /** Makes a coroutine. */
    public PyCoroutine(PyFunction function, Object[] locals) {
        super(TYPE, function, locals);
    }

    @Override
    String kind() {
        return "coroutine";
    }

    @Override
    @Nullable
    Object ended(PyThreadState ts, @Nullable Object sent) {
        if (sent == null) {
            takeThrown();
        }
        throw Errors.error(ts, "RuntimeError", "cannot reuse already awaited coroutine");
    }

    @Expose
    Object __await__(PyThreadState ts) {
        return new PyCoroutineWrapper(this);
    }

    @Expose(name = "send")
    Object coroutineSend(PyThreadState ts, Object value) {
        return sendOrStop(ts, value);
    }

    @Expose(name = "throw")
    Object coroutineThrow(PyThreadState ts, Object type, @Nullable Object value, @Nullable Object traceback) {
        return throwOrStop(
                ts, type, value == null ? Singleton.NONE : value, traceback == null ? Singleton.NONE : traceback);
    }

    @Expose(name = "close")
    Object coroutineClose(PyThreadState ts) {
        return closeNow(ts);
    }

    @Getter
    Object cr_frame(PyThreadState ts) {
        return ended() ? Singleton.NONE : frame();
    }

    @Getter
    Object cr_running(PyThreadState ts) {
        return isRunning();
    }

    @Getter
    Object cr_suspended(PyThreadState ts) {
        return !isRunning() && state > 0;
    }

    @Getter
    Object cr_code(PyThreadState ts) {
        return function.code;
    }

    @Getter
    Object cr_await(PyThreadState ts) {
        Object d = delegate;
        return d == null || isRunning() ? Singleton.NONE : d;
    }

    @Getter(member = true)
    Object cr_origin(PyThreadState ts) {
        return origin;
    }

    /** Notes who made it: file, line and name of each frame ({@code compute_cr_origin}). */
    public void setOrigin(PyThreadState ts) {
        int n = Math.min(ts.depth, ts.coroutineOriginDepth);
        Object[] frames = new Object[n];
        for (int i = 0; i < n; i++) {
            int depth = ts.depth - 1 - i;
            PyCode code = FrameStack.function(ts, depth).code;
            frames[i] = new PyTuple(code.filename, (long) FrameStack.line(ts, depth, code), code.name);
        }
        origin = new PyTuple(frames);
    }
}
