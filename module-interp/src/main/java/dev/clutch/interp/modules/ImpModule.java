package dev.clutch.interp.modules;

import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.imports.CoreModules;
import dev.clutch.interp.imports.FrozenModules;
import dev.clutch.interp.imports.Library;
import dev.clutch.interp.imports.QuickImport;
import dev.clutch.interp.marshal.SourceHash;
import dev.clutch.interp.marshal.Unmarshaller;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.LibraryRoot;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.object.PyRLock;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Text;
import dev.clutch.runtime.OpenCodeHook;
import dev.clutch.runtime.OperationRefusedException;
import org.jspecify.annotations.Nullable;

/** {@code _imp}: what the library's importlib needs of the interpreter. The import lock is one per interpreter. */
@ExtensionModule(name = "_imp", multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class ImpModule {
    private final PyRLock lock = new PyRLock();

    @Exec
    void attributes(PyThreadState ts, PyObject module) {
        ((PyModule) module).dict.put("check_hash_based_pycs", "default");
    }

    // ---- the lock

    @Expose(doc = "Whether the import lock is held by this thread or another.")
    boolean lock_held(PyThreadState ts) {
        return lock.isLocked();
    }

    @Expose(doc = "Acquire the import lock.")
    void acquire_lock(PyThreadState ts) {
        lock.acquireForever(ts);
        QuickImport quick = ts.interp.quickImport();
        if (quick != null) {
            try {
                quick.locks().makeForOthers(ts);
            } catch (Throwable e) {
                lock.release(ts);
                throw e;
            }
        }
    }

    @Expose(doc = "Release the import lock.")
    void release_lock(PyThreadState ts) {
        if (!lock._is_owned(ts)) {
            throw Errors.error(ts, "RuntimeError", "not holding the import lock");
        }
        lock.release(ts);
    }

    // ---- compiled code in files

    /** Sixteen bits of the engine's fingerprint and what keeps a transfer as text from going unnoticed, as CPython's: code compiled by another build is compiled again. */
    @Expose(doc = "The first four bytes of a file with compiled code.")
    PyBytes pyc_magic(PyThreadState ts) {
        long engine = Library.engine();
        return new PyBytes(new byte[] {(byte) engine, (byte) (engine >> 8), '\r', '\n'});
    }

    // ---- core modules and extensions

    private static String name(PyThreadState ts, Object spec) {
        return Attr.nameText(ts, Attr.get(ts, spec, "name"));
    }

    @Expose(signature = "(name, /)", doc = "1 for the name of a built-in module, else 0.")
    static long is_builtin(PyThreadState ts, String name) {
        return CoreModules.isBuiltin(ts, name) ? 1 : 0;
    }

    @Expose(signature = "(spec, /)", doc = "Create a built-in module.")
    static Object create_builtin(PyThreadState ts, Object spec) {
        String name = name(ts, spec);
        if (name.equals("sys") || name.equals("builtins")) {
            Object known = name.equals("sys") ? ts.interp.sysModule() : ts.interp.builtinsModule();
            return known == null ? Singleton.NONE : known;
        }
        PyModule module = CoreModules.create(ts, name);
        return module == null ? Singleton.NONE : module;
    }

    @Expose(signature = "(mod, /)", doc = "Execute a built-in module, once.")
    static long exec_builtin(PyThreadState ts, Object mod) {
        if (mod instanceof PyModule m) {
            Modules.execute(ts, m);
        }
        return 0;
    }

    @Expose(signature = "(name, /)", doc = "The class that provides an extension module, or None.")
    static Object find_provider(PyThreadState ts, String name) {
        String provider = CoreModules.providerOf(ts, name);
        return provider == null ? Singleton.NONE : Str.of(provider);
    }

    @Expose(signature = "(spec, file=None, /)", doc = "Create the module of an extension provider.")
    static Object create_dynamic(PyThreadState ts, Object spec, Object file) {
        return CoreModules.createExtension(ts, name(ts, spec), Attr.nameText(ts, Attr.get(ts, spec, "origin")));
    }

    @Expose(signature = "(mod, /)", doc = "Execute the module of an extension provider, once.")
    static long exec_dynamic(PyThreadState ts, Object mod) {
        return exec_builtin(ts, mod);
    }

    @Expose(doc = "The file suffixes of extension modules: none, they come from providers.")
    static Object extension_suffixes(PyThreadState ts) {
        return new PyList();
    }

    @Expose(
            signature = "(override, /)",
            doc =
                    "Override the check for isolated extensions: 1 on, -1 off, 0 what the configuration says; returns the former value.")
    static long _override_multi_interp_extensions_check(PyThreadState ts, int override) {
        try {
            return ts.interp.gate().override(override);
        } catch (OperationRefusedException inMain) {
            throw Errors.error(ts, "RuntimeError", String.valueOf(inMain.getMessage()));
        }
    }

    // ---- frozen modules

    @Expose(signature = "(name, /)", doc = "Whether a module is frozen.")
    static boolean is_frozen(PyThreadState ts, String name) {
        return FrozenModules.stem(name) != null;
    }

    @Expose(signature = "(name, /)", doc = "Whether a frozen module is a package.")
    static boolean is_frozen_package(PyThreadState ts, String name) {
        if (FrozenModules.stem(name) == null) {
            throw notFrozen(ts, name);
        }
        return false;
    }

    @Expose(signature = "(name, data=None, /)", doc = "The code of a frozen module.")
    static Object get_frozen_object(PyThreadState ts, String name, Object data) {
        if (data != Singleton.NONE) {
            try (var view = ts.buffer(data, false)) {
                Object loaded = Unmarshaller.loads(ts, view.array(), view.offset(), view.length())
                        .value();
                if (loaded instanceof PyCode) {
                    return loaded;
                }
                throw Errors.typeError(
                        ts, "frozen object " + Text.java(Text.repr(ts, Str.of(name))) + " is not a code object");
            } catch (PythonException e) {
                if (Errors.matches(e, "TypeError")) {
                    throw e;
                }
                PythonException invalid = Errors.error(
                        ts,
                        "ImportError",
                        "Frozen object named " + Text.java(Text.repr(ts, Str.of(name))) + " is invalid");
                Attr.set(ts, invalid.value(), "name", Str.of(name));
                throw invalid;
            }
        }
        String stem = FrozenModules.stem(name);
        PyCode code = stem == null ? null : Library.code(ts, stem);
        if (code == null) {
            throw notFrozen(ts, name);
        }
        return code;
    }

    @Expose(
            signature = "(name, /, *, withdata=False)",
            doc = "What is known of a frozen module: data, whether a package, original name.")
    static Object find_frozen(PyThreadState ts, String name, boolean withdata) {
        String original = FrozenModules.original(name);
        return original == null ? Singleton.NONE : new PyTuple(Singleton.NONE, false, Str.of(original));
    }

    @Expose(signature = "(name, /)", doc = "Initialise a frozen module.")
    static Object init_frozen(PyThreadState ts, String name) {
        return FrozenModules.stem(name) == null ? Singleton.NONE : ts.importModule(name);
    }

    @Expose(signature = "(override, /)", doc = "For tests: frozen modules are always used, whatever is asked for.")
    static void _override_frozen_modules_for_tests(PyThreadState ts, int override) {}

    @Expose(doc = "The names of the frozen modules.")
    static Object _frozen_module_names(PyThreadState ts) {
        PyList names = new PyList();
        for (String n : FrozenModules.names()) {
            names.append(Str.of(n));
        }
        return names;
    }

    private static PythonException notFrozen(PyThreadState ts, String name) {
        PythonException e = Errors.error(ts, "ImportError", "No such frozen object named " + name);
        Attr.set(ts, e.value(), "name", Str.of(name));
        return e;
    }

    // ---- code

    @Expose(signature = "(code, path, /)", doc = "Change the file name of a code object and of those in it.")
    static void _fix_co_filename(PyThreadState ts, Object code, Object path) {
        if (!(code instanceof PyCode c)) {
            throw Errors.typeError(
                    ts,
                    "_fix_co_filename() argument 1 must be code, not "
                            + ts.typeOf(code).name());
        }
        if (!path.equals(c.filename(ts))) {
            ts.interp.codeNotes().rename(c, path);
        }
    }

    @Expose(signature = "(key, source)", doc = "The hash of a source, eight bytes.")
    static Object source_hash(PyThreadState ts, long key, Object source) {
        try (var view = ts.buffer(source, false)) {
            return new PyBytes(SourceHash.of(key, view.array(), view.offset(), view.length()));
        }
    }

    // ---- the standard library

    @Expose(doc = "The root of the standard library, an entry of sys.path.")
    static Object library_path(PyThreadState ts) {
        return Str.of(LibraryRoot.path());
    }

    @Expose(
            signature = "(stem, /)",
            doc = "What the library has at a path without suffix: 0 nothing, 1 a module, 2 a package.")
    static long find_library(PyThreadState ts, String stem) {
        return Library.find(stem);
    }

    @Expose(signature = "(path, /)", doc = "What the embedder's hook opens for io.open_code, or None without a hook.")
    static Object open_code_hook(PyThreadState ts, String path) {
        OpenCodeHook hook = ts.interp.runtime().openCodeHook();
        return hook == null ? Singleton.NONE : hook.openCode(ts, path);
    }

    @Expose(signature = "(stem, /)", doc = "The code of a module of the library, or None.")
    static Object library_code(PyThreadState ts, String stem) {
        PyCode code = Library.code(ts, stem);
        return code == null ? Singleton.NONE : code;
    }

    @Expose(signature = "(path, /)", doc = "The content of a file of the library, or None.")
    static Object library_data(PyThreadState ts, String path) {
        byte @Nullable [] data = Library.data(path);
        return data == null ? Singleton.NONE : new PyBytes(data);
    }

    @Expose(signature = "(prefix, /)", doc = "The names of the modules and packages in a folder of the library.")
    static Object library_names(PyThreadState ts, String prefix) {
        PyList names = new PyList();
        for (String n : Library.names(prefix)) {
            names.append(Str.of(n));
        }
        return names;
    }
}
