package dev.clutch.interp.imports;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.modules.Modules;
import dev.clutch.interp.object.AttributeStorage;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.LibraryRoot;
import dev.clutch.interp.object.PyCell;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyInstance;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.object.PySet;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Compare;
import dev.clutch.interp.op.Execution;
import dev.clutch.interp.op.Truth;
import org.jspecify.annotations.Nullable;

/**
 * What {@code importlib._bootstrap._find_and_load} does for modules of the library and built-in ones, without its Python code. Only where nobody could tell: while the finders and the functions of
 * importlib are the original ones, without audit hooks, tracers and {@code -v}. Whatever is not plain is left to importlib, by answering null before anything has happened.
 */
public final class QuickImport {
    private final PyModule external;
    private final PyModule sys;
    private final Originals[] originals;
    private final ModuleLocks locks;
    private final @Nullable Object flags;
    private final boolean isVerbose;
    private final String optimisation;

    private final TypeObject specType;
    private final Object builtinImporter;
    private final Object frozenImporter;
    private final Object extensionFinder;
    private final Object pathFinder;
    private final Object fileFinder;
    private final TypeObject libraryFinder;
    private final TypeObject libraryLoader;

    QuickImport(PyThreadState ts, PyModule sys, PyModule importlib, PyModule external, PyModule library) {
        this.external = external;
        this.sys = sys;
        locks = new ModuleLocks(importlib);
        originals = new Originals[] {
            new Originals(
                    importlib.dict,
                    "_find_and_load",
                    "_find_and_load_unlocked",
                    "_find_spec",
                    "_handle_fromlist",
                    "_load_unlocked",
                    "module_from_spec",
                    "_init_module_attrs",
                    "_new_module",
                    "spec_from_loader",
                    "_call_with_frames_removed",
                    "_verbose_message",
                    "_ModuleLockManager",
                    "_ImportLockContext",
                    "_get_module_lock",
                    "_ModuleLock",
                    "_module_locks",
                    "_bootstrap_external",
                    "ModuleSpec",
                    "BuiltinImporter",
                    "FrozenImporter",
                    "_imp",
                    "sys"),
            new Originals(
                    external.dict,
                    "PathFinder",
                    "FileFinder",
                    "_get_cached",
                    "cache_from_source",
                    "_path_join",
                    "_path_stat",
                    "_relax_case",
                    "_os",
                    "_bootstrap"),
            new Originals(
                    library.dict,
                    "ExtensionFinder",
                    "LibraryFinder",
                    "LibraryLoader",
                    "_bootstrap",
                    "_external",
                    "_imp"),
        };
        specType = type(importlib, "ModuleSpec");
        builtinImporter = type(importlib, "BuiltinImporter");
        frozenImporter = type(importlib, "FrozenImporter");
        pathFinder = type(external, "PathFinder");
        fileFinder = type(external, "FileFinder");
        extensionFinder = type(library, "ExtensionFinder");
        libraryFinder = type(library, "LibraryFinder");
        libraryLoader = type(library, "LibraryLoader");
        flags = sys.dict.get("flags");
        isVerbose = flags == null || Truth.of(ts, Attr.get(ts, flags, "verbose"));
        Object level = flags == null ? 0L : Attr.get(ts, flags, "optimize");
        optimisation = level instanceof Long n && n != 0 ? ".opt-" + n : "";
    }

    private static TypeObject type(PyModule module, String name) {
        if (module.dict.get(name) instanceof TypeObject t) {
            return t;
        }
        throw new IllegalStateException("importlib has no class " + name);
    }

    /** The locks of modules that are being imported here. */
    public ModuleLocks locks() {
        return locks;
    }

    // --- whether nobody could tell -----------------------------------------------------------------------------

    private boolean isPlain(PyThreadState ts) {
        if (isVerbose || ts.tracer != null || ts.interp.isAudited()) {
            return false;
        }
        PyDict s = sys.dict;
        if (s.get("modules") != ts.interp.modules()
                || s.get("flags") != flags
                || !(s.get("meta_path") instanceof PyList finders)
                || finders.type() != PyList.TYPE
                || finders.size() != 4
                || finders.get(0) != builtinImporter
                || finders.get(1) != frozenImporter
                || finders.get(2) != extensionFinder
                || finders.get(3) != pathFinder) {
            return false;
        }
        for (Originals o : originals) {
            if (!o.areInPlace()) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code _handle_fromlist} has nothing to do: the module has all the names already. */
    boolean hasAll(PyThreadState ts, Object module, Object fromlist) {
        if (!(fromlist instanceof PyTuple names)
                || !(module instanceof PyModule m)
                || m.type() != PyModule.TYPE
                || ts.tracer != null
                || !originals[0].areInPlace()) {
            return false;
        }
        for (int i = 0; i < names.size(); i++) {
            if (!(names.get(i) instanceof String name) || name.equals("*") || m.dict.get(name) == null) {
                return false;
            }
        }
        return true;
    }

    // --- finding -----------------------------------------------------------------------------------------------

    /** Imports a module that is not in {@code sys.modules}; null leaves it to importlib. */
    @Nullable
    Object load(PyThreadState ts, String name) {
        PyDict modules = ts.interp.modules();
        if (modules.get(name) != null || FrozenModules.original(name) != null || !isPlain(ts)) {
            return null;
        }
        Object path = sys.dict.get("path");
        PyObject parentSpec = null;
        int dot = name.lastIndexOf('.');
        if (dot >= 0) {
            if (!(modules.get(name.substring(0, dot)) instanceof PyModule parent)
                    || parent.type() != PyModule.TYPE
                    || !(parent.dict.get("__spec__") instanceof PyInstance spec)
                    || spec.type() != specType) {
                return null;
            }
            path = parent.dict.get("__path__");
            parentSpec = spec;
        }
        if (!(path instanceof PyList entries) || entries.type() != PyList.TYPE) {
            return null;
        }
        ModuleLocks.Held held = locks.begin(ts, name);
        if (held == null) {
            return null;
        }
        try {
            PyInstance spec = find(ts, name, entries);
            return spec == null ? null : load(ts, name, spec, parentSpec);
        } finally {
            locks.end(ts, held);
        }
    }

    private @Nullable PyInstance find(PyThreadState ts, String name, PyList path) {
        if (CoreModules.isBuiltin(ts, name)) {
            if (name.equals("sys") || name.equals("builtins")) {
                return null;
            }
            return spec(ts, name, builtinImporter, "built-in", false, false);
        }
        if (CoreModules.providerOf(ts, name) != null
                || !(sys.dict.get("path_importer_cache") instanceof PyDict known)) {
            return null;
        }
        for (int i = 0; i < path.size(); i++) {
            Object finder = finder(ts, path.get(i), known);
            if (finder == null) {
                return null;
            }
            if (finder == Singleton.NONE) {
                continue;
            }
            if (Types.of(finder) == libraryFinder) {
                PyInstance spec = librarySpec(ts, finder, name);
                if (spec != null) {
                    return spec;
                }
            } else if (Types.of(finder) != fileFinder
                    || !hasNothing(ts, finder, name.substring(name.lastIndexOf('.') + 1))
                            && Call.method2(ts, finder, "find_spec", Str.of(name), Singleton.NONE) != Singleton.NONE) {
                return null;
            }
        }
        return null;
    }

    /** The finder of an entry, None where there is none; null for an entry that is no path. */
    private @Nullable Object finder(PyThreadState ts, Object entry, PyDict known) {
        if (!(entry instanceof String s)) {
            return null;
        }
        Object finder = s.isEmpty() ? null : known.get(ts, s);
        return finder != null ? finder : Call.method1(ts, pathFinder, "_path_importer_cache", s);
    }

    /** Whether {@code FileFinder.find_spec} finds nothing, in a folder that is as it was when it was last read. */
    private boolean hasNothing(PyThreadState ts, Object finder, String tail) {
        Object stat = external.dict.get("_path_stat");
        Object relax = external.dict.get("_relax_case");
        if (stat == null
                || relax == null
                || AttributeStorage.get((PyObject) finder, "find_spec") != null
                || !(Attr.get(ts, finder, "path") instanceof String path)
                || path.isEmpty()
                || !(Attr.get(ts, finder, "_path_cache") instanceof PySet names)
                || names.type() != PySet.TYPE
                || !(Attr.get(ts, finder, "_loaders") instanceof PyList loaders)
                || Truth.of(ts, Call.call0(ts, relax))
                || names.has(ts, Str.of(tail))) {
            return false;
        }
        for (int i = 0; i < loaders.size(); i++) {
            if (!(loaders.get(i) instanceof PyTuple loader)
                    || !(loader.get(0) instanceof String suffix)
                    || names.has(ts, Str.of(tail + suffix))) {
                return false;
            }
        }
        Object time;
        try {
            time = Attr.get(ts, Call.call1(ts, stat, path), "st_mtime");
        } catch (PythonException e) {
            if (!Errors.matches(e, "OSError")) {
                throw e;
            }
            time = -1L;
        }
        return Compare.equal(ts, time, Attr.get(ts, finder, "_path_mtime"));
    }

    private @Nullable PyInstance librarySpec(PyThreadState ts, Object finder, String name) {
        if (!(Attr.get(ts, finder, "_root") instanceof String root)
                || !(Attr.get(ts, finder, "_prefix") instanceof String prefix)) {
            return null;
        }
        String stem = prefix + name.substring(name.lastIndexOf('.') + 1);
        int found = Library.find(stem);
        if (found == Library.NONE) {
            return null;
        }
        boolean isPackage = found == Library.PACKAGE;
        String file = isPackage ? stem + "/__init__" : stem;
        String origin = root + "/" + file + ".py";
        PyInstance loader = new PyInstance(libraryLoader);
        Attr.set(ts, loader, "name", Str.of(name));
        Attr.set(ts, loader, "path", Str.of(origin));
        Attr.set(ts, loader, "_stem", Str.of(file));
        PyInstance spec = spec(ts, name, loader, origin, isPackage, true);
        if (isPackage && Attr.get(ts, spec, "submodule_search_locations") instanceof PyList places) {
            places.append(Str.of(root + "/" + stem));
        }
        return spec;
    }

    /** {@code ModuleSpec.__init__}. */
    private PyInstance spec(
            PyThreadState ts, String name, Object loader, String origin, boolean isPackage, boolean isFile) {
        PyInstance spec = new PyInstance(specType);
        Attr.set(ts, spec, "name", Str.of(name));
        Attr.set(ts, spec, "loader", loader);
        Attr.set(ts, spec, "origin", Str.of(origin));
        Attr.set(ts, spec, "loader_state", Singleton.NONE);
        Attr.set(ts, spec, "submodule_search_locations", isPackage ? new PyList() : Singleton.NONE);
        Attr.set(ts, spec, "_uninitialized_submodules", new PyList());
        Attr.set(ts, spec, "_set_fileattr", isFile);
        Attr.set(ts, spec, "_cached", Singleton.NONE);
        return spec;
    }

    // --- loading -----------------------------------------------------------------------------------------------

    /** The second half of {@code _find_and_load_unlocked}. */
    private Object load(PyThreadState ts, String name, PyInstance spec, @Nullable PyObject parentSpec) {
        int dot = name.lastIndexOf('.');
        Object child = Str.of(name.substring(dot + 1));
        if (parentSpec != null) {
            Call.method1(ts, Attr.get(ts, parentSpec, "_uninitialized_submodules"), "append", child);
        }
        Object module;
        try {
            module = loadUnlocked(ts, name.intern(), spec);
        } finally {
            if (parentSpec != null) {
                Call.method0(ts, Attr.get(ts, parentSpec, "_uninitialized_submodules"), "pop");
            }
        }
        if (parentSpec != null) {
            setInParent(ts, name.substring(0, dot), child, module);
        }
        return module;
    }

    private static void setInParent(PyThreadState ts, String parentName, Object child, Object module) {
        Object parent = ts.interp.modules().get(parentName);
        if (parent == null) {
            throw Errors.error(ts, "KeyError", parentName);
        }
        try {
            Attr.set(ts, parent, Attr.nameText(ts, child), module);
        } catch (PythonException e) {
            if (!Errors.matches(e, "AttributeError")) {
                throw e;
            }
            ts.warn(
                    "ImportWarning",
                    "Cannot set an attribute on " + ts.reprText(Str.of(parentName)) + " for child module "
                            + ts.reprText(child),
                    1);
        }
    }

    /** {@code _load_unlocked}. */
    private Object loadUnlocked(PyThreadState ts, String name, PyInstance spec) {
        PyDict modules = ts.interp.modules();
        PyModule module = moduleOf(ts, name, spec);
        Attr.set(ts, spec, "_initializing", true);
        try {
            modules.put(name, module);
            try {
                execute(ts, module, spec);
            } catch (Throwable e) {
                modules.remove(name);
                throw e;
            }
            Object result = modules.remove(name);
            if (result == null) {
                throw Errors.error(ts, "KeyError", name);
            }
            modules.put(name, result);
            return result;
        } finally {
            Attr.set(ts, spec, "_initializing", false);
        }
    }

    /** {@code module_from_spec}. */
    private PyModule moduleOf(PyThreadState ts, String name, PyInstance spec) {
        Object loader = Attr.get(ts, spec, "loader");
        PyModule module = loader == builtinImporter ? CoreModules.create(ts, name) : new PyModule(Str.of(name));
        if (module == null) {
            throw new IllegalStateException("no built-in module " + name);
        }
        PyDict dict = module.dict;
        if (isNone(dict.get("__loader__"))) {
            dict.put("__loader__", loader);
        }
        Object places = Attr.get(ts, spec, "submodule_search_locations");
        boolean isPackage = places != Singleton.NONE;
        if (isNone(dict.get("__package__"))) {
            int dot = name.lastIndexOf('.');
            dict.put("__package__", Str.of(isPackage ? name : dot < 0 ? "" : name.substring(0, dot)));
        }
        dict.put("__spec__", spec);
        if (isPackage) {
            dict.put("__path__", places);
        }
        if (loader != builtinImporter) {
            Object origin = Attr.get(ts, spec, "origin");
            dict.put("__file__", origin);
            Object cached = cached(ts, (String) origin);
            Attr.set(ts, spec, "_cached", cached);
            if (cached != Singleton.NONE) {
                dict.put("__cached__", cached);
            }
        }
        return module;
    }

    private static boolean isNone(@Nullable Object value) {
        return value == null || value == Singleton.NONE;
    }

    /** {@code _get_cached}: where the code of a source would be kept. */
    private Object cached(PyThreadState ts, String source) {
        Object implementation = sys.dict.get("implementation");
        if (implementation == null
                || !isNone(sys.dict.get("pycache_prefix"))
                || !(Attr.find(ts, implementation, "cache_tag") instanceof String tag)) {
            return Call.method1(ts, external, "_get_cached", Str.of(source));
        }
        int slash = source.lastIndexOf('/');
        int dot = source.lastIndexOf('.');
        return Str.of(source.substring(0, slash) + "/__pycache__" + source.substring(slash, dot + 1) + tag
                + optimisation + ".pyc");
    }

    private void execute(PyThreadState ts, PyModule module, PyInstance spec) {
        Object loader = Attr.get(ts, spec, "loader");
        if (loader == builtinImporter) {
            Modules.execute(ts, module);
            return;
        }
        PyCode code = Library.code(ts, (String) Attr.get(ts, loader, "_stem"));
        if (code == null) {
            throw new IllegalStateException("the library has lost " + LibraryRoot.path() + " " + loader);
        }
        if (module.dict.get("__builtins__") == null) {
            module.dict.put("__builtins__", ts.interp.builtins());
        }
        Execution.run(ts, code, module.dict, module.dict, new PyCell[0]);
    }
}
