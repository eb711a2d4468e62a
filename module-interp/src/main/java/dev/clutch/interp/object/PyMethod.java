package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Compare;
import dev.clutch.interp.op.Hashing;
import org.jspecify.annotations.Nullable;

/** A bound method: a callable with its first argument. Answers to {@code PyMethodObject}. */
@ExtensionType(name = "method", exported = false, weakReferences = true, doc = "A function with its first argument.")
public final class PyMethod extends PyCallable {
    /** {@code types.MethodType}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyMethodDefinition(), TypeObject.OBJECT);

    /** {@code __func__}. */
    public final Object function;

    /** {@code __self__}. */
    public final Object self;

    /** Binds a callable. */
    public PyMethod(Object function, Object self) {
        super(TYPE, Bound.INSTANCE);
        this.function = function;
        this.self = self;
    }

    private static final class Bound extends Vectorcall {
        static final Bound INSTANCE = new Bound();

        @Override
        public Object call0(PyThreadState ts, Object f) {
            PyMethod m = (PyMethod) f;
            return Call.target(m.function).call1(ts, m.function, m.self);
        }

        @Override
        public Object call1(PyThreadState ts, Object f, Object a) {
            PyMethod m = (PyMethod) f;
            return Call.target(m.function).call2(ts, m.function, m.self, a);
        }

        @Override
        public Object call2(PyThreadState ts, Object f, Object a, Object b) {
            PyMethod m = (PyMethod) f;
            return Call.target(m.function).call3(ts, m.function, m.self, a, b);
        }

        @Override
        public Object call3(PyThreadState ts, Object f, Object a, Object b, Object c) {
            PyMethod m = (PyMethod) f;
            return Call.target(m.function).call4(ts, m.function, m.self, a, b, c);
        }

        @Override
        public Object call(PyThreadState ts, Object f, Object[] args, String @Nullable [] names) {
            PyMethod m = (PyMethod) f;
            return Call.target(m.function).call(ts, m.function, Call.prepend(m.self, args), names);
        }
    }

    @Expose(signature = "(function, instance, /)")
    static Object __new__(PyThreadState ts, PyType cls, Object function, Object instance) {
        if (!Call.isCallable(function)) {
            throw Errors.typeError(ts, "first argument must be callable");
        }
        if (instance == Singleton.NONE) {
            throw Errors.typeError(ts, "instance must not be None");
        }
        return new PyMethod(function, instance);
    }

    @Expose(signature = "(*args, **kwargs)")
    Object __call__(PyThreadState ts, Object[] args, @Nullable Object kwargs) {
        return Call.withDict(ts, this, args, kwargs);
    }

    @Expose
    Object __getattribute__(PyThreadState ts, Object name) {
        String text = Attr.nameText(ts, name);
        Object v = TYPE.lookup(text);
        if (v != null) {
            return Attr.descriptorGet(ts, v, this, TYPE);
        }
        return Attr.get(ts, function, text);
    }

    @Expose
    Object __eq__(PyThreadState ts, Object other) {
        if (!(other instanceof PyMethod o)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return Compare.is(self, o.self) && Compare.equal(ts, function, o.function);
    }

    @Expose
    long __hash__(PyThreadState ts) {
        return Identity.hash(self) ^ Hashing.hash(ts, function);
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        Object name = Attr.find(ts, function, "__qualname__");
        if (name == null) {
            name = Attr.find(ts, function, "__name__");
        }
        Object shown = name != null && PyStr.TYPE.isInstance(name) ? name : "?";
        return dev.clutch.interp.op.Text.concat(
                "<bound method ", shown, " of ", dev.clutch.interp.op.Text.repr(ts, self), ">");
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        return new PyTuple(Builtins.get(ts, "getattr"), new PyTuple(self, Attr.get(ts, function, "__name__")));
    }

    @Getter(value = "__func__", member = true)
    Object func(PyThreadState ts) {
        return function;
    }

    @Getter(value = "__self__", member = true)
    Object self(PyThreadState ts) {
        return self;
    }

    @Getter("__doc__")
    Object doc(PyThreadState ts) {
        Object v = Attr.find(ts, function, "__doc__");
        return v == null ? Singleton.NONE : v;
    }
}
