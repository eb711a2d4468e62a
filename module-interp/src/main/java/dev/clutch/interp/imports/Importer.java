package dev.clutch.interp.imports;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.LibraryRoot;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.op.Truth;

/** The part of importing that is not Python: {@code import.c}. What isn't in {@code sys.modules} is found by the library's {@code importlib._bootstrap}. */
public final class Importer {
    private Importer() {}

    /** Returns {@code importlib._bootstrap}, started if need be. */
    public static Object importlib(PyThreadState ts) {
        PyModule known = ts.interp.importlib();
        if (known != null) {
            return known;
        }
        PyModule module = Bootstrap.start(ts);
        ts.interp.setImportlib(module);
        Bootstrap.finish(ts, module);
        return module;
    }

    /** Returns the module of a full name, imported if need be. */
    public static Object load(PyThreadState ts, String name) {
        Object known = ts.interp.modules().get(name);
        if (known == null || known == Singleton.NONE) {
            return findAndLoad(ts, Str.of(name));
        }
        PyModule importlib = ts.interp.importlib();
        if (importlib != null) {
            ensureInitialized(ts, importlib, known, name);
        }
        return known;
    }

    /** {@code PyImport_ImportModuleLevelObject}. */
    public static Object importName(PyThreadState ts, Object name, Object globals, Object fromlist, int level) {
        if (!PyStr.isStr(name)) {
            throw Errors.typeError(ts, "module name must be a string");
        }
        if (level < 0) {
            throw Errors.valueError(ts, "level must be >= 0");
        }
        if (LibraryRoot.module() == null) {
            return coreAlone(ts, name);
        }
        Object importlib = importlib(ts);
        Object absolute = level > 0 ? resolve(ts, name, globals, level) : name;
        if (level == 0 && Str.length(name) == 0) {
            throw Errors.valueError(ts, "Empty module name");
        }
        Object module = ts.interp.modules().get(ts, absolute);
        if (module == null || module == Singleton.NONE) {
            module = findAndLoad(ts, absolute);
        } else {
            ensureInitialized(ts, importlib, module, absolute);
        }
        if (fromlist == Singleton.NONE || !Truth.of(ts, fromlist)) {
            return front(ts, module, name, absolute, level);
        }
        if (Attr.find(ts, module, "__path__") == null) {
            return module;
        }
        QuickImport quick = ts.interp.quickImport();
        if (quick != null && quick.hasAll(ts, module, fromlist)) {
            return module;
        }
        try {
            return Call.vector(
                    ts,
                    Attr.get(ts, importlib, "_handle_fromlist"),
                    new Object[] {module, fromlist, ts.interp.importFunction()},
                    null);
        } catch (PythonException e) {
            ImportFrames.remove(ts, e);
            throw e;
        }
    }

    /** Where the standard library is not on the module path there is no importlib: core modules and those of bundles can be imported, nothing else. */
    private static Object coreAlone(PyThreadState ts, Object name) {
        String text = Attr.nameText(ts, name);
        if (ts.interp.modules().get(text) == null && !CoreModules.isBuiltin(ts, text)) {
            PythonException e = Errors.error(
                    ts,
                    "ModuleNotFoundError",
                    "No module named " + Text.java(Text.repr(ts, name))
                            + "; the standard library (dev.clutch.stdlib) is not on the module path");
            Attr.set(ts, e.value(), "name", name);
            throw e;
        }
        return CoreModules.make(ts, text);
    }

    private static Object front(PyThreadState ts, Object module, Object name, Object absolute, int level) {
        String text = Attr.nameText(ts, name);
        if (level > 0 && text.isEmpty()) {
            return module;
        }
        int dot = text.indexOf('.');
        if (dot < 0) {
            return module;
        }
        if (level == 0) {
            return importName(ts, Str.of(text.substring(0, dot)), Singleton.NONE, Singleton.NONE, 0);
        }
        String full = Attr.nameText(ts, absolute);
        String wanted = full.substring(0, full.length() - (text.length() - dot));
        Object found = ts.interp.modules().get(ts, Str.of(wanted));
        if (found == null) {
            throw Errors.error(
                    ts, "KeyError", Text.java(Text.repr(ts, Str.of(wanted))) + " not in sys.modules as expected");
        }
        return found;
    }

    /** {@code import_ensure_initialized}: waits for another thread that is importing the module. */
    private static void ensureInitialized(PyThreadState ts, Object importlib, Object module, Object name) {
        Object spec = module instanceof PyModule m && m.type() == PyModule.TYPE
                ? m.dict.get("__spec__")
                : Attr.find(ts, module, "__spec__");
        if (spec == null || spec == Singleton.NONE) {
            return;
        }
        Object initializing = Attr.find(ts, spec, "_initializing");
        if (initializing != null && initializing != Boolean.FALSE && Truth.of(ts, initializing)) {
            Call.method1(ts, importlib, "_lock_unlock_module", name);
        }
    }

    private static Object shown(PyThreadState ts, String name) {
        Object value = ts.sysAttr(name);
        return value == null ? Singleton.NONE : value;
    }

    /** {@code import_find_and_load}. */
    private static Object findAndLoad(PyThreadState ts, Object name) {
        Object importlib = importlib(ts);
        if (ts.interp.isAudited()) {
            ts.audit(
                    "import", name, Singleton.NONE, shown(ts, "path"), shown(ts, "meta_path"), shown(ts, "path_hooks"));
        }
        QuickImport quick = ts.interp.quickImport();
        if (quick != null && name instanceof String text) {
            Object module = quick.load(ts, text);
            if (module != null) {
                return module;
            }
        }
        try {
            return Call.vector(
                    ts,
                    Attr.get(ts, importlib, "_find_and_load"),
                    new Object[] {name, ts.interp.importFunction()},
                    null);
        } catch (PythonException e) {
            ImportFrames.remove(ts, e);
            throw e;
        }
    }

    /** {@code resolve_name}. */
    private static Object resolve(PyThreadState ts, Object name, Object globals, int level) {
        if (!(globals instanceof PyDict dict)) {
            throw globals == Singleton.NONE
                    ? Errors.error(ts, "KeyError", "'__name__' not in globals")
                    : Errors.typeError(ts, "globals must be a dict");
        }
        String base = packageOf(ts, dict);
        if (base.isEmpty()) {
            throw Errors.error(ts, "ImportError", "attempted relative import with no known parent package");
        }
        for (int i = 1; i < level; i++) {
            int dot = base.lastIndexOf('.');
            if (dot < 0) {
                throw Errors.error(ts, "ImportError", "attempted relative import beyond top-level package");
            }
            base = base.substring(0, dot);
        }
        return Str.length(name) == 0 ? Str.of(base) : Str.concat(Str.of(base + "."), name);
    }

    private static String packageOf(PyThreadState ts, PyDict globals) {
        Object pkg = globals.get("__package__");
        Object spec = globals.get("__spec__");
        if (pkg != null && pkg != Singleton.NONE) {
            if (!PyStr.isStr(pkg)) {
                throw Errors.typeError(ts, "package must be a string");
            }
            if (spec != null && spec != Singleton.NONE) {
                Object parent = Attr.find(ts, spec, "parent");
                if (parent != null && !ts.equal(pkg, parent)) {
                    ts.warn("DeprecationWarning", "__package__ != __spec__.parent", 1);
                }
            }
            return Attr.nameText(ts, pkg);
        }
        if (spec != null && spec != Singleton.NONE) {
            Object parent = Attr.get(ts, spec, "parent");
            if (!PyStr.isStr(parent)) {
                throw Errors.typeError(ts, "__spec__.parent must be a string");
            }
            return Attr.nameText(ts, parent);
        }
        ts.warn(
                "ImportWarning",
                "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__",
                1);
        Object own = globals.get("__name__");
        if (own == null) {
            throw Errors.error(ts, "KeyError", "'__name__' not in globals");
        }
        if (!PyStr.isStr(own)) {
            throw Errors.typeError(ts, "__name__ must be a string");
        }
        String text = Attr.nameText(ts, own);
        return globals.get("__path__") != null ? text : text.substring(0, Math.max(0, text.lastIndexOf('.')));
    }
}
