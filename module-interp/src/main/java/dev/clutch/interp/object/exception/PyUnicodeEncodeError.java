package dev.clutch.interp.object.exception;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import org.jspecify.annotations.Nullable;

/** {@code UnicodeEncodeError}. */
@ExtensionType(name = "UnicodeEncodeError", subclassable = true, dict = true, exported = false)
public class PyUnicodeEncodeError extends PyUnicodeError {
    /** Makes an exception with its arguments. */
    public PyUnicodeEncodeError(TypeObject type, PyTuple args) {
        super(type, args);
    }

    @Expose(name = "__new__", signature = "(*args, **kwargs)")
    static Object make(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new PyUnicodeEncodeError((TypeObject) cls, new PyTuple(args));
    }

    @Override
    @Expose(signature = "(*args, **kwargs)")
    void __init__(PyThreadState ts, Object[] args, @Nullable Object kwargs) {
        super.__init__(ts, args, kwargs);
        ExceptionArguments a = new ExceptionArguments(ts, args, 5);
        Object encoding = a.str(0);
        Object object = a.str(1);
        fill(encoding, object, a.number(2), a.number(3), a.str(4));
    }

    @Override
    void derive() {
        Object[] all = args.items();
        fill(all[0], all[1], (Long) all[2], (Long) all[3], all[4]);
    }

    @Override
    @Expose
    Object __str__(PyThreadState ts) {
        return message(ts);
    }

    @Override
    int length(Object o) {
        return PyStr.isStr(o) ? Str.length(PyStr.plain(o)) : 0;
    }

    @Override
    String shown(Object o, int at) {
        return escape(Str.at(PyStr.plain(o), at));
    }

    @Override
    String head(PyThreadState ts, boolean one) {
        return codec(ts) + (one ? "encode character" : "encode characters");
    }

    @Override
    public Object checkedObject(PyThreadState ts) {
        return text(ts, object);
    }
}
