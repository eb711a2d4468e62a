package dev.clutch.extension.spi.api;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Stability;
import dev.clutch.extension.spi.os.OsException;
import org.jspecify.annotations.Nullable;

/** Exceptions and warnings. The makers return the carrier, for {@code throw ts.typeError(...)}. */
@Stability(since = "0.1")
public interface Errors {
    /** TypeError. */
    PythonException typeError(String message);

    /** ValueError. */
    PythonException valueError(String message);

    /** A built-in exception by its name, with one message argument. SystemError when there is no such exception. */
    PythonException error(String builtinName, String message);

    /** An instance of the given class made with the given arguments. */
    PythonException error(PyObject type, Object... args);

    /** OSError (or the subclass of the errno) from an operating system failure. The paths become {@code filename} and {@code filename2}. */
    PythonException osError(int errno, @Nullable Object path, @Nullable Object path2);

    /** As above with the failure's own text; the objects are the paths as Python code gave them. */
    PythonException osError(OsException failure, @Nullable Object path, @Nullable Object path2);

    /** A built-in exception class by name. SystemError when there is no such exception. */
    PyType exceptionType(String builtinName);

    /** Whether the exception is an instance of the class, or of one in the tuple ({@code PyErr_GivenExceptionMatches}). */
    boolean matches(PythonException e, Object typeOrTuple);

    /** Whether the exception is an instance of the named built-in class. */
    boolean matches(PythonException e, String builtinName);

    /** Sets {@code __cause__} and {@code __context__} of {@code e}, and returns it ({@code raise e from cause}). */
    PythonException withCause(PythonException e, PythonException cause);

    /** {@code PyErr_WarnEx}: a category of the warnings by its name. Raises the warning where a filter says so. Level 1 is the Python code that called. */
    void warn(String category, String message, int stackLevel);

    /** {@code PyErr_ResourceWarning}: a ResourceWarning about an object. Raises it where a filter says so. */
    void warnResource(Object source, String message, int stackLevel);

    /** {@code PyErr_WriteUnraisable}. */
    void writeUnraisable(PythonException e, @Nullable Object where);

    /** The exception being handled, or null ({@code sys.exception()}). */
    @Nullable
    PyObject handledException();
}
