package dev.clutch.interp.op;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.Site;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.GlobalCache;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyFunction;
import org.jspecify.annotations.Nullable;

/** Global names, and the names of module and class bodies. */
public final class Globals {
    private Globals() {}

    /** {@code LOAD_GLOBAL}. */
    public static Object load(PyThreadState ts, PyFunction f, String name, int cache) {
        if (f.caches[cache] instanceof GlobalCache c) {
            Object v = c.value(f);
            if (v != null) {
                return v;
            }
        }
        return loadSlow(ts, f, name, cache);
    }

    private static Object loadSlow(PyThreadState ts, PyFunction f, String name, int cache) {
        Object v;
        if (f.globals.type() == PyDict.TYPE && f.builtins.type() == PyDict.TYPE) {
            v = GlobalCache.fill(ts, f, name, cache);
        } else {
            v = fromNamespace(ts, f.globals, name);
            v = v == null ? fromNamespace(ts, f.builtins, name) : v;
        }
        if (v == null) {
            v = f.builtins.get(ts, name); // a key of another type may be equal
        }
        if (v == null) {
            v = Site.builtin(ts, f.builtins, name);
        }
        if (v == null) {
            throw undefined(ts, name);
        }
        return v;
    }

    static PythonException undefined(PyThreadState ts, String name) {
        return Errors.nameError(ts, name, "name '" + name + "' is not defined");
    }

    /** Looks a name up in a namespace; null when it is not there. */
    static @Nullable Object fromNamespace(PyThreadState ts, Object namespace, String name) {
        if (namespace instanceof PyDict d && d.type() == PyDict.TYPE) {
            return d.get(name);
        }
        if (namespace instanceof PyDict d && d.reads()) {
            return d.get(ts, Str.of(name));
        }
        try {
            return Subscript.get(ts, namespace, Str.of(name));
        } catch (PythonException e) {
            if (Errors.matches(e, "KeyError")) {
                return null;
            }
            throw e;
        }
    }

    /** {@code LOAD_NAME}. */
    public static Object loadName(PyThreadState ts, PyFunction f, Object namespace, String name, int cache) {
        if (namespace != f.globals) {
            Object v = fromNamespace(ts, namespace, name);
            if (v != null) {
                return v;
            }
        }
        return load(ts, f, name, cache);
    }

    /** {@code LOAD_FROM_DICT_OR_GLOBALS}. */
    public static Object loadFromClassOrGlobals(PyThreadState ts, PyFunction f, String name, Object namespace) {
        Object v = fromNamespace(ts, namespace, name);
        if (v == null) {
            v = f.globals.get(name);
        }
        if (v == null) {
            v = f.builtins.get(name);
        }
        if (v == null) {
            v = Site.builtin(ts, f.builtins, name);
        }
        if (v == null) {
            throw undefined(ts, name);
        }
        return v;
    }

    /** {@code STORE_GLOBAL}. */
    public static void store(Object value, PyThreadState ts, PyFunction f, String name) {
        f.globals.put(name, value);
    }

    /** {@code STORE_NAME}. */
    public static void storeName(Object value, PyThreadState ts, PyFunction f, Object namespace, String name) {
        if (namespace instanceof PyDict d && d.type() == PyDict.TYPE) {
            d.put(name, value);
        } else {
            Subscript.set(ts, namespace, Str.of(name), value);
        }
    }

    /** {@code DELETE_GLOBAL}. */
    public static void delete(PyThreadState ts, PyFunction f, String name) {
        if (f.globals.remove(name) == null) {
            throw undefined(ts, name);
        }
    }

    /** {@code DELETE_NAME}. */
    public static void deleteName(PyThreadState ts, PyFunction f, Object namespace, String name) {
        if (namespace instanceof PyDict d && d.type() == PyDict.TYPE) {
            if (d.remove(name) == null) {
                throw undefined(ts, name);
            }
            return;
        }
        try {
            Subscript.delete(ts, namespace, Str.of(name));
        } catch (PythonException e) {
            throw Errors.matches(e, "KeyError") ? undefined(ts, name) : e;
        }
    }

    /** Removes a global if it is there. */
    public static void forget(PyThreadState ts, PyFunction f, String name) {
        f.globals.remove(name);
    }

    /** Removes a name of a body, which is there. */
    public static void forgetName(PyThreadState ts, PyFunction f, String name, Object namespace) {
        deleteName(ts, f, namespace, name);
    }

    /** {@code SETUP_ANNOTATIONS}. */
    public static void setupAnnotations(PyThreadState ts, Object namespace) {
        if (fromNamespace(ts, namespace, "__annotations__") == null) {
            PyDict d = new PyDict();
            if (namespace instanceof PyDict n && n.type() == PyDict.TYPE) {
                n.put("__annotations__", d);
            } else {
                Subscript.set(ts, namespace, "__annotations__", d);
            }
        }
    }
}
