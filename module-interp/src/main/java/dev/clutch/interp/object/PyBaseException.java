package dev.clutch.interp.object;

import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import org.jspecify.annotations.Nullable;

/** An exception. Answers to {@code PyBaseExceptionObject}. */
@ExtensionType(name = "BaseException", subclassable = true, dict = true)
public class PyBaseException extends PyObject {
    /** {@code BaseException}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyBaseExceptionDefinition(), TypeObject.OBJECT);

    PyTuple args;
    @Nullable PyObject traceback;
    @Nullable PyBaseException context;
    @Nullable PyBaseException cause;
    boolean suppressContext;

    /** Makes an exception with its arguments. */
    public PyBaseException(TypeObject type, PyTuple args) {
        super(type);
        this.args = args;
    }

    /** Sets the context to the exception being handled, without making a cycle. */
    void setImplicitContext(@Nullable PyObject handled) {
        if (handled instanceof PyBaseException h && h != this && context == null) {
            context = h;
        }
    }

    /** For AttributeError and NameError. */
    void setNameAndObject(Object name, Object object) {}
}
