package dev.clutch.interp.object.generator;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Generators;
import org.jspecify.annotations.Nullable;

/** The awaitable of {@code anext(iterator, default)}. Answers to {@code anextawaitableobject}. */
@ExtensionType(name = "anext_awaitable", exported = false)
public final class PyAnextAwaitable extends PyObject {
    /** Its type. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyAnextAwaitableDefinition(), TypeObject.OBJECT);

    private final Object wrapped;
    private final Object otherwise;

    /** Makes one. */
    public PyAnextAwaitable(Object wrapped, Object otherwise) {
        super(TYPE);
        this.wrapped = wrapped;
        this.otherwise = otherwise;
    }

    /** {@code anextawaitable_getiter}. */
    private Object iterator(PyThreadState ts) {
        Object it = Generators.awaitable(ts, wrapped);
        if (it instanceof PyCoroutine) {
            NativeTable t = Types.of(it).slot(Slot.AWAIT);
            Object made = t == null ? null : t.call0(Slot.AWAIT.id(), ts, it);
            return made == null ? it : made;
        }
        return it;
    }

    private PythonException ended(PyThreadState ts, PythonException e) {
        return Errors.matches(e, "StopAsyncIteration") ? Errors.stopIteration(ts, otherwise) : e;
    }

    private Object proxy(PyThreadState ts, String method, Object... args) {
        Object it = iterator(ts);
        try {
            return Call.vector(ts, dev.clutch.interp.op.Attr.get(ts, it, method), args, null);
        } catch (PythonException e) {
            throw ended(ts, e);
        }
    }

    @Expose
    Object __await__(PyThreadState ts) {
        return this;
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return this;
    }

    @Expose
    @Nullable
    Object __next__(PyThreadState ts) {
        Object it = iterator(ts);
        NativeTable t = Types.of(it).slot(Slot.NEXT);
        try {
            return t == null ? null : t.call0(Slot.NEXT.id(), ts, it);
        } catch (PythonException e) {
            throw ended(ts, e);
        }
    }

    @Expose(signature = "(*args)")
    Object send(PyThreadState ts, Object[] args) {
        return proxy(ts, "send", args);
    }

    @Expose(name = "throw", signature = "(*args)")
    Object throwInto(PyThreadState ts, Object[] args) {
        return proxy(ts, "throw", args);
    }

    @Expose(signature = "(*args)")
    Object close(PyThreadState ts, Object[] args) {
        return proxy(ts, "close", args);
    }
}
