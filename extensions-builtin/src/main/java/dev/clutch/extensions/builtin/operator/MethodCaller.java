package dev.clutch.extensions.builtin.operator;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code operator.methodcaller}. */
@ExtensionType(name = "operator.methodcaller", doc = "Return a callable that calls a method.")
final class MethodCaller extends PyObject {
    private final Object name;
    private final String text;
    private final Object[] args;
    private final @Nullable Object kwargs;

    private MethodCaller(PyType type, Object name, String text, Object[] args, @Nullable Object kwargs) {
        super(type);
        this.name = name;
        this.text = text;
        this.args = args;
        this.kwargs = kwargs;
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(ThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        if (args.length == 0) {
            throw ts.typeError("methodcaller needs at least one argument, the method name");
        }
        if (!ts.isStr(args[0])) {
            throw ts.typeError("method name must be a string");
        }
        Object[] rest = new Object[args.length - 1];
        System.arraycopy(args, 1, rest, 0, rest.length);
        boolean plain = kwargs == null || ts.size(kwargs) == 0;
        return new MethodCaller(cls, args[0], ts.strValue(args[0]).toString().intern(), rest, plain ? null : kwargs);
    }

    @Expose(signature = "(obj, /)")
    Object __call__(ThreadState ts, Object obj) {
        if (kwargs == null) {
            return ts.callMethodVector(obj, text, args, null);
        }
        return ts.callKeywords(ts.getAttr(obj, text), args.clone(), kwargs);
    }

    @Expose
    Object __repr__(ThreadState ts) {
        Object[] all = new Object[args.length + 1];
        all[0] = name;
        System.arraycopy(args, 0, all, 1, args.length);
        return Reprs.of(ts, this, all, kwargs);
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        Object[] all = new Object[args.length + 1];
        all[0] = name;
        System.arraycopy(args, 0, all, 1, args.length);
        if (kwargs == null) {
            return ts.newTuple(type(), ts.newTuple(all));
        }
        Object partial = ts.getAttr(ts.importModule("functools"), "partial");
        Object made = ts.callKeywords(partial, new Object[] {type(), name}, kwargs);
        return ts.newTuple(made, ts.newTuple(args.clone()));
    }
}
