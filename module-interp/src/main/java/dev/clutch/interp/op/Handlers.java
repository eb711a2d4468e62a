package dev.clutch.interp.op;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.FrameStack;
import dev.clutch.interp.object.PyFrame;
import dev.clutch.interp.object.PyTraceback;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.object.exception.PyBaseException;
import dev.clutch.interp.object.exception.RaiseSupport;
import dev.clutch.interp.object.generator.PyGenerator;
import dev.clutch.runtime.LimitReachedException;
import org.jspecify.annotations.Nullable;

/** Raising and catching. */
public final class Handlers {
    private Handlers() {}

    /** Whether {@code assert} counts, for code that was compiled without knowing it. */
    public static boolean assertionsEnabled(PyThreadState ts) {
        return ts.interp.options().optimize == 0;
    }

    /** Turns what the JVM throws into a Python exception; null for what is none of Python's business. */
    static @Nullable PythonException normalise(PyThreadState ts, Throwable thrown) {
        if (thrown instanceof PythonException e) {
            return e;
        }
        if (thrown instanceof StackOverflowError) {
            return Errors.error(ts, "RecursionError", "maximum recursion depth exceeded");
        }
        if (thrown instanceof LimitReachedException l) {
            return (PythonException) ts.interp.runtime().language().limitExceeded(ts, l.limit());
        }
        if (thrown instanceof OutOfMemoryError) {
            return Errors.error(ts, "MemoryError", "");
        }
        if (thrown instanceof RuntimeException || thrown instanceof LinkageError || thrown instanceof AssertionError) {
            StackTraceElement[] trace = thrown.getStackTrace();
            return Errors.systemError(ts, "internal failure: " + thrown + (trace.length > 0 ? " at " + trace[0] : ""));
        }
        return null;
    }

    /** A handler is entered: returns the exception, which is handled from now on. */
    public static Object caught(
            PyThreadState ts,
            Object running,
            int depth,
            Throwable thrown,
            int position,
            @Nullable Object @Nullable [] locals) {
        Frames.truncate(ts, depth + 1);
        if (depth == 0) {
            ts.forgetNative();
        }
        PythonException e = normalise(ts, thrown);
        if (e == null) {
            throw RaiseSupport.sneaky(thrown);
        }
        PyBaseException value = (PyBaseException) e.value();
        if (position >= 0) {
            PyFrame frame = running instanceof PyGenerator g ? g.frame() : FrameStack.frame(ts, depth);
            PyTraceback.here(value, frame, frame.original(position));
            if (locals != null) {
                frame.caught(value, locals);
            }
            value = (PyBaseException) Tracing.raised(ts, frame, e, position).value();
        }
        ts.handled = value;
        return value;
    }

    /** The exception goes on. */
    public static RuntimeException reraise(Object exception) {
        return new PythonException((PyObject) exception);
    }

    /** Whether an {@code except} clause takes the exception. */
    public static boolean matches(PyThreadState ts, Object exception, Object type) {
        if (type instanceof TypeObject t && t.isSubtype(PyBaseException.TYPE)) {
            return ((TypeObject) ((PyObject) exception).type()).isSubtype(t);
        }
        checkClasses(ts, type);
        return Errors.matches(ts, (PyObject) exception, type);
    }

    static void checkClasses(PyThreadState ts, Object type) {
        if (type instanceof PyTuple t) {
            for (int i = 0; i < t.size(); i++) {
                checkClass(ts, t.get(i));
            }
        } else {
            checkClass(ts, type);
        }
    }

    private static void checkClass(PyThreadState ts, Object type) {
        if (!(type instanceof TypeObject t) || !t.isSubtype(PyBaseException.TYPE)) {
            throw Errors.typeError(ts, "catching classes that do not inherit from BaseException is not allowed");
        }
    }

    // ---- raise

    private static PyBaseException instance(PyThreadState ts, Object o, String message) {
        if (o instanceof PyBaseException e) {
            return e;
        }
        if (o instanceof TypeObject t && t.isSubtype(PyBaseException.TYPE)) {
            Object made = Call.call0(ts, t);
            if (made instanceof PyBaseException e) {
                return e;
            }
            throw Errors.typeError(
                    ts,
                    "calling " + Text.java(Text.repr(ts, t))
                            + " should have returned an instance of BaseException, not "
                            + Text.java(Text.repr(ts, Types.of(made))));
        }
        throw Errors.typeError(ts, message);
    }

    /** {@code raise e}. */
    public static RuntimeException raise(PyThreadState ts, Object o) {
        return Errors.carrier(ts, instance(ts, o, "exceptions must derive from BaseException"));
    }

    /** {@code raise e from cause}. */
    public static RuntimeException raise(PyThreadState ts, Object o, Object cause) {
        PyBaseException e = instance(ts, o, "exceptions must derive from BaseException");
        PyBaseException c =
                cause == Singleton.NONE ? null : instance(ts, cause, "exception causes must derive from BaseException");
        RaiseSupport.setCause(e, c);
        return Errors.carrier(ts, e);
    }

    /** {@code raise} alone. */
    public static RuntimeException raiseAgain(PyThreadState ts) {
        PyObject handled = ts.handled;
        if (handled == null) {
            throw Errors.error(ts, "RuntimeError", "No active exception to reraise");
        }
        return new PythonException(handled);
    }

    /** {@code assert} without a message. */
    public static RuntimeException assertionError(PyThreadState ts) {
        return Errors.make(ts, Exceptions.type("AssertionError"));
    }

    /** {@code assert} with a message. */
    public static RuntimeException assertionError(PyThreadState ts, Object message) {
        return Errors.make(ts, Exceptions.type("AssertionError"), message);
    }
}
