package dev.clutch.interp.host;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.object.exception.PyBaseException;
import org.jspecify.annotations.Nullable;

/** What Python code gets when a Java function throws: a RuntimeError that has the Java exception for the embedder, should it come back to him. */
@ExtensionType(
        name = "clutch.JavaError",
        base = "RuntimeError",
        dict = true,
        exported = false,
        doc = "A function of the host has failed.")
public final class PyJavaError extends PyBaseException {
    /** The type. */
    public static final TypeObject TYPE =
            TypeObject.builtin(new PyJavaErrorDefinition(), Exceptions.type("RuntimeError"));

    private final @Nullable Throwable failure;

    private PyJavaError(TypeObject type, PyTuple args, @Nullable Throwable failure) {
        super(type, args);
        this.failure = failure;
    }

    /** Makes the exception of a failure. */
    public static PythonException of(PyThreadState ts, Throwable failure) {
        return Errors.carrier(ts, new PyJavaError(TYPE, new PyTuple(Str.of(failure.toString())), failure));
    }

    /** The failure, null for an exception that Python code has made. */
    public @Nullable Throwable failure() {
        return failure;
    }

    @Expose(name = "__new__", signature = "(*args, **kwargs)")
    static Object make(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new PyJavaError((TypeObject) cls, new PyTuple(args), null);
    }
}
