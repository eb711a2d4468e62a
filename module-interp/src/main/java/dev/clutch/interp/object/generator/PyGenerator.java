package dev.clutch.interp.object.generator;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Setter;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.CompiledCode;
import dev.clutch.interp.object.Diverted;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.Identity;
import dev.clutch.interp.object.PyCell;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyFrame;
import dev.clutch.interp.object.PyFunction;
import dev.clutch.interp.object.PyIterator;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyTraceback;
import dev.clutch.interp.object.Tracer;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.TypeSizes;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.object.exception.PyBaseException;
import dev.clutch.interp.object.weak.Finalizers;
import dev.clutch.interp.op.Frames;
import dev.clutch.interp.op.Generators;
import dev.clutch.interp.op.Text;
import org.jspecify.annotations.Nullable;

/**
 * A generator, and what coroutines and asynchronous generators have in common with it: a suspended call of a compiled function. Answers to {@code PyGenObject}.
 *
 * <p>The code keeps its variables in {@link #locals} while it is suspended; {@link #state} says where it goes on.
 */
@ExtensionType(name = "generator", exported = false, weakReferences = true)
public class PyGenerator extends PyIterator {
    /** {@code types.GeneratorType}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyGeneratorDefinition(), TypeObject.OBJECT);

    private static final Object[] NO_LOCALS = new Object[0];

    /** The state of one that has returned or failed. */
    private static final int ENDED = -1;

    /** The function whose call this is. */
    public final PyFunction function;
    /** Variables and temporaries while suspended. */
    public Object[] locals;

    /** What the caller handles while the generator runs: no context of what is thrown in. */
    public @Nullable PyObject outerHandled;
    /** 0 before the start, then the number of the suspension. */
    public int state;
    /** Position of the last suspension. */
    public int position;
    /** What the code, or what it delegated to, has returned. */
    public @Nullable Object result;
    /** What the code awaits or yields from, while it is suspended there. */
    public @Nullable Object delegate;
    /** What to raise at the resumption. */
    public @Nullable PythonException thrown;

    /** Suspended where it delegates to another generator, handling no exception: what is sent goes on to that one, and its own code stands still. */
    public boolean forwards;
    /** What it has forwarded to came to its end, which its own code has yet to hear of. */
    public boolean forwardEnded;
    /** The exception that this end was. */
    public @Nullable Throwable forwardFailure;
    /** Now runs what it delegates to, without a Java frame of its own code. */
    public boolean forwarding;

    /** The code compiled for tracing, when this began while somebody traced. */
    private @Nullable PyCode twin;

    private boolean running;
    /** Reachable from here alone: brings this back to be closed when nobody holds it any more. */
    private @Nullable Object trigger;

    private @Nullable PyFrame frame;
    Object name;
    Object qualname;

    /** Makes a generator of a type, with the parameters and cells. */
    public PyGenerator(TypeObject type, PyFunction function, Object[] locals) {
        super(type);
        this.function = function;
        this.locals = locals;
        this.name = function.name;
        this.qualname = function.qualname;
    }

    /** The one frame of this generator. */
    public PyFrame frame() {
        PyFrame f = frame;
        if (f == null) {
            f = new PyFrame(function, -1);
            f.setLocals(locals);
            f.generator = this;
            frame = f;
        }
        return f;
    }

    /** An exception has left the code. */
    public void failed() {
        state = ENDED;
        delegate = null;
    }

    boolean ended() {
        return state == ENDED;
    }

    public boolean isRunning() {
        return running;
    }

    public boolean started() {
        return state != 0;
    }

    /** It runs for the first time, or will never run. */
    void begun(PyThreadState ts) {}

    /** What this is called in messages. */
    String kind() {
        return "generator";
    }

    /**
     * Runs until the next suspension or the end, which returns null with {@link #result} set.
     *
     * @param sent the value of the suspended expression; null raises {@link #thrown} there
     */
    public final @Nullable Object resume(PyThreadState ts, @Nullable Object sent) {
        if (running) {
            throw Errors.valueError(ts, kind() + " already executing");
        }
        if (state <= 0) {
            if (state == ENDED) {
                return ended(ts, sent);
            }
            start(ts, sent);
        }
        running = true;
        if (ts.handled != null) {
            outerHandled = ts.handled;
        }
        try {
            Object value = null;
            if (forwards && sent != null && delegate instanceof PyGenerator inner && !ts.breakerSet()) {
                value = forward(ts, inner, sent);
            }
            if (value == null) {
                forwards = false;
                value = advance(ts, sent);
            }
            if (value == null) {
                state = ENDED;
            } else if (trigger == null && function.code.cleanup) {
                trigger = ts.interp.finalizers().watch(this);
            }
            return value;
        } catch (PythonException e) {
            state = ENDED;
            throw converted(ts, e);
        } finally {
            running = false;
            if (outerHandled != null) {
                outerHandled = null;
            }
            if (frame != null) {
                frame.depth = -1;
                frame.runner = null;
            }
            if (state == ENDED) {
                letGo();
            }
        }
    }

    /** One step of what this delegates to. At its end returns null: the code goes on, and asks {@link Generators#delegate} how it ended. */
    private @Nullable Object forward(PyThreadState ts, PyGenerator inner, Object sent) {
        int depth = Frames.push(ts, this);
        delegate = null;
        forwarding = true;
        Object value = null;
        try {
            value = inner.resume(ts, sent);
        } catch (RuntimeException | Error e) {
            forwardFailure = e;
            Frames.truncate(ts, depth + 1);
        }
        forwarding = false;
        Frames.exit(ts, depth);
        if (value == null) {
            forwardEnded = true;
        } else {
            delegate = inner;
        }
        return value;
    }

    private void start(PyThreadState ts, @Nullable Object sent) {
        begun(ts);
        if (sent == null) {
            state = ENDED;
            PythonException e = takeThrown();
            PyTraceback.here((PyBaseException) e.value(), frame(), 0);
            throw e;
        }
        if (sent != Singleton.NONE) {
            throw Errors.typeError(ts, "can't send non-None value to a just-started " + kind());
        }
    }

    /** The code has ended: what it held is free. */
    private void letGo() {
        locals = NO_LOCALS;
        Object t = trigger;
        if (t != null) {
            trigger = null;
            Finalizers.unwatch(t);
        }
    }

    private @Nullable Object advance(PyThreadState ts, @Nullable Object sent) {
        try {
            return body().resume(ts, this, sent);
        } catch (Diverted traced) {
            Tracer t = ts.tracer;
            return t == null ? body().resume(ts, this, sent) : t.resume(ts, this, sent);
        }
    }

    /** The compiled code that runs. */
    public CompiledCode body() {
        PyCode t = twin;
        return (CompiledCode) (t == null ? function.code.vectorcall : t.vectorcall);
    }

    /** Goes over to the code compiled for tracing, before the beginning: that has its own layout of variables. */
    public void become(PyThreadState ts, PyCode code) {
        Object[] parameters = new Object[function.code.parameterCount()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = locals[i] instanceof PyCell c && c.value != null ? c.value : locals[i];
        }
        PyGenerator fresh = (PyGenerator) ((CompiledCode) code.vectorcall).bound(ts, function, parameters);
        locals = fresh.locals;
        Object ignored = fresh.closeNow(ts);
        twin = code;
        PyFrame f = frame();
        f.twin = code;
        f.setLocals(locals);
    }

    @Nullable
    Object ended(PyThreadState ts, @Nullable Object sent) {
        if (sent == null) {
            throw takeThrown();
        }
        result = Singleton.NONE;
        return null;
    }

    final PythonException takeThrown() {
        PythonException e = thrown;
        thrown = null;
        if (e == null) {
            throw new IllegalStateException("nothing to throw");
        }
        return e;
    }

    /** PEP 479: a StopIteration that leaves the code is a mistake. */
    PythonException converted(PyThreadState ts, PythonException e) {
        if (Errors.matches(e, "StopIteration")) {
            return Generators.runtimeError(ts, kind() + " raised StopIteration", e);
        }
        return e;
    }

    /** The exception that {@code send} and {@code throw} raise at the end. */
    public final PythonException stop(PyThreadState ts) {
        Object r = result;
        result = null;
        return Errors.stopIteration(ts, r == Singleton.NONE ? null : r);
    }

    final Object sendOrStop(PyThreadState ts, Object value) {
        Object v = resume(ts, value);
        if (v == null) {
            throw stop(ts);
        }
        return v;
    }

    final Object throwOrStop(PyThreadState ts, Object type, @Nullable Object value, @Nullable Object traceback) {
        thrown = Generators.toThrow(ts, "throw", type, value, traceback);
        Object v = resume(ts, null);
        if (v == null) {
            throw stop(ts);
        }
        return v;
    }

    /** {@code close()}. */
    public final Object closeNow(PyThreadState ts) {
        if (state == ENDED) {
            return Singleton.NONE;
        }
        if (state == 0) {
            begun(ts);
            state = ENDED;
            return Singleton.NONE;
        }
        thrown = Errors.make(ts, Exceptions.type("GeneratorExit"));
        Object v;
        try {
            v = resume(ts, null);
        } catch (PythonException e) {
            if (Errors.matches(e, "GeneratorExit") || Errors.matches(e, "StopIteration")) {
                return Singleton.NONE;
            }
            throw e;
        }
        if (v != null) {
            throw Errors.error(ts, "RuntimeError", kind() + " ignored GeneratorExit");
        }
        result = null;
        return Singleton.NONE;
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return this;
    }

    @Override
    public final @Nullable Object next(PyThreadState ts) {
        return resume(ts, Singleton.NONE);
    }

    @Expose
    @Nullable
    Object __next__(PyThreadState ts) {
        Object v = resume(ts, Singleton.NONE);
        if (v == null) {
            Object r = result;
            if (r != null && r != Singleton.NONE) {
                throw stop(ts);
            }
        }
        return v;
    }

    @Expose
    Object send(PyThreadState ts, Object value) {
        return sendOrStop(ts, value);
    }

    @Expose(name = "throw", signature = "(type, value=<absent>, traceback=<absent>, /)")
    Object throwInto(PyThreadState ts, Object type, @Nullable Object value, @Nullable Object traceback) {
        return throwOrStop(ts, type, value, traceback);
    }

    @Expose
    Object close(PyThreadState ts) {
        return closeNow(ts);
    }

    /** {@code _PyGen_Finalize}: closes what is still suspended. */
    final void finish(PyThreadState ts) {
        if (state == ENDED || running) {
            return;
        }
        try {
            Object ignored = closeNow(ts);
        } catch (PythonException e) {
            if (!ts.interruptsCaller(e)) {
                ts.writeUnraisable(e, this);
            }
        }
    }

    @Expose
    void __del__(PyThreadState ts) {
        finish(ts);
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return shown(ts);
    }

    final Object shown(PyThreadState ts) {
        return Text.concat(
                Text.concat("<", typeName(), " object "),
                qualname,
                Text.concat(" at ", Identity.address(ts, this), ">"));
    }

    private String typeName() {
        return type().name();
    }

    @Expose
    long __sizeof__(PyThreadState ts) {
        return size();
    }

    final long size() {
        TypeSizes sizes = TypeSizes.of((TypeObject) type());
        PyCode code = function.code;
        return sizes.basicSize()
                + sizes.itemSize() * (code.varnames.length + code.cellvars.length + code.freevars.length);
    }

    @Getter("__name__")
    Object name(PyThreadState ts) {
        return name;
    }

    @Setter("__name__")
    void setName(PyThreadState ts, @Nullable Object value) {
        name = text(ts, value, "__name__");
    }

    @Getter("__qualname__")
    Object qualname(PyThreadState ts) {
        return qualname;
    }

    @Setter("__qualname__")
    void setQualname(PyThreadState ts, @Nullable Object value) {
        qualname = text(ts, value, "__qualname__");
    }

    static Object text(PyThreadState ts, @Nullable Object value, String attribute) {
        if (value == null || !PyStr.isStr(value)) {
            throw Errors.typeError(ts, attribute + " must be set to a string object");
        }
        return value;
    }

    @Getter
    Object gi_frame(PyThreadState ts) {
        ts.audit("object.__getattr__", this, "gi_frame");
        return state == ENDED ? Singleton.NONE : frame();
    }

    @Getter
    Object gi_running(PyThreadState ts) {
        return running;
    }

    @Getter
    Object gi_suspended(PyThreadState ts) {
        return !running && state > 0;
    }

    @Getter
    Object gi_code(PyThreadState ts) {
        ts.audit("object.__getattr__", this, "gi_code");
        return function.code;
    }

    @Getter
    Object gi_yieldfrom(PyThreadState ts) {
        Object d = delegate;
        return d == null || running ? Singleton.NONE : d;
    }
}
