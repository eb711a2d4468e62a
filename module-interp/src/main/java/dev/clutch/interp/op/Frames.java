package dev.clutch.interp.op;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.FrameStack;
import dev.clutch.interp.object.PyFrame;
import dev.clutch.interp.object.PyFunction;
import dev.clutch.interp.object.PyTraceback;
import dev.clutch.interp.object.exception.PyBaseException;
import dev.clutch.interp.object.exception.RaiseSupport;
import dev.clutch.interp.object.generator.PyGenerator;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Entering and leaving compiled functions. */
public final class Frames {
    private Frames() {}

    /** Enters a function or generator; returns its depth. */
    public static int enter(PyThreadState ts, Object running) {
        Object entered = running;
        if (ts.breakerSet()) {
            entered = Tracing.entered(ts, running);
        }
        return push(ts, entered);
    }

    /** Puts a function, generator or frame on the stack; returns its depth. */
    public static int push(PyThreadState ts, Object running) {
        int depth = ts.depth;
        @Nullable Object[] frames = ts.frames;
        if (depth >= ts.recursionLimit || depth >= frames.length) {
            frames = grow(ts);
        }
        frames[depth] = running;
        ts.depth = depth + 1;
        return depth;
    }

    /** Takes what stands at a depth from the stack, which has not run. */
    public static void pop(PyThreadState ts, int depth) {
        ts.frames[depth] = null;
        ts.depth = depth;
    }

    private static @Nullable Object[] grow(PyThreadState ts) {
        if (ts.depth >= ts.recursionLimit) {
            throw Errors.error(ts, "RecursionError", "maximum recursion depth exceeded");
        }
        ts.frames = Arrays.copyOf(ts.frames, ts.frames.length * 2);
        return ts.frames;
    }

    /** Enters a module or class body. One with a namespace of its own has a frame, for {@code locals()}. */
    public static int enterBody(PyThreadState ts, PyFunction f, Object namespace) {
        if (namespace == f.globals) {
            return enter(ts, f);
        }
        PyFrame frame = new PyFrame(f, ts.depth);
        frame.setNamespace(namespace);
        return enter(ts, frame);
    }

    /** Enters a function that shows its locals while it runs. */
    public static int enterLive(PyThreadState ts, PyFunction f, Object[] locals) {
        PyFrame frame = new PyFrame(f, ts.depth);
        frame.setLocals(locals);
        return enter(ts, frame);
    }

    /** Leaves the function at a depth. */
    public static void exit(PyThreadState ts, int depth) {
        @Nullable Object[] frames = ts.frames;
        Object running = frames[depth];
        if (running instanceof PyFrame f) {
            f.leave(ts);
        }
        frames[depth] = null;
        ts.depth = depth;
    }

    /** Whatever is above a depth was left by an exception that nobody tidied up after. */
    public static void truncate(PyThreadState ts, int depth) {
        int d = ts.depth;
        while (d > depth) {
            ts.frames[--d] = null;
        }
        ts.depth = depth;
    }

    /** An exception leaves a function: its frame goes to the traceback, with its locals. */
    public static Throwable unwind(
            PyThreadState ts,
            PyFunction f,
            int depth,
            Throwable thrown,
            int position,
            @Nullable Object @Nullable [] locals) {
        truncate(ts, depth + 1);
        PythonException e = Handlers.normalise(ts, thrown);
        if (e == null) {
            exit(ts, depth);
            return thrown;
        }
        if (position >= 0) {
            PyFrame frame = FrameStack.frame(ts, depth);
            int at = frame.original(position);
            frame.stop(at, locals);
            PyTraceback.here((PyBaseException) e.value(), frame, at);
        } else if (ts.frames[depth] instanceof PyFrame frame) {
            frame.stop(passed(e, frame, position), locals);
        }
        e = Tracing.unwound(ts, depth, e, position);
        exit(ts, depth);
        return e;
    }

    /** Where a frame stops that an exception has passed before: at the clause that it came through, or else where it was raised. */
    private static int passed(PythonException e, PyFrame frame, int position) {
        if (position < -1) {
            return frame.original(-2 - position);
        }
        Object traceback = RaiseSupport.traceback((PyBaseException) e.value());
        return traceback instanceof PyTraceback t && t.frame() == frame ? Math.max(0, t.position()) : 0;
    }

    /** An array for the locals of a function. */
    public static @Nullable Object[] room(PyFunction f) {
        return new @Nullable Object[f.code.localsRoom()];
    }

    /** The depth of the function that runs. */
    public static int current(PyThreadState ts) {
        return ts.depth - 1;
    }

    /** An exception leaves part of a function's code: the rest of it adds no traceback entry of its own. */
    public static Throwable trace(PyThreadState ts, PyFunction f, int depth, Throwable thrown, int position) {
        truncate(ts, depth + 1);
        PythonException e = Handlers.normalise(ts, thrown);
        if (e == null) {
            return thrown;
        }
        if (position >= 0) {
            PyFrame frame = FrameStack.frame(ts, depth);
            PyTraceback.here((PyBaseException) e.value(), frame, frame.original(position));
            e = Tracing.raised(ts, frame, e, position);
        }
        return e;
    }

    /** An exception leaves a generator, which thereby ends. */
    public static Throwable unwindGenerator(
            PyThreadState ts, PyGenerator g, int depth, Throwable thrown, int position) {
        truncate(ts, depth + 1);
        PythonException e = Handlers.normalise(ts, thrown);
        g.failed();
        if (e == null) {
            exit(ts, depth);
            return thrown;
        }
        if (position >= 0) {
            PyFrame frame = g.frame();
            int at = frame.original(position);
            frame.stop(at, g.locals);
            PyTraceback.here((PyBaseException) e.value(), frame, at);
        } else {
            PyFrame frame = g.frame();
            frame.stop(passed(e, frame, position), g.locals);
        }
        e = Tracing.unwound(ts, depth, e, position);
        exit(ts, depth);
        return e;
    }

    /** Looks at the breaker word, at back-edges. */
    public static void poll(PyThreadState ts) {
        ts.checkBreaker();
    }

    /** {@code __name__} of the globals of the running function, null when there is none. */
    public static @Nullable Object currentModuleName(PyThreadState ts) {
        return ts.depth == 0
                ? null
                : FrameStack.function(ts, ts.depth - 1).globals.get("__name__");
    }
}
