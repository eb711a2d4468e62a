package dev.clutch.interp.warnings;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.object.exception.PyBaseException;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Numbers;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.op.Truth;
import dev.clutch.interp.traceback.SourceLines;
import org.jspecify.annotations.Nullable;

/** Issues warnings. Answers to {@code Python/_warnings.c}. */
public final class Warnings {
    private Warnings() {}

    /** {@code warnings.warn} and {@code PyErr_WarnEx}, after the category is known. */
    public static void warn(
            PyThreadState ts,
            Object message,
            Object category,
            long stackLevel,
            @Nullable Object source,
            @Nullable PyTuple skippedPrefixes) {
        WarningContext c = WarningContext.of(ts, stackLevel, skippedPrefixes);
        explicit(ts, category, message, c.filename(), c.lineno(), c.module(), c.registry(), null, source);
    }

    /**
     * A warning of the compiler. Answers true when a filter turns it into an exception of its category, which is dropped: the caller raises a SyntaxError
     * instead.
     */
    public static boolean ofCompiler(PyThreadState ts, String category, String message, String filename, int lineno) {
        TypeObject type = Exceptions.type(category);
        try {
            explicit(ts, type, Str.of(message), Str.of(filename), lineno, null, null, null, null);
        } catch (PythonException e) {
            if (Errors.matches(ts, e.value(), type)) {
                return true;
            }
            throw e;
        }
        return false;
    }

    /** An attribute of the module {@code warnings} when that is imported, else null ({@code get_warnings_attr}). */
    private static @Nullable Object attribute(PyThreadState ts, String name, boolean tryImport) {
        Object module = ts.interp.modules().get("warnings");
        if (module == null && tryImport && !ts.interp.isFinalizing()) {
            try {
                module = ts.importModule("warnings");
            } catch (PythonException e) {
                if (Errors.matches(e, "ImportError")) {
                    return null;
                }
                throw e;
            }
        }
        return module == null ? null : Attr.find(ts, module, name);
    }

    /** {@code check_matched}: None matches all, a str itself, anything else is a regular expression. */
    private static boolean matches(PyThreadState ts, Object pattern, Object text) {
        if (pattern == Singleton.NONE) {
            return true;
        }
        if (PyStr.isStr(pattern) && Types.of(pattern) == PyStr.TYPE) {
            return Str.equals(pattern, text);
        }
        return Truth.of(ts, Call.method1(ts, pattern, "match", text));
    }

    /** The action of the first filter that matches, and the filter (None for the default action). */
    private record Decision(String action, Object filter) {}

    /** {@code get_filter}. */
    private static Decision decide(PyThreadState ts, Object category, Object text, int lineno, Object module) {
        WarningState state = ts.interp.warnings();
        Object own = attribute(ts, "filters", false);
        if (own != null) {
            if (!(own instanceof PyList list)) {
                throw Errors.valueError(ts, "_warnings.filters must be a list");
            }
            state.filters = list;
        }
        PyList filters = state.filters;
        for (int i = 0; i < filters.size(); i++) {
            if (!(filters.get(i) instanceof PyTuple filter) || filter.size() != 5) {
                throw Errors.valueError(ts, "_warnings.filters item " + i + " isn't a 5-tuple");
            }
            Object action = filter.get(0);
            if (!PyStr.isStr(action)) {
                throw Errors.typeError(
                        ts, "action must be a string, not '" + Types.of(action).displayName() + "'");
            }
            boolean message = matches(ts, filter.get(1), text);
            boolean ofCategory = ts.isSubclass(category, filter.get(2));
            boolean inModule = matches(ts, filter.get(3), module);
            long line = Numbers.asLong(ts, filter.get(4));
            if (message && ofCategory && inModule && (line == 0 || line == lineno)) {
                return new Decision(Text.java(action), filter);
            }
        }
        Object action = attribute(ts, "defaultaction", false);
        if (action != null) {
            if (!PyStr.isStr(action)) {
                throw Errors.typeError(
                        ts,
                        "_warnings.defaultaction must be a string, not '"
                                + Types.of(action).displayName() + "'");
            }
            state.defaultAction = action;
        }
        return new Decision(Text.java(state.defaultAction), Singleton.NONE);
    }

    private static Object onceRegistry(PyThreadState ts) {
        Object own = attribute(ts, "onceregistry", false);
        if (own == null) {
            return ts.interp.warnings().onceRegistry;
        }
        if (!(own instanceof PyDict d)) {
            throw Errors.typeError(
                    ts,
                    "_warnings.onceregistry must be a dict, not '"
                            + Types.of(own).displayName() + "'");
        }
        ts.interp.warnings().onceRegistry = d;
        return d;
    }

    /** {@code already_warned}. */
    private static boolean alreadyWarned(PyThreadState ts, PyDict registry, Object key, boolean set) {
        long version = ts.interp.warnings().filtersVersion;
        if (!(registry.get("version") instanceof Long l) || l != version) {
            registry.clear();
            registry.put("version", version);
        } else {
            Object known = registry.get(ts, key);
            if (known != null && Truth.of(ts, known)) {
                return true;
            }
        }
        if (set) {
            registry.put(ts, key, true);
        }
        return false;
    }

    /** {@code warn_explicit}. A null module is derived from the file name; a null registry is none. */
    public static void explicit(
            PyThreadState ts,
            Object category,
            Object message,
            Object filename,
            int lineno,
            @Nullable Object module,
            @Nullable Object registry,
            @Nullable Object sourceLine,
            @Nullable Object source) {
        if (module == Singleton.NONE) {
            return; // issued late while the interpreter closes
        }
        if (registry != null && registry != Singleton.NONE && !(registry instanceof PyDict)) {
            throw Errors.typeError(ts, "'registry' must be a dict or None");
        }
        PyDict known = registry instanceof PyDict d ? d : null;
        Object where = module == null ? WarningContext.moduleOf(filename) : module;
        Object text;
        Object instance;
        Object type = category;
        if (message instanceof PyBaseException e && ts.isInstance(e, Exceptions.type("Warning"))) {
            text = Text.str(ts, e);
            type = e.type();
            instance = e;
        } else {
            text = message;
            instance = Call.call1(ts, type, message);
        }
        Object key = new PyTuple(text, type, (long) lineno);
        if (known != null && alreadyWarned(ts, known, key, false)) {
            return;
        }
        Decision decision = decide(ts, type, text, lineno, where);
        String action = decision.action();
        if (action.equals("error")) {
            throw Errors.carrier(ts, (PyBaseException) instance);
        }
        if (action.equals("ignore")) {
            return;
        }
        if (known != null) {
            // always is not noted, so that it is shown again
            if (!action.equals("always")) {
                known.put(ts, key, true);
            }
        }
        if (!action.equals("always") && suppressed(ts, decision, known, text, type)) {
            return;
        }
        show(ts, type, text, instance, filename, lineno, sourceLine, source);
    }

    private static boolean suppressed(
            PyThreadState ts, Decision decision, @Nullable PyDict registry, Object text, Object category) {
        switch (decision.action()) {
            case "once":
                PyDict once = registry != null ? registry : (PyDict) onceRegistry(ts);
                return alreadyWarned(ts, once, new PyTuple(text, category), true);
            case "module":
                return registry != null && alreadyWarned(ts, registry, new PyTuple(text, category), true);
            case "default":
                return false;
            default:
                throw Errors.error(
                        ts,
                        "RuntimeError",
                        "Unrecognized action (" + Text.java(Text.repr(ts, Str.of(decision.action())))
                                + ") in warnings.filters:\n " + Text.java(Text.repr(ts, decision.filter())));
        }
    }

    /** {@code call_show_warning}. */
    private static void show(
            PyThreadState ts,
            Object category,
            Object text,
            Object message,
            Object filename,
            int lineno,
            @Nullable Object sourceLine,
            @Nullable Object source) {
        Object shower = attribute(ts, "_showwarnmsg", source != null);
        if (shower == null) {
            write(ts, category, text, filename, lineno, sourceLine);
            return;
        }
        if (!Call.isCallable(shower)) {
            throw Errors.typeError(ts, "warnings._showwarnmsg() must be set to a callable");
        }
        Object type = attribute(ts, "WarningMessage", false);
        if (type == null) {
            throw Errors.error(ts, "RuntimeError", "unable to get warnings.WarningMessage");
        }
        Object made = Call.vector(
                ts,
                type,
                new Object[] {
                    message,
                    category,
                    filename,
                    (long) lineno,
                    Singleton.NONE,
                    Singleton.NONE,
                    source == null ? Singleton.NONE : source
                },
                null);
        Call.call1(ts, shower, made);
    }

    /** {@code show_warning}: while the library's module is not imported. */
    private static void write(
            PyThreadState ts, Object category, Object text, Object filename, int lineno, @Nullable Object sourceLine) {
        Object err = ts.sysAttr("stderr");
        if (err == null || err == Singleton.NONE) {
            return;
        }
        try {
            String name =
                    category instanceof PyObject ? Text.java(Text.str(ts, Attr.get(ts, category, "__name__"))) : "";
            String line = sourceLine == null
                    ? SourceLines.line(ts, Text.java(filename), lineno)
                    : Text.java(Text.str(ts, sourceLine)).strip();
            String all = Text.java(filename) + ":" + lineno + ": " + name + ": " + Text.java(Text.str(ts, text)) + "\n"
                    + (line == null || line.isEmpty() ? "" : "  " + line.strip() + "\n");
            Call.method1(ts, err, "write", Str.of(all));
        } catch (PythonException e) {
            // a warning that cannot be shown is lost, as in CPython
            return;
        }
    }
}
