package dev.clutch.interp.object.exception;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Setter;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.AttributeStorage;
import dev.clutch.interp.object.Keywords;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import org.jspecify.annotations.Nullable;

/** {@code AttributeError}. Answers to {@code PyAttributeErrorObject}. */
@ExtensionType(name = "AttributeError", subclassable = true, dict = true, exported = false)
public class PyAttributeError extends PyBaseException {
    @Nullable
    public Object name;

    @Nullable
    public Object object;

    /** Makes an exception with its arguments. */
    public PyAttributeError(TypeObject type, PyTuple args) {
        super(type, args);
    }

    @Expose(name = "__new__", signature = "(*args, **kwargs)")
    static Object make(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new PyAttributeError((TypeObject) cls, new PyTuple(args));
    }

    @Override
    @Expose(signature = "(*args, **kwargs)")
    void __init__(PyThreadState ts, Object[] args, @Nullable Object kwargs) {
        PyDict keywords = Keywords.of(ts, "AttributeError", kwargs, "name", "obj");
        name = keywords.get("name");
        object = keywords.get("obj");
        super.__init__(ts, args, null);
    }

    @Override
    public void setNameAndObject(Object name, Object object) {
        this.name = name;
        this.object = object;
    }

    @Expose
    Object __getstate__(PyThreadState ts) {
        PyDict d = AttributeStorage.dict(this);
        PyDict state = d == null ? new PyDict() : d.copy();
        if (name != null) {
            state.put("name", name);
        }
        state.put("args", args);
        return state;
    }

    @Override
    @Expose
    Object __reduce__(PyThreadState ts) {
        return new PyTuple(Types.of(this), args, __getstate__(ts));
    }

    @Getter("name")
    Object name(PyThreadState ts) {
        return orNone(name);
    }

    @Setter("name")
    void setName(PyThreadState ts, @Nullable Object value) {
        name = value;
    }

    @Getter("obj")
    Object object(PyThreadState ts) {
        return orNone(object);
    }

    @Setter("obj")
    void setObject(PyThreadState ts, @Nullable Object value) {
        object = value;
    }
}
