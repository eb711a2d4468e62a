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

/** {@code UnicodeTranslateError}. */
@ExtensionType(name = "UnicodeTranslateError", subclassable = true, dict = true, exported = false)
public class PyUnicodeTranslateError extends PyUnicodeError {
    /** Makes an exception with its arguments. */
    public PyUnicodeTranslateError(TypeObject type, PyTuple args) {
        super(type, args);
    }

    @Expose(name = "__new__", signature = "(*args, **kwargs)")
    static Object make(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new PyUnicodeTranslateError((TypeObject) cls, new PyTuple(args));
    }

    @Override
    @Expose(signature = "(*args, **kwargs)")
    void __init__(PyThreadState ts, Object[] args, @Nullable Object kwargs) {
        super.__init__(ts, args, kwargs);
        ExceptionArguments a = new ExceptionArguments(ts, args, 4);
        Object object = a.str(0);
        fill(null, object, a.number(1), a.number(2), a.str(3));
    }

    @Override
    void derive() {
        Object[] all = args.items();
        fill(null, all[0], (Long) all[1], (Long) all[2], all[3]);
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
        return "can't translate " + (one ? "character" : "characters");
    }

    @Override
    public Object checkedObject(PyThreadState ts) {
        return text(ts, object);
    }
}
