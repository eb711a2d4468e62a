package dev.clutch.interp.imports;

import dev.clutch.extension.spi.ExtensionProvider;
import dev.clutch.extension.spi.ModuleDefinition;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.SourceCompiler;
import dev.clutch.interp.generated.ExtensionIndex;
import dev.clutch.interp.modules.Modules;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyCell;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Execution;
import dev.clutch.interp.op.Iter;
import dev.clutch.runtime.GateDecision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Imports core modules, modules of the standard library and source files on {@code sys.path}. Stands in for {@code importlib._bootstrap} until the modules are there that it needs;
 * it has no finders, loaders or specs.
 */
public final class Importer {
    private Importer() {}

    /** {@code __import__(name, globals, None, fromlist, level)}. */
    public static Object importName(PyThreadState ts, String name, Object globals, Object fromlist, int level) {
        if (level < 0) {
            throw Errors.valueError(ts, "level must be >= 0");
        }
        String full = level == 0 ? name : resolve(ts, name, globals, level);
        if (full.isEmpty()) {
            throw Errors.valueError(ts, "Empty module name");
        }
        Object module = load(ts, full);
        Object[] names = fromlist == Singleton.NONE ? new Object[0] : Iter.toArray(ts, fromlist);
        if (names.length == 0) {
            if (level == 0) {
                int dot = name.indexOf('.');
                return dot < 0 ? module : load(ts, name.substring(0, dot));
            }
            int extra = name.isEmpty() ? 0 : name.indexOf('.');
            return extra <= 0 ? module : load(ts, full.substring(0, full.length() - (name.length() - extra)));
        }
        if (Attr.find(ts, module, "__path__") != null) {
            submodules(ts, module, full, names);
        }
        return module;
    }

    /** {@code _handle_fromlist}. */
    private static void submodules(PyThreadState ts, Object module, String full, Object[] names) {
        for (Object n : names) {
            if (!PyStr.isStr(n)) {
                throw Errors.typeError(
                        ts,
                        "Item in ``from list'' must be str, not " + ts.typeOf(n).name());
            }
            String text = Attr.nameText(ts, n);
            if (text.equals("*")) {
                Object all = Attr.find(ts, module, "__all__");
                if (all != null) {
                    submodules(ts, module, full, Iter.toArray(ts, all));
                }
            } else if (Attr.find(ts, module, text) == null) {
                loadIfFound(ts, full + "." + text);
            }
        }
    }

    private static String resolve(PyThreadState ts, String name, Object globals, int level) {
        Object pkg = globals instanceof PyDict d ? d.get("__package__") : null;
        if (pkg == null || pkg == Singleton.NONE) {
            Object own = globals instanceof PyDict d ? d.get("__name__") : null;
            if (own == null) {
                throw Errors.error(ts, "ImportError", "attempted relative import with no known parent package");
            }
            String text = Attr.nameText(ts, own);
            boolean isPackage = globals instanceof PyDict d && d.get("__path__") != null;
            pkg = isPackage ? text : text.substring(0, Math.max(0, text.lastIndexOf('.')));
        }
        String base = Attr.nameText(ts, pkg);
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
        return name.isEmpty() ? base : base + "." + name;
    }

    /** Returns the module of a full name, imported if need be ({@code _find_and_load}). */
    public static Object load(PyThreadState ts, String full) {
        Object found = loadIfFound(ts, full);
        if (found != null) {
            return found;
        }
        PythonException e = Errors.error(ts, "ModuleNotFoundError", "No module named '" + full + "'");
        Attr.set(ts, e.value(), "name", Str.of(full));
        throw e;
    }

    private static @Nullable Object loadIfFound(PyThreadState ts, String full) {
        Object known = ts.interp.modules().get(full);
        if (known != null) {
            if (known == Singleton.NONE) {
                throw Errors.error(ts, "ModuleNotFoundError", "import of " + full + " halted; None in sys.modules");
            }
            return known;
        }
        int dot = full.lastIndexOf('.');
        Object parent = null;
        if (dot >= 0) {
            parent = load(ts, full.substring(0, dot));
            known = ts.interp.modules().get(full);
            if (known != null) {
                return known;
            }
            if (Attr.find(ts, parent, "__path__") == null) {
                throw Errors.error(
                        ts,
                        "ModuleNotFoundError",
                        "No module named '" + full + "'; '" + full.substring(0, dot) + "' is not a package");
            }
        }
        Object module = make(ts, full, parent);
        if (module != null && parent != null) {
            Attr.set(ts, parent, full.substring(dot + 1).intern(), module);
        }
        return module;
    }

    private static @Nullable Object make(PyThreadState ts, String full, @Nullable Object parent) {
        ExtensionProvider core = ExtensionIndex.provider(full);
        if (core != null) {
            return makeCore(ts, full, core.definition());
        }
        Extensions.Found extension = ts.interp.extensions().find(full);
        if (extension != null) {
            if (ts.interp.gate().decide(extension.declaration()) instanceof GateDecision.Refused refused) {
                throw Errors.error(ts, "ImportError", refused.message());
            }
            return makeCore(ts, full, extension.provider().definition());
        }
        Object fromPath = parent == null
                ? fromPath(ts, full, ts.sysAttr("path"))
                : fromPath(ts, full, Attr.find(ts, parent, "__path__"));
        if (fromPath != null) {
            return fromPath;
        }
        LibrarySource.Found library = LibrarySource.find(full);
        if (library == null) {
            return null;
        }
        return execute(ts, full, library.source(), "/" + library.path(), library.isPackage());
    }

    private static Object makeCore(PyThreadState ts, String full, ModuleDefinition definition) {
        PyModule module = Modules.create(ts, definition);
        ts.interp.modules().put(full.intern(), module);
        Modules.execute(ts, definition, module);
        return module;
    }

    private static @Nullable Object fromPath(PyThreadState ts, String full, @Nullable Object path) {
        if (path == null || path == Singleton.NONE) {
            return null;
        }
        String last = full.substring(full.lastIndexOf('.') + 1);
        for (Object entry : Iter.toArray(ts, path)) {
            if (!PyStr.isStr(entry)) {
                continue;
            }
            Path folder = ts.interp.resolve(Attr.nameText(ts, entry));
            Path file = folder.resolve(last + ".py");
            Path init = folder.resolve(last).resolve("__init__.py");
            try {
                if (Files.isRegularFile(init)) {
                    return execute(ts, full, Files.readAllBytes(init), init.toString(), true);
                }
                if (Files.isRegularFile(file)) {
                    return execute(ts, full, Files.readAllBytes(file), file.toString(), false);
                }
            } catch (IOException e) {
                throw Errors.error(ts, "OSError", String.valueOf(e.getMessage()));
            }
        }
        return null;
    }

    private static Object execute(PyThreadState ts, String full, byte[] source, String path, boolean isPackage) {
        PyCode code = SourceCompiler.file(ts, source, path);
        PyModule module = new PyModule(Str.of(full));
        PyDict d = module.dict;
        d.put("__file__", Str.of(path));
        d.put("__builtins__", ts.interp.builtins());
        int dot = full.lastIndexOf('.');
        d.put("__package__", Str.of(isPackage ? full : dot < 0 ? "" : full.substring(0, dot)));
        if (isPackage) {
            d.put("__path__", new PyList(Str.of(path.substring(0, path.lastIndexOf('/')))));
        }
        String key = full.intern();
        ts.interp.modules().put(key, module);
        try {
            Execution.run(ts, code, d, d, new PyCell[0]);
        } catch (PythonException e) {
            ts.interp.modules().remove(key);
            throw e;
        }
        Object now = ts.interp.modules().get(key);
        return now == null ? module : now;
    }
}
