package dev.clutch.interp.object.descriptor;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import org.jspecify.annotations.Nullable;

/** {@code staticmethod}. */
@ExtensionType(
        name = "staticmethod",
        subclassable = true,
        dict = true,
        doc = "A function of a class that gets neither class nor instance.")
public final class PyStaticMethod extends PyObject {
    /** {@code staticmethod}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyStaticMethodDefinition(), TypeObject.OBJECT);

    /** The wrapped callable. */
    Object function;

    /** Whether it is a member of a built-in type, which all interpreters see: it takes no attributes and is not initialised again. */
    public final boolean shared;

    public PyStaticMethod(Object function) {
        this(function, false);
    }

    public PyStaticMethod(Object function, boolean shared) {
        super(TYPE);
        this.function = function;
        this.shared = shared;
    }

    private PyStaticMethod(TypeObject type) {
        super(type);
        this.function = Singleton.NONE;
        this.shared = false;
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new PyStaticMethod((TypeObject) cls);
    }

    @Expose(signature = "(function, /)")
    void __init__(PyThreadState ts, Object function) {
        if (shared) {
            throw Errors.typeError(ts, "cannot initialize a static method of a built-in type again");
        }
        this.function = function;
        FunctionWrapping.copyAttributes(ts, this, function);
    }

    @Expose
    Object __get__(PyThreadState ts, @Nullable Object instance, @Nullable Object cls) {
        return function;
    }

    @Expose(signature = "(*args, **kwargs)")
    Object __call__(PyThreadState ts, Object[] args, @Nullable Object kwargs) {
        return Call.withDict(ts, function, args, kwargs);
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return dev.clutch.interp.op.Text.concat("<staticmethod(", dev.clutch.interp.op.Text.repr(ts, function), ")>");
    }

    @Getter(value = "__func__", member = true)
    Object func(PyThreadState ts) {
        return function;
    }

    @Getter(value = "__wrapped__", member = true)
    Object wrapped(PyThreadState ts) {
        return function;
    }

    @Getter("__isabstractmethod__")
    boolean isAbstract(PyThreadState ts) {
        return Attr.isAbstract(ts, function);
    }
}
