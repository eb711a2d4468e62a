package dev.clutch.interp.op;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.exception.PyBaseException;
import dev.clutch.interp.object.exception.RaiseSupport;

/** Context managers. */
public final class With {
    private With() {}

    /** Looks {@code __enter__} and {@code __exit__} up; returns the bound exit. */
    public static Object exit(PyThreadState ts, Object manager) {
        return lookup(ts, manager, "__enter__", "__exit__", "context manager");
    }

    /** Looks {@code __aenter__} and {@code __aexit__} up; returns the bound exit. */
    public static Object asyncExit(PyThreadState ts, Object manager) {
        return lookup(ts, manager, "__aenter__", "__aexit__", "asynchronous context manager");
    }

    private static Object lookup(PyThreadState ts, Object manager, String enter, String exit, String protocol) {
        TypeObject type = Types.of(manager);
        if (type.lookup(enter) == null) {
            throw unsupported(ts, type, protocol, "");
        }
        Object found = type.lookup(exit);
        if (found == null) {
            throw unsupported(ts, type, protocol, " (missed " + exit + " method)");
        }
        return Attr.bind(ts, found, manager);
    }

    private static PythonException unsupported(PyThreadState ts, TypeObject type, String protocol, String missed) {
        return Errors.typeError(
                ts, "'" + type.displayName() + "' object does not support the " + protocol + " protocol" + missed);
    }

    /** Calls {@code __enter__}. */
    public static Object enter(PyThreadState ts, Object manager) {
        return special(ts, manager, "__enter__");
    }

    /** Calls {@code __aenter__}. */
    public static Object asyncEnter(PyThreadState ts, Object manager) {
        return special(ts, manager, "__aenter__");
    }

    private static Object special(PyThreadState ts, Object manager, String name) {
        Object found = Types.of(manager).lookup(name);
        if (found == null) {
            throw Errors.attributeError(ts, manager, name);
        }
        return Call.special0(ts, found, manager);
    }

    /** Calls the exit of a body that has ended without an exception. */
    public static Object callExit(PyThreadState ts, Object exit) {
        return Call.call3(ts, exit, Singleton.NONE, Singleton.NONE, Singleton.NONE);
    }

    /** Calls the exit of a body that an exception has ended. */
    public static Object callExit(PyThreadState ts, Object exit, Object exception) {
        PyBaseException e = (PyBaseException) exception;
        Object traceback = RaiseSupport.traceback(e);
        return Call.call3(ts, exit, e.type(), e, traceback == null ? Singleton.NONE : traceback);
    }
}
