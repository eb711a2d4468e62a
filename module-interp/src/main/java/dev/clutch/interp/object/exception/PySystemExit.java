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

/** {@code SystemExit}. Answers to {@code PySystemExitObject}. */
@ExtensionType(name = "SystemExit", subclassable = true, dict = true, exported = false)
public class PySystemExit extends PyBaseException {
    @Nullable
    Object code;

    /** Makes an exception with its arguments. */
    public PySystemExit(TypeObject type, PyTuple args) {
        super(type, args);
    }

    @Expose(name = "__new__", signature = "(*args, **kwargs)")
    static Object make(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new PySystemExit((TypeObject) cls, new PyTuple(args));
    }

    @Override
    void derive() {
        code = args.size() == 0 ? null : args.size() == 1 ? args.get(0) : args;
    }

    @Override
    @Expose(signature = "(*args, **kwargs)")
    void __init__(PyThreadState ts, Object[] args, @Nullable Object kwargs) {
        super.__init__(ts, args, kwargs);
        code = args.length == 0 ? null : args.length == 1 ? args[0] : this.args;
    }

    @Getter("code")
    Object code(PyThreadState ts) {
        return orNone(code);
    }

    @Setter("code")
    void setCode(PyThreadState ts, @Nullable Object value) {
        code = value;
    }
}
