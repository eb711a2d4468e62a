package dev.clutch.interp.object.exception;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Setter;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Keywords;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import org.jspecify.annotations.Nullable;

/** {@code NameError}. Answers to {@code PyNameErrorObject}. */
@ExtensionType(name = "NameError", subclassable = true, dict = true, exported = false)
public class PyNameError extends PyBaseException {
    @Nullable
    public Object name;

    /** Makes an exception with its arguments. */
    public PyNameError(TypeObject type, PyTuple args) {
        super(type, args);
    }

    @Expose(name = "__new__", signature = "(*args, **kwargs)")
    static Object make(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new PyNameError((TypeObject) cls, new PyTuple(args));
    }

    @Override
    @Expose(signature = "(*args, **kwargs)")
    void __init__(PyThreadState ts, Object[] args, @Nullable Object kwargs) {
        name = Keywords.of(ts, "NameError", kwargs, "name").get("name");
        super.__init__(ts, args, null);
    }

    @Override
    public void setNameAndObject(Object name, Object object) {
        this.name = name;
    }

    @Getter("name")
    Object name(PyThreadState ts) {
        return orNone(name);
    }

    @Setter("name")
    void setName(PyThreadState ts, @Nullable Object value) {
        name = value;
    }
}
