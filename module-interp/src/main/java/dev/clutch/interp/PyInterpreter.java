package dev.clutch.interp;

import dev.clutch.extension.spi.os.Os;
import dev.clutch.interp.imports.Extensions;
import dev.clutch.interp.object.CodeBodies;
import dev.clutch.interp.object.Identities;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Unraisable;
import dev.clutch.interp.object.WeakReferences;
import dev.clutch.runtime.InterpreterBirth;
import dev.clutch.runtime.RuntimeInterpreter;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One interpreter: what the language keeps of {@code PyInterpreterState}, and the side tables that CPython keeps in its per-interpreter copies of static types. All of
 * it is touched under the interpreter's lock.
 */
public final class PyInterpreter extends RuntimeInterpreter {
    private final PyDict modules = new PyDict();
    private PyDict builtins = new PyDict();
    private PyDict sysDict = new PyDict();
    private final Identities identities = new Identities();
    private final WeakReferences weakReferences = new WeakReferences(this);
    private final CodeBodies codeBodies = new CodeBodies();
    private final Unraisable unraisable = new Unraisable();
    private final IdentityHashMap<TypeObject, List<WeakReference<TypeObject>>> builtinSubclasses =
            new IdentityHashMap<>();
    private @Nullable Object importlib;
    private @Nullable Os os;
    private int maxStrDigits = 4300;

    /** For the language's factory. */
    PyInterpreter(InterpreterBirth birth) {
        super(birth);
    }

    /** {@code sys.modules}. */
    public PyDict modules() {
        return modules;
    }

    /** The dict of {@code builtins}. */
    public PyDict builtins() {
        return builtins;
    }

    /** Sets the dict of {@code builtins}, once, while the interpreter starts. */
    void setBuiltins(PyDict dict) {
        builtins = dict;
    }

    /** Sets the dict of {@code sys}, once, while the interpreter starts. */
    void setSysDict(PyDict dict) {
        sysDict = dict;
    }

    /** The dict of {@code sys}. */
    public PyDict sysDict() {
        return sysDict;
    }

    /** The extension modules that the runtime can load. */
    public Extensions extensions() {
        return runtime().languageData(ClutchLanguage.RuntimeData.class).extensions;
    }

    /** The ids given out. */
    public Identities identities() {
        return identities;
    }

    /** The code objects that programs have looked into. */
    public CodeBodies codeBodies() {
        return codeBodies;
    }

    /** The weak references to the objects of this interpreter and to built-in types. */
    public WeakReferences weakReferences() {
        return weakReferences;
    }

    /** Reports exceptions that nobody can catch. */
    public Unraisable unraisable() {
        return unraisable;
    }

    /** The direct subclasses that this interpreter has of a built-in type. */
    public List<WeakReference<TypeObject>> builtinSubclasses(TypeObject type) {
        return builtinSubclasses.computeIfAbsent(type, t -> new ArrayList<>());
    }

    /** {@code importlib._bootstrap}. */
    public Object importlib() {
        Object m = importlib;
        if (m == null) {
            throw new IllegalStateException("import is not initialised");
        }
        return m;
    }

    /** Sets {@code importlib._bootstrap}, once, while the interpreter starts. */
    public void setImportlib(Object module) {
        importlib = module;
    }

    /** Imports a module by its full name and returns that module itself. */
    public Object importModule(PyThreadState ts, String name) {
        Object m = modules.get(name);
        if (m != null) {
            return m;
        }
        return dev.clutch.interp.imports.Importer.load(ts, name);
    }

    /** {@code sys.get_int_max_str_digits()}. */
    public int maxStrDigits() {
        return maxStrDigits;
    }

    /** {@code sys.set_int_max_str_digits()}; the caller has checked the range. */
    public void setMaxStrDigits(int digits) {
        maxStrDigits = digits;
    }

    /** The operating system as this interpreter sees it. */
    public Os os() {
        Os o = os;
        if (o == null) {
            Path directory = config().workingDirectory();
            o = runtime()
                    .languageData(ClutchLanguage.RuntimeData.class)
                    .systems
                    .create(
                            directory == null ? null : directory.toString(),
                            config().environment());
            os = o;
        }
        return o;
    }
}
