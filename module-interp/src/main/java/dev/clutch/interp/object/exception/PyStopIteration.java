package dev.clutch.interp.object.exception;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Setter;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import org.jspecify.annotations.Nullable;

/** {@code StopIteration}. Answers to {@code PyStopIterationObject}. */
@ExtensionType(name = "StopIteration", subclassable = true, dict = true, exported = false)
public class PyStopIteration extends PyBaseException {
    @Nullable
    Object value;

    /** Makes an exception with its arguments. */
    public PyStopIteration(TypeObject type, PyTuple args) {
        super(type, args);
    }

    @Expose(name = "__new__", signature = "(*args, **kwargs)")
    static Object make(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new PyStopIteration((TypeObject) cls, new PyTuple(args));
    }

    @Override
    void derive() {
        value = args.size() > 0 ? args.get(0) : null;
    }

    @Override
    @Expose(signature = "(*args, **kwargs)")
    void __init__(PyThreadState ts, Object[] args, @Nullable Object kwargs) {
        super.__init__(ts, args, kwargs);
        value = args.length > 0 ? args[0] : null;
    }

    @Getter("value")
    Object value(PyThreadState ts) {
        return orNone(value);
    }

    @Setter("value")
    void setValue(PyThreadState ts, @Nullable Object value) {
        this.value = value;
    }
}
