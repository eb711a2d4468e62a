package dev.clutch.interp.object.generator;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.Setter;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.FrameStack;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyFunction;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.weak.Nursery;
import org.jspecify.annotations.Nullable;

/** A coroutine. Answers to {@code PyCoroObject}. */
@ExtensionType(name = "coroutine", exported = false, weakReferences = true)
public final class PyCoroutine extends PyGenerator implements Nursery.Member {
    /** {@code types.CoroutineType}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyCoroutineDefinition(), TypeObject.OBJECT);

    private Object origin = Singleton.NONE;

    /** Makes a coroutine. */
    public PyCoroutine(PyFunction function, Object[] locals) {
        super(TYPE, function, locals);
    }

    /** Its place among the young ones that nobody has awaited, or -1. */
    private int place = -1;

    /** What stands for it when it is older and nobody has awaited it. */
    Unawaited.@Nullable Entry unawaited;

    /** Has a warning given if nobody ever awaits it. */
    public void warnUnlessAwaited(PyThreadState ts) {
        ts.interp.unawaited().add(this);
    }

    @Override
    public int place() {
        return place;
    }

    @Override
    public void setPlace(int place) {
        this.place = place;
    }

    @Override
    void begun(PyThreadState ts) {
        boolean ignored = leaveUnawaited(ts);
    }

    /** Whether it was one of those that nobody has awaited. */
    private boolean leaveUnawaited(PyThreadState ts) {
        if (place >= 0) {
            ts.interp.unawaited().remove(this);
            return true;
        }
        Unawaited.Entry e = unawaited;
        if (e == null) {
            return false;
        }
        unawaited = null;
        e.remove();
        return true;
    }

    private void finishCoroutine(PyThreadState ts) {
        if (state == 0 && leaveUnawaited(ts)) {
            Unawaited.warn(ts, this);
        }
        finish(ts);
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

    @Expose(name = "throw", signature = "(type, value=<absent>, traceback=<absent>, /)")
    Object coroutineThrow(PyThreadState ts, Object type, @Nullable Object value, @Nullable Object traceback) {
        return throwOrStop(ts, type, value, traceback);
    }

    @Expose(name = "close")
    Object coroutineClose(PyThreadState ts) {
        return closeNow(ts);
    }

    @Expose(name = "__del__")
    void coroutineDel(PyThreadState ts) {
        finishCoroutine(ts);
    }

    @Expose(name = "__repr__")
    Object coroutineRepr(PyThreadState ts) {
        return shown(ts);
    }

    @Expose(name = "__sizeof__")
    long coroutineSize(PyThreadState ts) {
        return size();
    }

    @Getter("__name__")
    Object coroutineName(PyThreadState ts) {
        return name;
    }

    @Setter("__name__")
    void setCoroutineName(PyThreadState ts, @Nullable Object value) {
        name = text(ts, value, "__name__");
    }

    @Getter("__qualname__")
    Object coroutineQualname(PyThreadState ts) {
        return qualname;
    }

    @Setter("__qualname__")
    void setCoroutineQualname(PyThreadState ts, @Nullable Object value) {
        qualname = text(ts, value, "__qualname__");
    }

    @Getter
    Object cr_frame(PyThreadState ts) {
        ts.audit("object.__getattr__", this, "cr_frame");
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
        ts.audit("object.__getattr__", this, "cr_code");
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

    Object origin() {
        return origin;
    }

    /** Takes the origin of another one. */
    void setOrigin(Object known) {
        origin = known;
    }

    /** Notes who made it: file, line and name of each frame ({@code compute_cr_origin}). */
    public void setOrigin(PyThreadState ts) {
        // the method that makes the coroutine has a Java frame, but is no running function
        int n = Math.min(ts.depth, ts.coroutineOriginDepth);
        Object[] frames = new Object[n];
        for (int i = 0; i < n; i++) {
            int depth = ts.depth - 1 - i;
            PyCode code = FrameStack.function(ts, depth).code;
            frames[i] = new PyTuple(code.filename(ts), (long) FrameStack.line(ts, depth, code, 1), code.name);
        }
        origin = new PyTuple(frames);
    }
}
