package dev.clutch.interp.object.descriptor;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Builtins;
import dev.clutch.interp.object.Identity;
import dev.clutch.interp.object.PyCallable;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.Vectorcall;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Compare;
import org.jspecify.annotations.Nullable;

/** A native special method bound to its instance. Answers to {@code wrapperobject}. */
@ExtensionType(name = "method-wrapper", exported = false)
public final class PyMethodWrapper extends PyCallable {
    /** {@code types.MethodWrapperType}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyMethodWrapperDefinition(), TypeObject.OBJECT);

    final PyWrapperDescriptor descriptor;
    final Object self;

    PyMethodWrapper(PyWrapperDescriptor descriptor, Object self) {
        super(TYPE, Bound.INSTANCE);
        this.descriptor = descriptor;
        this.self = self;
    }

    private static final class Bound extends Vectorcall {
        static final Bound INSTANCE = new Bound();

        @Override
        public Object call0(PyThreadState ts, Object f) {
            PyMethodWrapper w = (PyMethodWrapper) f;
            return w.descriptor.vectorcall.call1(ts, w.descriptor, w.self);
        }

        @Override
        public Object call1(PyThreadState ts, Object f, Object a) {
            PyMethodWrapper w = (PyMethodWrapper) f;
            return w.descriptor.vectorcall.call2(ts, w.descriptor, w.self, a);
        }

        @Override
        public Object call(PyThreadState ts, Object f, Object[] args, String @Nullable [] names) {
            PyMethodWrapper w = (PyMethodWrapper) f;
            return w.descriptor.vectorcall.call(ts, w.descriptor, Call.prepend(w.self, args), names);
        }
    }

    @Expose(signature = "(*args, **kwargs)")
    Object __call__(PyThreadState ts, Object[] args, @Nullable Object kwargs) {
        return Call.withDict(ts, this, args, kwargs);
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return "<method-wrapper '" + descriptor.member.name() + "' of "
                + Types.of(self).displayName() + " object at " + Identity.address(ts, self) + ">";
    }

    @Expose
    Object __eq__(PyThreadState ts, Object other) {
        if (!(other instanceof PyMethodWrapper o)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return descriptor == o.descriptor && Compare.is(self, o.self);
    }

    @Expose
    long __hash__(PyThreadState ts) {
        return System.identityHashCode(descriptor) * 31L + System.identityHashCode(self);
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        return new PyTuple(Builtins.get(ts, "getattr"), new PyTuple(self, descriptor.member.name()));
    }

    @Getter("__name__")
    Object name(PyThreadState ts) {
        return descriptor.member.name();
    }

    @Getter("__qualname__")
    Object qualname(PyThreadState ts) {
        return descriptor.qualname(ts);
    }

    @Getter("__objclass__")
    Object objclass(PyThreadState ts) {
        return descriptor.owner;
    }

    @Getter(value = "__self__", member = true)
    Object self(PyThreadState ts) {
        return self;
    }

    @Getter("__doc__")
    Object doc(PyThreadState ts) {
        return descriptor.doc(ts);
    }

    @Getter("__text_signature__")
    Object textSignature(PyThreadState ts) {
        return descriptor.textSignature(ts);
    }
}
