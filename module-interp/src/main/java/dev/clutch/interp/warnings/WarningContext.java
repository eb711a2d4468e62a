package dev.clutch.interp.warnings;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.FrameStack;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.op.Text;
import org.jspecify.annotations.Nullable;

/**
 * The place that a warning is attributed to. Answers to {@code setup_context}.
 *
 * @param module the name of the module, None when it is shutting down
 * @param registry the module's {@code __warningregistry__}
 */
record WarningContext(Object filename, int lineno, Object module, Object registry) {

    static WarningContext of(PyThreadState ts, long stackLevel, @Nullable PyTuple skipped) {
        int depth = ts.depth - 1;
        long level = stackLevel;
        if (level <= 0 || (depth >= 0 && isInternal(ts, depth))) {
            while (--level > 0 && depth >= 0) {
                depth--;
            }
        } else {
            while (--level > 0 && depth >= 0) {
                do {
                    depth--;
                } while (depth >= 0 && (isInternal(ts, depth) || isSkipped(ts, depth, skipped)));
            }
        }
        PyDict globals;
        Object filename;
        int lineno;
        if (depth < 0) {
            globals = ts.interp.sysDict();
            filename = "sys";
            lineno = 1;
        } else {
            globals = FrameStack.function(ts, depth).globals;
            filename = filename(ts, depth);
            lineno = FrameStack.lineAt(ts, depth);
        }
        Object registry = globals.get("__warningregistry__");
        if (registry == null) {
            registry = new PyDict();
            globals.put("__warningregistry__", registry);
        }
        Object module = globals.get("__name__");
        if (module == null || (module != Singleton.NONE && !PyStr.isStr(module))) {
            module = "<string>";
        }
        return new WarningContext(filename, lineno, module, registry);
    }

    private static Object filename(PyThreadState ts, int depth) {
        return FrameStack.function(ts, depth).code.filename(ts);
    }

    /** The import system doesn't count. */
    private static boolean isInternal(PyThreadState ts, int depth) {
        String name = Text.java(filename(ts, depth));
        return name.contains("importlib") && name.contains("_bootstrap");
    }

    private static boolean isSkipped(PyThreadState ts, int depth, @Nullable PyTuple prefixes) {
        if (prefixes == null) {
            return false;
        }
        String name = Text.java(filename(ts, depth));
        for (Object prefix : prefixes.items()) {
            if (name.startsWith(Text.java(prefix))) {
                return true;
            }
        }
        return false;
    }

    /** {@code normalize_module}. */
    static Object moduleOf(Object filename) {
        String name = Text.java(filename);
        if (name.isEmpty()) {
            return "<unknown>";
        }
        return Str.of(name.endsWith(".py") ? name.substring(0, name.length() - 3) : name);
    }
}
