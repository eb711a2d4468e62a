package dev.clutch.interp.modules;

import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.generated.ExtensionIndex;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.Exceptions;
import dev.clutch.interp.object.FrameStack;
import dev.clutch.interp.object.PyBaseException;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.RaiseSupport;
import dev.clutch.interp.object.Types;

/** {@code sys}, as far as the core needs it. */
@ExtensionModule(name = "sys", multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class SysModule {
    @Exec
    void attributes(PyThreadState ts, PyObject module) {
        PyDict d = ((PyModule) module).dict;
        d.put("modules", ts.interp.modules());
        d.put("path", new PyList());
        d.put("argv", new PyList());
        d.put("meta_path", new PyList());
        d.put("path_hooks", new PyList());
        d.put("path_importer_cache", new PyDict());
        d.put("maxsize", Long.MAX_VALUE);
        d.put("maxunicode", 0x10FFFFL);
        d.put("byteorder", "little");
        d.put("platform", "linux");
        d.put("version_info", new PyTuple(3L, 12L, 8L, "final", 0L));
        d.put("version", "3.12.8 (Clutch)");
        d.put("hexversion", 0x030C08F0L);
        d.put("api_version", 1013L);
        d.put("copyright", "Apache-2.0");
        d.put("dont_write_bytecode", false);
        d.put("warnoptions", new PyList());
        String[] names = ExtensionIndex.moduleNames();
        Object[] builtin = new Object[names.length];
        System.arraycopy(names, 0, builtin, 0, names.length);
        d.put("builtin_module_names", new PyTuple(builtin));
    }

    @Expose(signature = "(status=None, /)")
    static Object exit(PyThreadState ts, Object status) {
        throw Errors.make(
                ts, Exceptions.type("SystemExit"), status instanceof PyTuple t ? t.items() : new Object[] {status});
    }

    @Expose
    static Object intern(PyThreadState ts, Object string) {
        if (!PyStr.isStr(string)) {
            throw Errors.typeError(
                    ts, "intern() argument must be str, not " + Types.of(string).displayName());
        }
        return string instanceof String s ? s.intern() : string;
    }

    @Expose
    static long getrecursionlimit(PyThreadState ts) {
        return ts.interp.recursionLimit();
    }

    @Expose
    static void setrecursionlimit(PyThreadState ts, int limit) {
        if (limit < 1) {
            throw Errors.valueError(ts, "recursion limit must be greater or equal than 1");
        }
        if (limit <= ts.depth) {
            throw Errors.error(
                    ts,
                    "RecursionError",
                    "cannot set the recursion limit to " + limit + " at the recursion depth " + ts.depth
                            + ": the limit is too low");
        }
        ts.interp.setRecursionLimit(ts, limit);
    }

    @Expose(signature = "(depth=0, /)")
    static Object _getframe(PyThreadState ts, int depth) {
        int index = ts.depth - 1 - Math.max(depth, 0);
        if (index < 0) {
            throw Errors.valueError(ts, "call stack is not deep enough");
        }
        return FrameStack.frame(ts, index);
    }

    @Expose
    static Object exception(PyThreadState ts) {
        return ts.handled == null ? Singleton.NONE : ts.handled;
    }

    @Expose
    static Object exc_info(PyThreadState ts) {
        if (!(ts.handled instanceof PyBaseException e)) {
            return new PyTuple(Singleton.NONE, Singleton.NONE, Singleton.NONE);
        }
        Object traceback = RaiseSupport.traceback(e);
        return new PyTuple(e.type(), e, traceback == null ? Singleton.NONE : traceback);
    }

    @Expose
    static long get_int_max_str_digits(PyThreadState ts) {
        return ts.interp.maxStrDigits();
    }

    @Expose(signature = "(maxdigits)")
    static void set_int_max_str_digits(PyThreadState ts, int maxdigits) {
        if (maxdigits != 0 && maxdigits < 640) {
            throw Errors.valueError(ts, "maxdigits must be 0 or larger than 640");
        }
        ts.interp.setMaxStrDigits(maxdigits);
    }
}
