package dev.clutch.interp.object;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.TwinCompiler;
import dev.clutch.interp.compiler.Twins;
import dev.clutch.interp.object.exception.PyBaseException;
import dev.clutch.interp.object.generator.PyGenerator;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Frames;
import dev.clutch.runtime.Breaker;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The functions of {@code sys.settrace} and {@code sys.setprofile} of one thread, and the events that they get. Answers to {@code legacy_tracing.c} and the trampolines of
 * {@code sysmodule.c}.
 *
 * <p>While one is set, the breaker word stays set, so that {@link Frames#enter} asks {@link #divert} at each entry of a function.
 */
public final class Tracer {
    private @Nullable Object traceFunction;
    private @Nullable Object profileFunction;
    /** How many of the functions are running: what they do themselves is not traced. */
    private int inside;
    /** The frame that the next entry is for; its call event has been sent. */
    private @Nullable PyFrame entering;

    /** The tracer of a thread, made on first use. */
    private static Tracer of(PyThreadState ts) {
        Tracer t = ts.tracer;
        if (t == null) {
            t = new Tracer();
            ts.tracer = t;
        }
        return t;
    }

    /** {@code _PyEval_SetTrace}; null for none. */
    public static void setTrace(PyThreadState ts, @Nullable Object function) {
        Tracer t = of(ts);
        t.traceFunction = function;
        t.changed(ts);
    }

    /** {@code _PyEval_SetProfile}; null for none. */
    public static void setProfile(PyThreadState ts, @Nullable Object function) {
        Tracer t = of(ts);
        t.profileFunction = function;
        t.changed(ts);
    }

    private void changed(PyThreadState ts) {
        if (active()) {
            ts.request(Breaker.TRACE);
        } else {
            ts.withdraw(Breaker.TRACE);
        }
    }

    /** Returns the trace function, or null. */
    public @Nullable Object traceFunction() {
        return traceFunction;
    }

    /** Returns the profile function, or null. */
    public @Nullable Object profileFunction() {
        return profileFunction;
    }

    /** Whether a function is set. */
    public boolean active() {
        return traceFunction != null || profileFunction != null;
    }

    /** Whether built-in functions that are called make events now. */
    public boolean profiles() {
        return profileFunction != null && inside == 0;
    }

    /** Begins what is not to be traced; always followed by {@link #goOn}. */
    public void pause() {
        inside++;
    }

    /** Ends what {@link #pause} began. */
    public void goOn() {
        inside--;
    }

    /** Calls with events although this is a trace function ({@code sys.call_tracing}). */
    public Object callTraced(PyThreadState ts, Object function, Object[] args) {
        int outer = inside;
        inside = 0;
        try {
            return Call.vector(ts, function, args, null);
        } finally {
            inside = outer;
        }
    }

    // ---- entries

    /** Code is entered that makes no events: returns what stands for it on the stack of frames, or sends it back to be called with them. */
    public Object divert(PyThreadState ts, Object running) {
        if (inside > 0 || !active()) {
            return running;
        }
        if (running instanceof PyGenerator g) {
            if (take(g.function) == null) {
                throw new Diverted();
            }
            return g;
        }
        PyFrame own = running instanceof PyFrame f ? f : null;
        PyFrame told = take(own == null ? (PyFunction) running : own.function);
        if (told == null) {
            throw new Diverted();
        }
        if (own != null) {
            told.setLocals(own.locals);
            told.namespace = own.namespace;
        }
        told.depth = ts.depth;
        return told;
    }

    /** Takes the frame of a function whose call event was sent, or null if none was. */
    public @Nullable PyFrame take(PyFunction f) {
        PyFrame frame = entering;
        if (frame == null || frame.function != f) {
            return null;
        }
        entering = null;
        return frame;
    }

    /** Runs a function that was sent back, with its events. */
    Object run(PyThreadState ts, CompiledCode code, PyFunction f, Object[] args) {
        PyFrame frame = new PyFrame(f, -1);
        if ((f.code.flags & PyCode.CO_OPTIMIZED) == 0) {
            frame.setNamespace(args[0]);
        } else {
            frame.setLocals(Arrays.copyOf(args, Math.max(args.length, f.code.localsRoom())));
        }
        announce(ts, frame);
        PyCode twin = wanted(frame) ? twin(ts, f.code) : null;
        entering = frame;
        if (twin != null) {
            frame.twin = twin;
            f.reserveCaches(ts, twin.cacheSize);
            return ((CompiledCode) twin.vectorcall).bound(ts, f, args);
        }
        Object result;
        try {
            result = code.bound(ts, f, args);
        } catch (PythonException e) {
            profile(ts, frame, "return", Singleton.NONE);
            throw e;
        }
        profile(ts, frame, "return", result);
        return result;
    }

    /** Resumes a generator that was sent back, with its events. One that began without them goes on without those of lines. */
    @Nullable
    public Object resume(PyThreadState ts, PyGenerator g, @Nullable Object sent) {
        PyFrame frame = g.frame();
        announce(ts, frame);
        PyCode twin = !g.started() && wanted(frame) ? twin(ts, g.function.code) : null;
        if (twin != null) {
            g.function.reserveCaches(ts, twin.cacheSize);
            g.become(ts, twin);
        }
        entering = frame;
        return g.body().resume(ts, g, sent);
    }

    /**
     * Whether more than the call may have to be told. Where the answer to the call event was None that is only when somebody sets {@code f_trace} later, as debuggers do for callers: library code, of which
     * there is much, isn't compiled once more for that.
     */
    private boolean wanted(PyFrame frame) {
        return frame.trace != null || profileFunction != null || !Twins.inLibrary(frame.function.code);
    }

    private @Nullable PyCode twin(PyThreadState ts, PyCode code) {
        pause();
        try {
            return TwinCompiler.twin(ts, code);
        } finally {
            goOn();
        }
    }

    /** Sends the call event of a frame whose code has not begun: it is on the stack of frames meanwhile. */
    private void announce(PyThreadState ts, PyFrame frame) {
        frame.depth = ts.depth;
        int depth = Frames.push(ts, frame);
        frame.announced = true;
        try {
            called(ts, frame);
        } catch (PythonException e) {
            PyTraceback.here((PyBaseException) e.value(), frame, 0);
            throw e;
        } finally {
            frame.announced = false;
            Frames.pop(ts, depth);
            frame.depth = -1;
        }
    }

    /** Sends the call event. */
    public void called(PyThreadState ts, PyFrame frame) {
        trace(ts, frame, "call", Singleton.NONE, frame.lineAtEntry());
        profile(ts, frame, "call", Singleton.NONE);
    }

    // ---- other events

    /** A line begins. */
    public void line(PyThreadState ts, PyFrame frame, int line) {
        if (frame.traceLines) {
            trace(ts, frame, "line", Singleton.NONE, line);
        }
    }

    /** Something is done. */
    public void opcode(PyThreadState ts, PyFrame frame, int line) {
        trace(ts, frame, "opcode", Singleton.NONE, line);
    }

    /** An iterator has ended by an exception, which the code takes no further. */
    public void ended(PyThreadState ts, PyFrame frame, PythonException e) {
        if (frame.trace != null && inside == 0) {
            exception(ts, frame, (PyBaseException) e.value(), frame.tracedLine);
        }
    }

    private void exception(PyThreadState ts, PyFrame frame, PyBaseException value, int line) {
        Object traceback = value.traceback == null ? Singleton.NONE : value.traceback;
        trace(ts, frame, "exception", new PyTuple(value.type(), value, traceback), line);
    }

    /** A value is returned or yielded. */
    public void returned(PyThreadState ts, PyFrame frame, Object value) {
        trace(ts, frame, "return", value, frame.tracedLine);
        profile(ts, frame, "return", value);
    }

    /** An exception has arrived in a frame: returns it, or what a trace function has raised instead. */
    public PythonException raised(PyThreadState ts, PyFrame frame, PythonException e, int position) {
        if (frame.trace == null || inside > 0 || position < 0) {
            return e;
        }
        try {
            exception(ts, frame, (PyBaseException) e.value(), frame.line(position));
        } catch (PythonException other) {
            PyTraceback.here((PyBaseException) other.value(), frame, position);
            return other;
        }
        return e;
    }

    /** An exception leaves a frame: returns it, or what a trace function has raised instead. */
    public PythonException unwound(PyThreadState ts, PyFrame frame, PythonException e, int position) {
        PythonException now = raised(ts, frame, e, position);
        try {
            trace(ts, frame, "return", Singleton.NONE, frame.tracedLine);
            profile(ts, frame, "return", Singleton.NONE);
        } catch (PythonException other) {
            PyTraceback.here((PyBaseException) other.value(), frame, Math.max(0, position));
            return other;
        }
        return now;
    }

    /** {@code trace_trampoline}. */
    private void trace(PyThreadState ts, PyFrame frame, String event, Object argument, int line) {
        if (inside > 0 || traceFunction == null) {
            return;
        }
        Object function = event.equals("call") ? traceFunction : frame.trace;
        if (function == null) {
            return;
        }
        Object result;
        try {
            result = call(ts, function, frame, event, argument, line);
        } catch (PythonException e) {
            setTrace(ts, null);
            frame.trace = null;
            throw e;
        }
        if (result != Singleton.NONE) {
            frame.trace = result;
        }
    }

    /** {@code profile_trampoline}. */
    public void profile(PyThreadState ts, PyFrame frame, String event, Object argument) {
        Object function = profileFunction;
        if (inside > 0 || function == null) {
            return;
        }
        try {
            Object ignored = call(ts, function, frame, event, argument, -1);
        } catch (PythonException e) {
            setProfile(ts, null);
            throw e;
        }
    }

    /** {@code call_trampoline}: the function sees the frame at a line, and may change its variables. */
    private Object call(PyThreadState ts, Object function, PyFrame frame, String event, Object argument, int line) {
        int before = frame.shownLine;
        String eventBefore = frame.shownEvent;
        frame.shownLine = line;
        frame.shownEvent = event;
        inside++;
        try {
            Object result = Call.call3(ts, function, frame, event, argument);
            frame.takeLocals();
            return result;
        } finally {
            inside--;
            frame.shownLine = before;
            frame.shownEvent = eventBefore;
        }
    }
}
