package dev.clutch.conformance;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** Class methods of all calling conventions. */
@ExtensionType(name = "_testcapi.MethClass")
final class MethClass extends PyObject {
    private MethClass(PyType type) {
        super(type);
    }

    @Expose
    static Object __new__(ThreadState ts, PyType cls) {
        return new MethClass(cls);
    }

    @Expose(signature = "(*args)", kind = Expose.Kind.CLASS)
    static Object meth_varargs(ThreadState ts, PyType cls, Object[] args) {
        return ts.newTuple(cls, ts.newTuple(args));
    }

    @Expose(signature = "(*args)", kind = Expose.Kind.CLASS)
    static Object meth_fastcall(ThreadState ts, PyType cls, Object[] args) {
        return ts.newTuple(cls, ts.newTuple(args));
    }

    @Expose(signature = "(*args, **kwargs)", kind = Expose.Kind.CLASS)
    static Object meth_varargs_keywords(ThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return kwargs == null
                ? ts.newTuple(cls, ts.newTuple(args), Singleton.NONE)
                : ts.newTuple(cls, ts.newTuple(args), kwargs);
    }

    @Expose(signature = "(*args, **kwargs)", kind = Expose.Kind.CLASS)
    static Object meth_fastcall_keywords(ThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return kwargs == null
                ? ts.newTuple(cls, ts.newTuple(args), Singleton.NONE)
                : ts.newTuple(cls, ts.newTuple(args), kwargs);
    }

    @Expose(kind = Expose.Kind.CLASS)
    static Object meth_o(ThreadState ts, PyType cls, Object arg) {
        return ts.newTuple(cls, arg);
    }

    @Expose(kind = Expose.Kind.CLASS)
    static Object meth_noargs(ThreadState ts, PyType cls) {
        return cls;
    }
}
