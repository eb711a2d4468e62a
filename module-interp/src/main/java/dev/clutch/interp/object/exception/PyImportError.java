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
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import org.jspecify.annotations.Nullable;

/** {@code ImportError}. Answers to {@code PyImportErrorObject}. */
@ExtensionType(name = "ImportError", subclassable = true, dict = true, exported = false)
public class PyImportError extends PyBaseException {
    @Nullable
    Object message;

    @Nullable
    public Object name;

    @Nullable
    public Object path;

    @Nullable
    public Object nameFrom;

    /** Makes an exception with its arguments. */
    public PyImportError(TypeObject type, PyTuple args) {
        super(type, args);
    }

    @Expose(name = "__new__", signature = "(*args, **kwargs)")
    static Object make(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new PyImportError((TypeObject) cls, new PyTuple(args));
    }

    @Override
    void derive() {
        message = args.size() == 1 ? args.get(0) : null;
    }

    @Override
    @Expose(signature = "(*args, **kwargs)")
    void __init__(PyThreadState ts, Object[] args, @Nullable Object kwargs) {
        PyDict keywords = Keywords.of(ts, "ImportError", kwargs, "name", "path", "name_from");
        name = keywords.get("name");
        path = keywords.get("path");
        nameFrom = keywords.get("name_from");
        super.__init__(ts, args, null);
        message = args.length == 1 ? args[0] : null;
    }

    @Override
    @Expose
    Object __str__(PyThreadState ts) {
        Object m = message;
        return m != null && PyStr.isStr(m) ? PyStr.plain(m) : super.__str__(ts);
    }

    /** {@code ImportError_reduce}: the attributes that follow from keywords travel as state. */
    @Override
    @Expose
    Object __reduce__(PyThreadState ts) {
        PyDict d = AttributeStorage.dict(this);
        if (name == null && path == null && nameFrom == null) {
            return d == null || d.size() == 0
                    ? new PyTuple(Types.of(this), args)
                    : new PyTuple(Types.of(this), args, d);
        }
        PyDict state = d == null ? new PyDict() : d.copy();
        put(state, "name", name);
        put(state, "path", path);
        put(state, "name_from", nameFrom);
        return new PyTuple(Types.of(this), args, state);
    }

    private static void put(PyDict state, String key, @Nullable Object value) {
        if (value != null) {
            state.put(key, value);
        }
    }

    @Getter("msg")
    Object message(PyThreadState ts) {
        return orNone(message);
    }

    @Setter("msg")
    void setMessage(PyThreadState ts, @Nullable Object value) {
        message = value;
    }

    @Getter("name")
    Object name(PyThreadState ts) {
        return orNone(name);
    }

    @Setter("name")
    void setName(PyThreadState ts, @Nullable Object value) {
        name = value;
    }

    @Getter("path")
    Object path(PyThreadState ts) {
        return orNone(path);
    }

    @Setter("path")
    void setPath(PyThreadState ts, @Nullable Object value) {
        path = value;
    }

    @Getter("name_from")
    Object nameFrom(PyThreadState ts) {
        return orNone(nameFrom);
    }

    @Setter("name_from")
    void setNameFrom(PyThreadState ts, @Nullable Object value) {
        nameFrom = value;
    }
}
