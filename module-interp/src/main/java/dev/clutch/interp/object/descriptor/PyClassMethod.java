package dev.clutch.interp.object.descriptor;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyFunction;
import dev.clutch.interp.object.PyMethod;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.op.Attr;
import org.jspecify.annotations.Nullable;

/** {@code classmethod}. */
@ExtensionType(
        name = "classmethod",
        subclassable = true,
        dict = true,
        doc = "A method that gets its class instead of an instance.")
public final class PyClassMethod extends PyObject {
    /** {@code classmethod}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyClassMethodDefinition(), TypeObject.OBJECT);

    /** The wrapped callable. */
    Object function;

    public PyClassMethod(Object function) {
        super(TYPE);
        this.function = function;
    }

    private PyClassMethod(TypeObject type) {
        super(type);
        this.function = Singleton.NONE;
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new PyClassMethod((TypeObject) cls);
    }

    @Expose(signature = "(function, /)")
    void __init__(PyThreadState ts, Object function) {
        this.function = function;
        FunctionWrapping.copyAttributes(ts, this, function);
    }

    @Expose
    Object __get__(PyThreadState ts, @Nullable Object instance, @Nullable Object cls) {
        Object owner = cls != null ? cls : instance != null ? Types.of(instance) : Singleton.NONE;
        return bind(ts, owner);
    }

    /** Binds to a class; a descriptor that isn't a function is asked first ({@code cm_descr_get}). */
    Object bind(PyThreadState ts, Object cls) {
        if (function instanceof PyFunction) {
            return new PyMethod(function, cls);
        }
        if (Types.of(function).slot(dev.clutch.extension.spi.Slot.GET) != null) {
            return Attr.descriptorGet(ts, function, cls, (TypeObject) cls);
        }
        return new PyMethod(function, cls);
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return dev.clutch.interp.op.Text.concat("<classmethod(", dev.clutch.interp.op.Text.repr(ts, function), ")>");
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
