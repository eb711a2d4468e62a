package dev.clutch.interp.op;

import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.compiler.Twins;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.FrameStack;
import dev.clutch.interp.object.ProfiledCall;
import dev.clutch.interp.object.PyBuiltinFunction;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyFrame;
import dev.clutch.interp.object.PyFunction;
import dev.clutch.interp.object.PyIterator;
import dev.clutch.interp.object.PyTraceback;
import dev.clutch.interp.object.SlotIterator;
import dev.clutch.interp.object.Tracer;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.Vectorcall;
import dev.clutch.interp.object.descriptor.PyMethodDescriptor;
import dev.clutch.interp.object.exception.PyBaseException;
import dev.clutch.interp.object.generator.PyCoroutine;
import dev.clutch.interp.object.generator.PyGenerator;
import org.jspecify.annotations.Nullable;

/** What code that can be traced calls. */
public final class Tracing {
    private Tracing() {}

    /** Code that can't be traced is entered while the breaker is set. */
    static Object entered(PyThreadState ts, Object running) {
        ts.handleBreaker();
        Tracer t = ts.tracer;
        return t == null ? running : t.divert(ts, running);
    }

    /** Enters a module or class body. */
    public static int enterBody(PyThreadState ts, PyFunction f, Object namespace) {
        PyFrame told = take(ts, f);
        PyFrame frame = told == null ? new PyFrame(f, -1) : told;
        frame.setNamespace(namespace);
        return enter(ts, frame, told != null);
    }

    /** Enters a function. */
    public static int enterLive(PyThreadState ts, PyFunction f, Object[] locals) {
        PyFrame told = take(ts, f);
        PyFrame frame = told == null ? new PyFrame(f, -1) : told;
        frame.setLocals(locals);
        return enter(ts, frame, told != null);
    }

    /** Enters a generator, from the beginning or where it goes on. */
    public static int enter(PyThreadState ts, Object generator) {
        PyGenerator g = (PyGenerator) generator;
        return enter(ts, g.frame(), take(ts, g.function) != null);
    }

    private static @Nullable PyFrame take(PyThreadState ts, PyFunction f) {
        Tracer t = ts.tracer;
        return t == null ? null : t.take(f);
    }

    private static int enter(PyThreadState ts, PyFrame frame, boolean told) {
        ts.checkBreaker();
        frame.begin(ts);
        int depth = Frames.push(ts, frame);
        Tracer t = ts.tracer;
        if (t != null && !told) {
            try {
                t.called(ts, frame);
            } catch (PythonException e) {
                PyTraceback.here((PyBaseException) e.value(), frame, 0);
                Frames.exit(ts, depth);
                throw e;
            }
        }
        return depth;
    }

    /** An exception has arrived in a frame: returns it, or what a trace function has raised instead. */
    static PythonException raised(PyThreadState ts, PyFrame frame, PythonException e, int position) {
        Tracer t = ts.tracer;
        return t != null && frame.isTraced() ? t.raised(ts, frame, e, position) : e;
    }

    /** An exception leaves the frame at a depth: returns it, or what a trace function has raised instead. */
    static PythonException unwound(PyThreadState ts, int depth, PythonException e, int position) {
        Tracer t = ts.tracer;
        return t != null && ts.frames[depth] instanceof PyFrame frame && frame.isTraced()
                ? t.unwound(ts, frame, e, position)
                : e;
    }

    /** A line begins; sites have numbers in the order of the code, so that going back is seen. */
    public static void line(PyThreadState ts, int depth, int line, int site) {
        PyFrame frame = FrameStack.frame(ts, depth);
        boolean tell = frame.moves(line, site);
        Tracer t = ts.tracer;
        if (t == null) {
            return;
        }
        if (tell) {
            t.line(ts, frame, line);
        }
        if (frame.tellsOpcodes()) {
            t.opcode(ts, frame, line);
        }
    }

    /** What a generator delegated to has ended: an exception is seen where the result comes as one. */
    public static void delegated(PyThreadState ts, Object iterator, PyGenerator g, int depth) {
        Tracer t = ts.tracer;
        Object result = g.result;
        if (t != null && result != null && (iterator instanceof PyCoroutine || result != Singleton.NONE)) {
            Object value = result == Singleton.NONE ? null : result;
            t.ended(ts, FrameStack.frame(ts, depth), Errors.stopIteration(ts, value));
        }
    }

    /** A value is returned or yielded. */
    public static void returned(PyThreadState ts, Object value, int depth) {
        Tracer t = ts.tracer;
        if (t != null) {
            t.returned(ts, FrameStack.frame(ts, depth), value);
        }
    }

    /** The next item of a loop's iterator, null at the end; an exception is seen where the end comes as one. */
    public static @Nullable Object next(PyIterator iterator, PyThreadState ts, int depth) {
        Tracer t = ts.tracer;
        Object it = iterator instanceof SlotIterator s ? s.iterator() : iterator;
        NativeTable table = Types.of(it).slot(Slot.NEXT);
        if (t == null || table == null) {
            return iterator.next(ts);
        }
        try {
            return table.call0(Slot.NEXT.id(), ts, it);
        } catch (PythonException e) {
            if (Errors.matches(e, "StopIteration")) {
                t.ended(ts, FrameStack.frame(ts, depth), e);
            }
            return Iter.ended(e);
        }
    }

    /** An asynchronous iterator may have ended, by an exception. */
    public static void asyncEnded(PyThreadState ts, Object thrown, int depth) {
        Tracer t = ts.tracer;
        if (t != null && thrown instanceof PythonException e && Errors.matches(e, "StopAsyncIteration")) {
            t.ended(ts, FrameStack.frame(ts, depth), e);
        }
    }

    /** A call with collected arguments, with events if it is one of a built-in function and somebody wants them. */
    public static Object spread(PyThreadState ts, Object f, Object args, @Nullable Object keywords) {
        if (target(ts, f) != ProfiledCall.INSTANCE) {
            return Calls.spread(ts, f, args, keywords);
        }
        return ProfiledCall.INSTANCE.withDict(ts, f, Calls.arguments(ts, f, args), keywords);
    }

    /** How to call an object, with events if it is a built-in function and somebody wants them. */
    public static Vectorcall target(PyThreadState ts, Object f) {
        Tracer t = ts.tracer;
        if (t != null && t.profiles() && (f instanceof PyBuiltinFunction || f instanceof PyMethodDescriptor)) {
            return ProfiledCall.INSTANCE;
        }
        return Call.target(f);
    }

    /** The code object of a function defined in this one: that of the unit which the program has loaded. */
    public static PyCode nested(PyFunction f, int number) {
        return Twins.sibling(f.code, number);
    }
}
