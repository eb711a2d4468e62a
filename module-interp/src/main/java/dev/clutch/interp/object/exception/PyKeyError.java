package dev.clutch.interp.object.exception;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import org.jspecify.annotations.Nullable;

/** {@code KeyError}. Shows the key by its repr, so that an empty one is seen. */
@ExtensionType(name = "KeyError", subclassable = true, dict = true, exported = false)
public class PyKeyError extends PyBaseException {

    /** Makes an exception with its arguments. */
    public PyKeyError(TypeObject type, PyTuple args) {
        super(type, args);
    }

    @Expose(name = "__new__", signature = "(*args, **kwargs)")
    static Object make(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new PyKeyError((TypeObject) cls, new PyTuple(args));
    }

    @Override
    @Expose
    Object __str__(PyThreadState ts) {
        return args.size() == 1 ? dev.clutch.interp.op.Text.repr(ts, args.get(0)) : super.__str__(ts);
    }
}
