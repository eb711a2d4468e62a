package dev.clutch.interp.modules;

import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.warnings.WarningState;
import dev.clutch.interp.warnings.Warnings;
import org.jspecify.annotations.Nullable;

/** {@code _warnings}. */
@ExtensionModule(name = "_warnings", multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class WarningsModule {
    @Exec
    void attributes(PyThreadState ts, PyObject module) {
        WarningState state = ts.interp.warnings();
        PyDict d = ((PyModule) module).dict;
        d.put("filters", state.filters());
        d.put("_onceregistry", state.onceRegistry());
        d.put("_defaultaction", state.defaultAction());
    }

    @Expose(
            signature = "(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=())",
            doc = "Issue a warning, or perhaps ignore it or raise it.")
    static void warn(
            PyThreadState ts,
            Object message,
            Object category,
            long stacklevel,
            Object source,
            @Nullable Object skip_file_prefixes) {
        PyTuple prefixes = prefixes(ts, skip_file_prefixes);
        Warnings.warn(
                ts,
                message,
                category(ts, message, category),
                prefixes == null ? stacklevel : Math.max(stacklevel, 2),
                source == Singleton.NONE ? null : source,
                prefixes);
    }

    private static @Nullable PyTuple prefixes(PyThreadState ts, @Nullable Object given) {
        if (given == null) {
            return null;
        }
        if (!(given instanceof PyTuple t)) {
            throw Errors.typeError(
                    ts,
                    "warn() argument 'skip_file_prefixes' must be tuple, not "
                            + (given == Singleton.NONE
                                    ? "None"
                                    : Types.of(given).displayName()));
        }
        for (Object prefix : t.items()) {
            if (!PyStr.isStr(prefix)) {
                throw Errors.typeError(
                        ts, "Found non-str '" + Types.of(prefix).displayName() + "' in skip_file_prefixes.");
            }
        }
        return t.size() == 0 ? null : t;
    }

    /** {@code get_category}. */
    private static Object category(PyThreadState ts, Object message, Object category) {
        TypeObject warning = Exceptions.type("Warning");
        if (ts.isInstance(message, warning)) {
            return Types.of(message);
        }
        if (category == Singleton.NONE) {
            return Exceptions.type("UserWarning");
        }
        boolean good;
        try {
            good = ts.isSubclass(category, warning);
        } catch (PythonException e) {
            if (!Errors.matches(e, "TypeError")) {
                throw e;
            }
            good = false;
        }
        if (!good) {
            throw Errors.typeError(
                    ts,
                    "category must be a Warning subclass, not '"
                            + Types.of(category).displayName() + "'");
        }
        return category;
    }

    @Expose(
            signature =
                    "(message, category, filename, lineno, module=<absent>, registry=None, module_globals=None, source=None)",
            doc = "Issue a warning for a given place.")
    static void warn_explicit(
            PyThreadState ts,
            Object message,
            Object category,
            String filename,
            int lineno,
            @Nullable Object module,
            Object registry,
            Object module_globals,
            Object source) {
        Object line = null;
        if (module_globals != Singleton.NONE) {
            if (!(module_globals instanceof PyDict globals)) {
                throw Errors.typeError(
                        ts,
                        "module_globals must be a dict, not '"
                                + Types.of(module_globals).displayName() + "'");
            }
            line = sourceLine(ts, globals, lineno);
        }
        Warnings.explicit(
                ts,
                category,
                message,
                dev.clutch.extension.spi.Str.of(filename),
                lineno,
                module,
                registry,
                line,
                source == Singleton.NONE ? null : source);
    }

    /** {@code get_source_line}: what the loader says. */
    private static @Nullable Object sourceLine(PyThreadState ts, PyDict globals, int lineno) {
        Object spec = globals.get("__spec__");
        Object loader = spec == null ? null : Attr.find(ts, spec, "loader");
        if (loader == null || loader == Singleton.NONE) {
            loader = globals.get("__loader__");
        }
        Object name = globals.get("__name__");
        if (loader == null || name == null || Attr.find(ts, loader, "get_source") == null) {
            return null;
        }
        Object source = Call.method1(ts, loader, "get_source", name);
        if (source == Singleton.NONE) {
            return null;
        }
        Object[] lines = Iter.toArray(ts, Call.method0(ts, PyStr.plain(source), "splitlines"));
        if (lineno < 1 || lineno > lines.length) {
            throw Errors.error(ts, "IndexError", "list index out of range");
        }
        return lines[lineno - 1];
    }

    @Expose
    static void _filters_mutated(PyThreadState ts) {
        ts.interp.warnings().mutated();
    }
}
