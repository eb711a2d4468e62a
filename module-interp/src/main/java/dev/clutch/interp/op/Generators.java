package dev.clutch.interp.op;

import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyFunction;
import dev.clutch.interp.object.PyTraceback;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.exception.PyBaseException;
import dev.clutch.interp.object.exception.RaiseSupport;
import dev.clutch.interp.object.generator.PyAsyncGenerator;
import dev.clutch.interp.object.generator.PyCoroutine;
import dev.clutch.interp.object.generator.PyCoroutineWrapper;
import dev.clutch.interp.object.generator.PyGenerator;
import org.jspecify.annotations.Nullable;

/** Generators, coroutines and asynchronous generators, as compiled code uses them. */
public final class Generators {
    private Generators() {}

    /** An item that an asynchronous generator yields, told apart from what it passes on while it awaits. */
    public record Item(Object value) {}

    /** The call of a generator function. */
    public static Object make(PyThreadState ts, PyFunction f, Object[] locals) {
        int flags = f.code.flags;
        if ((flags & PyCode.CO_GENERATOR) != 0) {
            return new PyGenerator(PyGenerator.TYPE, f, locals);
        }
        if ((flags & PyCode.CO_COROUTINE) == 0) {
            return new PyAsyncGenerator(f, locals);
        }
        PyCoroutine made = new PyCoroutine(f, locals);
        if (ts.coroutineOriginDepth > 0) {
            made.setOrigin(ts);
        }
        made.warnUnlessAwaited(ts);
        return made;
    }

    /** Wraps an item. */
    public static Object asyncValue(Object value) {
        return new Item(value);
    }

    /** What a suspended expression evaluates to, or what was thrown in. */
    public static Object received(PyThreadState ts, PyGenerator g, @Nullable Object sent) {
        if (sent != null) {
            return sent;
        }
        PythonException e = g.thrown;
        g.thrown = null;
        if (e == null) {
            throw new IllegalStateException("nothing to throw");
        }
        chain(ts, g, e);
        throw e;
    }

    /** The exception that the generator handles becomes the context of one that is thrown in ({@code _PyErr_ChainStackItem}). */
    private static void chain(PyThreadState ts, PyGenerator g, PythonException e) {
        if (e.value() instanceof PyBaseException thrown && ts.handled != thrown && ts.handled != g.outerHandled) {
            thrown.setImplicitContext(ts.handled);
        }
    }

    /** For saving an int. */
    public static Object boxed(int value) {
        return value;
    }

    /** For restoring an int. */
    public static int unboxed(@Nullable Object value) {
        return value instanceof Integer i ? i : 0;
    }

    // ---- yield from, await

    /** The iterator of {@code yield from}. */
    public static Object yieldFromIterator(PyThreadState ts, Object o, PyGenerator g) {
        if (o instanceof PyCoroutine) {
            if ((g.function.code.flags & (PyCode.CO_COROUTINE | PyCode.CO_ITERABLE_COROUTINE)) == 0) {
                throw Errors.typeError(ts, "cannot 'yield from' a coroutine object in a non-coroutine generator");
            }
            return o;
        }
        if (o instanceof PyGenerator && !(o instanceof PyAsyncGenerator)) {
            return o;
        }
        return Iter.iter(ts, o);
    }

    private static Object result(@Nullable Object value) {
        return value == null ? Singleton.NONE : value;
    }

    private static @Nullable Object tryAwaitable(PyThreadState ts, Object o) {
        if (o instanceof PyCoroutine c) {
            return c;
        }
        if (o instanceof PyGenerator g && (g.function.code.flags & PyCode.CO_ITERABLE_COROUTINE) != 0) {
            return g;
        }
        NativeTable table = Types.of(o).slot(Slot.AWAIT);
        if (table == null) {
            return null;
        }
        Object it = result(table.call0(Slot.AWAIT.id(), ts, o));
        if (it instanceof PyCoroutine) {
            throw Errors.typeError(ts, "__await__() returned a coroutine");
        }
        if (!Iter.isIterator(it)) {
            throw Errors.typeError(
                    ts,
                    "__await__() returned non-iterator of type '" + Types.of(it).displayName() + "'");
        }
        return it;
    }

    /** The iterator of {@code await o}. */
    public static Object awaitable(PyThreadState ts, Object o) {
        Object it = tryAwaitable(ts, o);
        if (it == null) {
            throw Errors.typeError(ts, "object " + Types.of(o).displayName() + " can't be used in 'await' expression");
        }
        if (it instanceof PyCoroutine c && c.delegate != null) {
            throw Errors.error(ts, "RuntimeError", "coroutine is being awaited already");
        }
        return it;
    }

    /** The iterator of what a special method returned for {@code async with}. */
    public static Object awaitableOf(PyThreadState ts, Object o, String method) {
        if (!method.startsWith("__")) {
            return awaitable(ts, o);
        }
        Object it = tryAwaitable(ts, o);
        if (it == null) {
            throw Errors.typeError(
                    ts,
                    "'async with' received an object from " + method + " that does not implement __await__: "
                            + Types.of(o).displayName());
        }
        return it;
    }

    /**
     * Drives what a generator delegates to by one step: returns what it yields, or null at its end with the value in the generator's result. Null for what was
     * sent throws the pending exception into it.
     */
    public static @Nullable Object delegate(PyThreadState ts, PyGenerator g, Object iterator, @Nullable Object sent) {
        Object v;
        g.delegate = null;
        try {
            v = g.forwardEnded
                    ? forwarded(g, iterator)
                    : sent == null ? throwInto(ts, g, iterator) : send(ts, g, iterator, sent);
        } catch (PythonException e) {
            if (!Errors.matches(e, "StopIteration")) {
                if (sent == null) {
                    chain(ts, g, e);
                }
                throw e;
            }
            g.result = stopValue(e);
            return null;
        }
        if (v != null) {
            g.delegate = iterator;
            g.forwards = ts.handled == g.outerHandled
                    && iterator instanceof PyGenerator
                    && !(iterator instanceof PyAsyncGenerator);
        }
        return v;
    }

    /** The end of what the generator has forwarded to. */
    private static @Nullable Object forwarded(PyGenerator g, Object iterator) {
        g.forwardEnded = false;
        Throwable failure = g.forwardFailure;
        g.forwardFailure = null;
        if (failure instanceof Error e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        takeResult(g, (PyGenerator) iterator);
        return null;
    }

    private static void takeResult(PyGenerator g, PyGenerator inner) {
        g.result = inner.result == null ? Singleton.NONE : inner.result;
        inner.result = null;
    }

    private static @Nullable Object send(PyThreadState ts, PyGenerator g, Object iterator, Object sent) {
        PyGenerator inner = iterator instanceof PyGenerator i && !(i instanceof PyAsyncGenerator)
                ? i
                : iterator instanceof PyCoroutineWrapper w ? w.coroutine : null;
        if (inner != null) {
            Object v = inner.resume(ts, sent);
            if (v == null) {
                takeResult(g, inner);
            }
            return v;
        }
        if (sent != Singleton.NONE) {
            return Call.method1(ts, iterator, "send", sent);
        }
        TypeObject type = Types.of(iterator);
        if (type.isClass() && type.lookup("__next__") instanceof PyFunction next) {
            // its StopIteration may carry a value
            return Call.call1(ts, next, iterator);
        }
        NativeTable table = type.slot(Slot.NEXT);
        Object v = table == null ? Call.method0(ts, iterator, "__next__") : table.call0(Slot.NEXT.id(), ts, iterator);
        if (v == null) {
            g.result = Singleton.NONE;
        }
        return v;
    }

    /** {@code PyIter_Send}: what the iterator yields, or null at its end with the value in the thread state. */
    public static @Nullable Object send(PyThreadState ts, Object iterator, Object value) {
        if (iterator instanceof PyGenerator g && !(g instanceof PyAsyncGenerator)) {
            Object v = g.resume(ts, value);
            if (v == null) {
                ts.sendResult = g.result == null ? Singleton.NONE : g.result;
                g.result = null;
            }
            return v;
        }
        try {
            return Call.method1(ts, iterator, "send", value);
        } catch (PythonException e) {
            if (!Errors.matches(e, "StopIteration")) {
                throw e;
            }
            ts.sendResult = stopValue(e);
            return null;
        }
    }

    private static @Nullable Object throwInto(PyThreadState ts, PyGenerator g, Object iterator) {
        PythonException e = g.thrown;
        g.thrown = null;
        if (e == null) {
            throw new IllegalStateException("nothing to throw");
        }
        if (Errors.matches(e, "GeneratorExit")) {
            closeDelegate(ts, iterator);
            chain(ts, g, e);
            throw e;
        }
        PyGenerator inner = iterator instanceof PyGenerator i && !(i instanceof PyAsyncGenerator)
                ? i
                : iterator instanceof PyCoroutineWrapper w ? w.coroutine : null;
        if (inner != null) {
            inner.thrown = e;
            Object v = inner.resume(ts, null);
            if (v == null) {
                takeResult(g, inner);
            }
            return v;
        }
        Object method = Attr.find(ts, iterator, "throw");
        if (method == null) {
            chain(ts, g, e);
            throw e;
        }
        return Call.call1(ts, method, e.value());
    }

    /** {@code gen_close_iter}. */
    private static void closeDelegate(PyThreadState ts, Object iterator) {
        Object close;
        try {
            close = Attr.find(ts, iterator, "close");
        } catch (PythonException e) {
            ts.writeUnraisable(e, iterator);
            return;
        }
        if (close != null) {
            Call.call0(ts, close);
        }
    }

    /** The value of a StopIteration. */
    public static Object stopValue(PythonException e) {
        PyTuple args = RaiseSupport.args((PyBaseException) e.value());
        return args.size() == 0 ? Singleton.NONE : args.get(0);
    }

    // ---- asynchronous iteration

    /** {@code aiter(o)}. */
    public static Object aiter(PyThreadState ts, Object o) {
        NativeTable table = Types.of(o).slot(Slot.AITER);
        if (table == null) {
            throw Errors.typeError(
                    ts,
                    "'async for' requires an object with __aiter__ method, got "
                            + Types.of(o).displayName());
        }
        Object it = result(table.call0(Slot.AITER.id(), ts, o));
        if (Types.of(it).slot(Slot.ANEXT) == null) {
            throw Errors.typeError(
                    ts,
                    "'async for' received an object from __aiter__ that does not implement __anext__: "
                            + Types.of(it).displayName());
        }
        return it;
    }

    /** The iterator of the awaitable of the next item. */
    public static Object anext(PyThreadState ts, Object iterator) {
        NativeTable table = Types.of(iterator).slot(Slot.ANEXT);
        if (table == null) {
            throw Errors.typeError(
                    ts,
                    "'async for' requires an iterator with __anext__ method, got "
                            + Types.of(iterator).displayName());
        }
        Object o = result(table.call0(Slot.ANEXT.id(), ts, iterator));
        Object it;
        try {
            it = tryAwaitable(ts, o);
        } catch (PythonException e) {
            PythonException wrong = Errors.typeError(
                    ts,
                    "'async for' received an invalid object from __anext__: "
                            + Types.of(o).displayName());
            Errors.setCause(wrong, e);
            throw wrong;
        }
        if (it == null) {
            throw Errors.typeError(
                    ts,
                    "'async for' received an invalid object from __anext__: "
                            + Types.of(o).displayName());
        }
        return it;
    }

    /** Whether a throwable is the end of an asynchronous iteration. */
    public static boolean isStopAsyncIteration(Object thrown) {
        return thrown instanceof PythonException e && Errors.matches(e, "StopAsyncIteration");
    }

    // ---- throw()

    /** The exception of {@code throw(type, value, traceback)}; null for what was not given. */
    public static PythonException toThrow(
            PyThreadState ts, String function, Object type, @Nullable Object value, @Nullable Object traceback) {
        if (value != null) {
            ts.warn(
                    "DeprecationWarning",
                    "the (type, exc, tb) signature of " + function
                            + "() is deprecated, use the single-arg signature instead.",
                    1);
        }
        Object v = value == null ? Singleton.NONE : value;
        Object tb = traceback == null ? Singleton.NONE : traceback;
        if (tb != Singleton.NONE && !(tb instanceof PyTraceback)) {
            throw Errors.typeError(ts, "throw() third argument must be a traceback object");
        }
        return exception(ts, type, v, tb);
    }

    /** The exception that a class or instance with a value and a traceback stands for. */
    public static PythonException exception(PyThreadState ts, Object type, Object value, Object traceback) {
        if (type instanceof PyBaseException e) {
            if (value != Singleton.NONE) {
                throw Errors.typeError(ts, "instance exception may not have a separate value");
            }
            return carrier(e, traceback);
        }
        if (type instanceof TypeObject t && t.isSubtype(PyBaseException.TYPE)) {
            Object made;
            try {
                made = value instanceof PyBaseException e && ((TypeObject) e.type()).isSubtype(t)
                        ? e
                        : value == Singleton.NONE
                                ? Call.call0(ts, t)
                                : value instanceof PyTuple args
                                        ? Call.vector(ts, t, args.items().clone(), null)
                                        : Call.call1(ts, t, value);
            } catch (PythonException e) {
                // the failure is what gets thrown in
                return e;
            }
            if (!(made instanceof PyBaseException e)) {
                return Errors.typeError(
                        ts,
                        "calling " + Text.java(Text.repr(ts, t))
                                + " should have returned an instance of BaseException, not "
                                + Types.of(made).displayName());
            }
            return carrier(e, traceback);
        }
        throw Errors.typeError(
                ts,
                "exceptions must be classes or instances deriving from BaseException, not "
                        + Types.of(type).displayName());
    }

    private static PythonException carrier(PyBaseException e, Object traceback) {
        if (traceback != Singleton.NONE) {
            RaiseSupport.setTraceback(e, traceback);
        }
        return new PythonException(e);
    }

    /** A RuntimeError with a cause and context. */
    public static PythonException runtimeError(PyThreadState ts, String message, PythonException cause) {
        PythonException e = Errors.error(ts, "RuntimeError", message);
        Errors.setCause(e, cause);
        return e;
    }
}
