package dev.clutch.interp.crossing;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyNamespace;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.traceback.ExceptionPrinter;
import org.jspecify.annotations.Nullable;

/**
 * What another interpreter learns of an uncaught exception: {@code _PyXI_excinfo}.
 *
 * @param name of the class
 * @param qualname of the class
 * @param module of the class
 * @param message the text of the exception
 * @param display the traceback with all that belongs to it
 * @param details what else there is to know, null when nobody asked
 */
public record ExceptionData(
        @Nullable Object name,
        @Nullable Object qualname,
        @Nullable Object module,
        @Nullable Object message,
        @Nullable Object display,
        @Nullable ExceptionDetails details) {
    /** Takes an exception apart in its own interpreter. */
    public static ExceptionData of(PyThreadState ts, Object exception) {
        Object type = ts.typeOf(exception);
        return new ExceptionData(
                text(ts, Attr.find(ts, type, "__name__")),
                text(ts, Attr.find(ts, type, "__qualname__")),
                text(ts, Attr.find(ts, type, "__module__")),
                message(ts, exception),
                display(ts, exception),
                null);
    }

    /** As {@link #of}, with all that can be told. */
    public static ExceptionData whole(PyThreadState ts, Object exception) {
        return of(ts, exception).with(ExceptionDetails.of(ts, exception));
    }

    ExceptionData with(ExceptionDetails all) {
        return new ExceptionData(name, qualname, module, message, display, all);
    }

    private static @Nullable Object text(PyThreadState ts, @Nullable Object o) {
        return o != null && PyStr.isStr(o) ? PyStr.plain(o) : null;
    }

    private static @Nullable Object message(PyThreadState ts, Object exception) {
        try {
            return PyStr.plain(Text.str(ts, exception));
        } catch (PythonException e) {
            return null;
        }
    }

    private static @Nullable Object display(PyThreadState ts, Object exception) {
        try {
            String shown = ExceptionPrinter.text(ts, exception);
            return Str.of(shown.endsWith("\n") ? shown.substring(0, shown.length() - 1) : shown);
        } catch (PythonException e) {
            return null;
        }
    }

    /** {@code _PyXI_excinfo_format}. */
    private Object formatted() {
        if (qualname == null) {
            return message == null ? Singleton.NONE : message;
        }
        String m = module == null ? "" : Text.java(module);
        String q = Text.java(qualname);
        String full = m.isEmpty() || m.equals("builtins") || m.equals("__main__") ? q : m + "." + q;
        return message == null ? Str.of(full) : Str.of(full + ": " + Text.java(message));
    }

    /** Makes the namespace that Python code sees: {@code _PyXI_excinfo_AsObject}. */
    public Object asObject(PyThreadState ts) {
        PyDict type = new PyDict();
        type.put("__name__", orNone(name));
        type.put("__qualname__", orNone(qualname));
        type.put("__module__", orNone(module));
        PyDict d = new PyDict();
        d.put("type", new PyNamespace(type));
        d.put("msg", orNone(message));
        d.put("formatted", formatted());
        d.put("errdisplay", orNone(display));
        if (details != null) {
            details.addTo(ts, d);
        }
        return new PyNamespace(d);
    }

    private static Object orNone(@Nullable Object o) {
        return o == null ? Singleton.NONE : o;
    }
}
