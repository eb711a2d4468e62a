package dev.clutch.extensions.builtin.asyncio;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** What {@code await} runs through for a future: yields it once, while it isn't done. Answers to {@code futureiterobject}. */
@ExtensionType(name = "_asyncio.FutureIter", exported = false)
final class FutureIterator extends PyObject {
    private @Nullable FutureObject future;

    FutureIterator(PyType type, FutureObject future) {
        super(type);
        this.future = future;
    }

    @Expose
    Object __iter__(ThreadState ts) {
        return this;
    }

    @Expose
    Object __next__(ThreadState ts, AsyncioModule state) {
        FutureObject f = future;
        if (f == null) {
            throw stop(ts);
        }
        if (f.isPending()) {
            if (!f.isBlocking()) {
                f.setBlocking(true);
                return f;
            }
            throw ts.error("RuntimeError", "await wasn't used with future");
        }
        future = null;
        Object value = f.result(ts, state);
        throw value == Singleton.NONE ? stop(ts) : stop(ts, value);
    }

    private static PythonException stop(ThreadState ts) {
        return ts.error(ts.exceptionType("StopIteration"));
    }

    private static PythonException stop(ThreadState ts, Object value) {
        return ts.error(ts.exceptionType("StopIteration"), value);
    }

    @Expose(signature = "(value, /)")
    Object send(ThreadState ts, AsyncioModule state, Object value) {
        // a future doesn't care what is sent to it
        return __next__(ts, state);
    }

    @Expose(name = "throw", signature = "(type, val=<absent>, tb=<absent>, /)")
    Object throwInto(ThreadState ts, Object type, @Nullable Object val, @Nullable Object tb) {
        PyObject exception;
        if (val != null || tb != null) {
            ts.warn(
                    "DeprecationWarning",
                    "the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.",
                    1);
        }
        if (tb != null && tb != Singleton.NONE && !ts.typeOf(tb).name().equals("traceback")) {
            throw ts.typeError("throw() third argument must be a traceback");
        }
        if (type instanceof PyType t && ts.isSubclass(t, ts.exceptionType("BaseException"))) {
            Object made =
                    val == null || val == Singleton.NONE ? ts.call(t) : ts.isInstance(val, t) ? val : ts.call(t, val);
            exception = (PyObject) made;
        } else if (ts.isInstance(type, ts.exceptionType("BaseException"))) {
            if (val != null && val != Singleton.NONE) {
                throw ts.typeError("instance exception may not have a separate value");
            }
            exception = (PyObject) type;
        } else {
            throw ts.typeError("exceptions must be classes deriving BaseException or instances of such a class");
        }
        future = null;
        if (tb != null && tb != Singleton.NONE) {
            ts.setAttr(exception, "__traceback__", tb);
        }
        throw new PythonException(exception);
    }

    @Expose
    void close(ThreadState ts) {
        future = null;
    }
}
