package dev.clutch.interp.op;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyFunction;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.Types;
import org.jspecify.annotations.Nullable;

/** Import statements. */
public final class Imports {
    private Imports() {}

    /** {@code IMPORT_NAME}: calls {@code __import__} of the builtins. */
    public static Object name(
            PyThreadState ts, PyFunction f, Object namespace, String name, String @Nullable [] from, int level) {
        Object function = f.builtins.get("__import__");
        if (function == null) {
            throw Errors.error(ts, "ImportError", "__import__ not found");
        }
        Object fromlist = Singleton.NONE;
        if (from != null) {
            Object[] names = new Object[from.length];
            for (int i = 0; i < names.length; i++) {
                names[i] = Str.of(from[i]);
            }
            fromlist = new PyTuple(names);
        }
        return Call.vector(
                ts, function, new Object[] {Str.of(name), f.globals, namespace, fromlist, (long) level}, null);
    }

    /** {@code IMPORT_FROM}. */
    public static Object from(PyThreadState ts, Object module, String name) {
        Object v = Attr.find(ts, module, name);
        if (v != null) {
            return v;
        }
        Object moduleName = Attr.find(ts, module, "__name__");
        if (moduleName != null && Str.isStr(moduleName)) {
            v = ts.interp.modules().get(ts, Str.concat(Str.concat(moduleName, "."), Str.of(name)));
            if (v != null) {
                return v;
            }
        }
        throw cannotImport(ts, module, moduleName, name);
    }

    private static PythonException cannotImport(
            PyThreadState ts, Object module, @Nullable Object moduleName, String name) {
        String known = moduleName == null ? "<unknown module name>" : Text.java(Text.str(ts, moduleName));
        Object file = Attr.find(ts, module, "__file__");
        Object spec = Attr.find(ts, module, "__spec__");
        Object initializing = spec == null || spec == Singleton.NONE ? null : Attr.find(ts, spec, "_initializing");
        String quoted = moduleName == null ? "'" + known + "'" : Text.java(Text.repr(ts, moduleName));
        String message;
        if (initializing != null && Truth.of(ts, initializing)) {
            message = "cannot import name '" + name + "' from partially initialized module " + quoted
                    + " (most likely due to a circular import)";
        } else {
            message = "cannot import name '" + name + "' from " + quoted;
        }
        message += " (" + (file == null || file == Singleton.NONE ? "unknown location" : Text.java(Text.str(ts, file)))
                + ")";
        return Errors.importError(
                ts, message, moduleName == null ? known : moduleName, file == null ? Singleton.NONE : file, name);
    }

    /** {@code from m import *}. */
    public static void star(PyThreadState ts, Object module, Object namespace) {
        Object all = Attr.find(ts, module, "__all__");
        if (all != null) {
            Object it = Iter.iter(ts, all);
            Object name;
            while ((name = Iter.next(ts, it)) != null) {
                if (!Str.isStr(name)) {
                    throw Errors.typeError(
                            ts,
                            "Item in " + Text.java(Text.str(ts, Attr.get(ts, module, "__name__")))
                                    + ".__all__ must be str, not "
                                    + Types.of(name).displayName());
                }
                store(ts, namespace, name, Attr.getAny(ts, module, name));
            }
            return;
        }
        Object dict = Attr.find(ts, module, "__dict__");
        if (!(dict instanceof PyDict d)) {
            throw Errors.error(ts, "ImportError", "from-import-* object has no __dict__ and no __all__");
        }
        for (int i = d.next(0); i >= 0; i = d.next(i + 1)) {
            Object key = d.keyAt(i);
            if (!Str.isStr(key)) {
                throw Errors.typeError(
                        ts,
                        "Key in " + Text.java(Text.str(ts, Attr.get(ts, module, "__name__")))
                                + ".__dict__ must be str, not "
                                + Types.of(key).displayName());
            }
            if (!(Str.length(key) > 0 && Str.at(key, 0) == '_')) {
                store(ts, namespace, key, d.valueAt(i));
            }
        }
    }

    private static void store(PyThreadState ts, Object namespace, Object name, Object value) {
        if (namespace instanceof PyDict d && d.type() == PyDict.TYPE) {
            d.put(ts, name, value);
        } else {
            Subscript.set(ts, namespace, name, value);
        }
    }
}
