package dev.clutch.conformance;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** Static methods of all calling conventions. */
@ExtensionType(name = "_testcapi.MethStatic")
final class MethStatic extends PyObject {
    private MethStatic(PyType type) {
        super(type);
    }

    @Expose
    static Object __new__(ThreadState ts, PyType cls) {
        return new MethStatic(cls);
    }

    @Expose(signature = "(*args)", kind = Expose.Kind.STATIC)
    static Object meth_varargs(ThreadState ts, Object[] args) {
        return ts.newTuple(Singleton.NONE, ts.newTuple(args));
    }

    @Expose(signature = "(*args)", kind = Expose.Kind.STATIC)
    static Object meth_fastcall(ThreadState ts, Object[] args) {
        return ts.newTuple(Singleton.NONE, ts.newTuple(args));
    }

    @Expose(signature = "(*args, **kwargs)", kind = Expose.Kind.STATIC)
    static Object meth_varargs_keywords(ThreadState ts, Object[] args, @Nullable Object kwargs) {
        return kwargs == null
                ? ts.newTuple(Singleton.NONE, ts.newTuple(args), Singleton.NONE)
                : ts.newTuple(Singleton.NONE, ts.newTuple(args), kwargs);
    }

    @Expose(signature = "(*args, **kwargs)", kind = Expose.Kind.STATIC)
    static Object meth_fastcall_keywords(ThreadState ts, Object[] args, @Nullable Object kwargs) {
        return kwargs == null
                ? ts.newTuple(Singleton.NONE, ts.newTuple(args), Singleton.NONE)
                : ts.newTuple(Singleton.NONE, ts.newTuple(args), kwargs);
    }

    @Expose(kind = Expose.Kind.STATIC)
    static Object meth_o(ThreadState ts, Object arg) {
        return ts.newTuple(Singleton.NONE, arg);
    }

    @Expose(kind = Expose.Kind.STATIC)
    static Object meth_noargs(ThreadState ts) {
        return Singleton.NONE;
    }
}
