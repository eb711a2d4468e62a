package dev.clutch.interp.object;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.object.exception.PyAttributeError;
import dev.clutch.interp.object.exception.PyBaseException;
import dev.clutch.interp.object.exception.PyImportError;
import dev.clutch.interp.object.exception.PyNameError;
import org.jspecify.annotations.Nullable;

/** Makes the exceptions that the core raises. */
public final class Errors {
    private Errors() {}

    /** Returns the carrier of a built-in exception, found by name, with one message argument. */
    public static PythonException error(PyThreadState ts, String name, String message) {
        return make(ts, Exceptions.type(name), dev.clutch.extension.spi.Str.of(message));
    }

    /** Returns the carrier of a new exception of a built-in class; the context is set as {@code PyErr_SetObject} does. */
    public static PythonException make(PyThreadState ts, TypeObject type, Object... args) {
        PyBaseException e = Exceptions.create(type, args);
        e.setImplicitContext(ts.handled);
        return new PythonException(e);
    }

    /** TypeError. */
    public static PythonException typeError(PyThreadState ts, String message) {
        return error(ts, "TypeError", message);
    }

    /** ValueError. */
    public static PythonException valueError(PyThreadState ts, String message) {
        return error(ts, "ValueError", message);
    }

    /** SystemError. */
    public static PythonException systemError(PyThreadState ts, String message) {
        return error(ts, "SystemError", message);
    }

    /** The AttributeError of an object without the attribute. */
    public static PythonException attributeError(PyThreadState ts, Object o, String name) {
        String message = o instanceof TypeObject t
                ? "type object '" + t.displayName() + "' has no attribute '" + name + "'"
                : "'" + Types.of(o).displayName() + "' object has no attribute '" + name + "'";
        PythonException e = error(ts, "AttributeError", message);
        ((PyBaseException) e.value()).setNameAndObject(dev.clutch.extension.spi.Str.of(name), o);
        return e;
    }

    /** Notes in an AttributeError which attribute of what it is about, unless that is known; returns the exception ({@code _PyObject_SetAttributeErrorContext}). */
    public static PythonException ofAttribute(PythonException e, Object o, String name) {
        if (e.value() instanceof PyAttributeError a && a.name == null && a.object == null) {
            a.setNameAndObject(dev.clutch.extension.spi.Str.of(name), o);
        }
        return e;
    }

    /** The NameError of a name without a value. */
    public static PythonException nameError(PyThreadState ts, String name, String message) {
        PythonException e = error(ts, "NameError", message);
        ((PyNameError) e.value()).name = dev.clutch.extension.spi.Str.of(name);
        return e;
    }

    /** The ImportError of a name that a module doesn't have; nulls become None ({@code PyErr_SetImportErrorSubclass}). */
    public static PythonException importError(
            PyThreadState ts, String message, @Nullable Object module, @Nullable Object path, @Nullable String name) {
        PythonException e = error(ts, "ImportError", message);
        PyImportError value = (PyImportError) e.value();
        value.name = module;
        value.path = path;
        value.nameFrom = name == null ? null : dev.clutch.extension.spi.Str.of(name);
        return e;
    }

    /** StopIteration with a value or without. */
    public static PythonException stopIteration(PyThreadState ts, @Nullable Object value) {
        TypeObject type = Exceptions.type("StopIteration");
        return value == null ? make(ts, type) : make(ts, type, value);
    }

    /** Whether the exception is an AttributeError. */
    public static boolean isAttributeError(PythonException e) {
        return matches(e, "AttributeError");
    }

    /** Whether the exception is a StopIteration; the end of an iteration for callers that don't want its value. */
    public static boolean isStopIterationWithoutValue(PythonException e) {
        return matches(e, "StopIteration");
    }

    /** Whether the exception is an instance of the named built-in class. */
    public static boolean matches(PythonException e, String name) {
        PyObject value = e.value();
        return ((TypeObject) value.type()).isSubtype(Exceptions.type(name));
    }

    /** Adds a note to an exception and returns it ({@code _PyErr_FormatNote}). */
    public static PythonException withNote(PyThreadState ts, PythonException e, String note) {
        dev.clutch.interp.op.Call.method1(ts, e.value(), "add_note", dev.clutch.extension.spi.Str.of(note));
        return e;
    }

    /** Wraps an exception object that is raised now: the exception being handled becomes its context. */
    public static PythonException carrier(PyThreadState ts, PyBaseException e) {
        e.setImplicitContext(ts.handled);
        return new PythonException(e);
    }

    /** Whether an exception is an instance of a class, or of one in a tuple ({@code PyErr_GivenExceptionMatches}). */
    public static boolean matches(PyThreadState ts, PyObject e, Object typeOrTuple) {
        if (typeOrTuple instanceof TypeObject t) {
            return ((TypeObject) e.type()).isSubtype(t);
        }
        if (typeOrTuple instanceof PyTuple t) {
            for (int i = 0; i < t.size(); i++) {
                if (matches(ts, e, t.get(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** {@code raise e from cause}. */
    public static void setCause(PythonException e, PythonException cause) {
        PyBaseException value = (PyBaseException) e.value();
        value.cause = (PyBaseException) cause.value();
        value.context = value.cause;
        value.suppressContext = true;
    }

    /** Turns the failure of an algorithm into the exception that CPython raises. */
    public static PythonException of(PyThreadState ts, dev.clutch.interp.number.AlgorithmException e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        switch (e.kind()) {
            case VALUE_ERROR:
                return error(ts, "ValueError", message);
            case TYPE_ERROR:
                return error(ts, "TypeError", message);
            case OVERFLOW_ERROR:
                return error(ts, "OverflowError", message);
            case ZERO_DIVISION_ERROR:
                return error(ts, "ZeroDivisionError", message);
            default:
                return error(ts, "MemoryError", message);
        }
    }
}
