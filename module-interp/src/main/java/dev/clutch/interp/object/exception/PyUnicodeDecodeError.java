package dev.clutch.interp.object.exception;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.bytes.PyBytes;
import org.jspecify.annotations.Nullable;

/** {@code UnicodeDecodeError}. */
@ExtensionType(name = "UnicodeDecodeError", subclassable = true, dict = true, exported = false)
public class PyUnicodeDecodeError extends PyUnicodeError {
    /** Makes an exception with its arguments. */
    public PyUnicodeDecodeError(TypeObject type, PyTuple args) {
        super(type, args);
    }

    @Expose(name = "__new__", signature = "(*args, **kwargs)")
    static Object make(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new PyUnicodeDecodeError((TypeObject) cls, new PyTuple(args));
    }

    @Override
    @Expose(signature = "(*args, **kwargs)")
    void __init__(PyThreadState ts, Object[] args, @Nullable Object kwargs) {
        super.__init__(ts, args, kwargs);
        ExceptionArguments a = new ExceptionArguments(ts, args, 5);
        Object encoding = a.str(0);
        Object object = a.bytes(1);
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
        return o instanceof PyBytes b ? b.value().length : 0;
    }

    @Override
    String shown(Object o, int at) {
        int b = ((PyBytes) o).value()[at] & 0xff;
        return "0x" + Character.forDigit(b >> 4, 16) + Character.forDigit(b & 15, 16);
    }

    @Override
    String head(PyThreadState ts, boolean one) {
        return codec(ts) + (one ? "decode byte" : "decode bytes");
    }

    @Override
    public Object checkedObject(PyThreadState ts) {
        Object o = object;
        if (o == null) {
            throw Errors.typeError(ts, "object attribute not set");
        }
        if (!(o instanceof PyBytes)) {
            throw Errors.typeError(ts, "object attribute must be bytes");
        }
        return o;
    }
}
