package dev.clutch.conformance;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** Instance methods of all calling conventions. */
@ExtensionType(name = "_testcapi.MethInstance")
final class MethInstance extends PyObject {
    private MethInstance(PyType type) {
        super(type);
    }

    @Expose
    static Object __new__(ThreadState ts, PyType cls) {
        return new MethInstance(cls);
    }

    @Expose(signature = "(*args)")
    Object meth_varargs(ThreadState ts, Object[] args) {
        return ts.newTuple(this, ts.newTuple(args));
    }

    @Expose(signature = "(*args)")
    Object meth_fastcall(ThreadState ts, Object[] args) {
        return ts.newTuple(this, ts.newTuple(args));
    }

    @Expose(signature = "(*args, **kwargs)")
    Object meth_varargs_keywords(ThreadState ts, Object[] args, @Nullable Object kwargs) {
        return kwargs == null
                ? ts.newTuple(this, ts.newTuple(args), Singleton.NONE)
                : ts.newTuple(this, ts.newTuple(args), kwargs);
    }

    @Expose(signature = "(*args, **kwargs)")
    Object meth_fastcall_keywords(ThreadState ts, Object[] args, @Nullable Object kwargs) {
        return kwargs == null
                ? ts.newTuple(this, ts.newTuple(args), Singleton.NONE)
                : ts.newTuple(this, ts.newTuple(args), kwargs);
    }

    @Expose
    Object meth_o(ThreadState ts, Object arg) {
        return ts.newTuple(this, arg);
    }

    @Expose
    Object meth_noargs(ThreadState ts) {
        return this;
    }
}
