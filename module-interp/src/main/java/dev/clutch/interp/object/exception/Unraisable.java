package dev.clutch.interp.object.exception;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyStructSequence;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.traceback.TracebackPrinter;
import org.jspecify.annotations.Nullable;

/** Reports exceptions that nobody can catch, through {@code sys.unraisablehook}. Answers to {@code PyErr_WriteUnraisable}. Used under the interpreter's lock. */
public final class Unraisable {
    private @Nullable TypeObject arguments;

    /** For the interpreter. */
    public Unraisable() {}

    /** Sets {@code sys.UnraisableHookArgs}, once, while the interpreter starts. */
    public void setArguments(TypeObject type) {
        arguments = type;
    }

    /** Reports one that came up in an object's code. */
    public void report(PyThreadState ts, PythonException e, @Nullable Object where) {
        report(ts, e, null, where);
    }

    /** Reports one with a message that follows {@code Exception ignored} ({@code _PyErr_WriteUnraisableMsg}). */
    public void report(PyThreadState ts, PythonException e, @Nullable String message, @Nullable Object where) {
        PyBaseException value = (PyBaseException) e.value();
        Object text = message == null ? Singleton.NONE : "Exception ignored " + message;
        Object object = where == null ? Singleton.NONE : where;
        Object traceback = value.traceback == null ? Singleton.NONE : value.traceback;
        TypeObject type = arguments;
        Object hook = ts.sysAttr("unraisablehook");
        try {
            if (type == null || hook == null) {
                write(ts, (TypeObject) value.type(), value, traceback, text, object);
                return;
            }
            Object all = PyStructSequence.make(type, value.type(), value, traceback, text, object);
            if (ts.interp.isAudited()) {
                ts.interp.audit(ts, "sys.unraisablehook", hook, all);
            }
            Call.call1(ts, hook, all);
        } catch (PythonException second) {
            writeSecond(ts, second);
        }
    }

    private static void writeSecond(PyThreadState ts, PythonException second) {
        PyBaseException value = (PyBaseException) second.value();
        try {
            write(
                    ts,
                    (TypeObject) value.type(),
                    value,
                    value.traceback == null ? Singleton.NONE : value.traceback,
                    "Exception ignored in sys.unraisablehook",
                    Singleton.NONE);
        } catch (PythonException third) {
            // sys.stderr does not work: there is nobody left to tell
            return;
        }
    }

    /** {@code sys.unraisablehook}. */
    public void hook(PyThreadState ts, Object args) {
        if (arguments == null || Types.of(args) != arguments) {
            throw Errors.typeError(ts, "sys.unraisablehook argument type must be UnraisableHookArgs");
        }
        PyTuple t = (PyTuple) args;
        write(ts, t.get(0), t.get(1), t.get(2), t.get(3), t.get(4));
    }

    /** {@code write_unraisable_exc_file}. */
    private static void write(
            PyThreadState ts, Object type, Object value, Object traceback, Object message, Object object) {
        StringBuilder out = new StringBuilder();
        if (object != Singleton.NONE) {
            out.append(message == Singleton.NONE ? "Exception ignored in" : textOf(ts, message))
                    .append(": ")
                    .append(reprOf(ts, object))
                    .append('\n');
        } else if (message != Singleton.NONE) {
            out.append(textOf(ts, message)).append(":\n");
        }
        out.append(TracebackPrinter.traceback(ts, traceback));
        if (type instanceof TypeObject t) {
            Object module = Attr.find(ts, t, "__module__");
            if (module == null || !PyStr.isStr(module)) {
                out.append("<unknown>.");
            } else if (!module.equals("builtins") && !module.equals("__main__")) {
                out.append(Text.java(module)).append('.');
            }
            out.append(Text.java(t.qualname));
        }
        if (value instanceof PyObject) {
            String text = textOf(ts, value);
            if (!text.isEmpty()) {
                out.append(": ").append(text);
            }
        }
        TracebackPrinter.write(ts, out.append('\n').toString());
    }

    private static String textOf(PyThreadState ts, Object o) {
        try {
            return Text.java(Text.str(ts, o));
        } catch (PythonException e) {
            return "<exception str() failed>";
        }
    }

    private static String reprOf(PyThreadState ts, Object o) {
        try {
            return Text.java(Text.repr(ts, o));
        } catch (PythonException e) {
            return "<object repr() failed>";
        }
    }
}
