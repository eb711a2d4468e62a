package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.ModuleDefinition;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Setter;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.Site;
import dev.clutch.interp.object.exception.PyBaseException;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Truth;
import org.jspecify.annotations.Nullable;

/** A module. Answers to {@code PyModuleObject}. */
@ExtensionType(
        name = "module",
        subclassable = true,
        dict = true,
        weakReferences = true,
        exported = false,
        doc = "A module with a name and attributes.")
public final class PyModule extends PyObject {
    /** {@code types.ModuleType}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyModuleDefinition(), TypeObject.OBJECT);

    /** The attributes. */
    public final PyDict dict = new PyDict();

    /** The state of an extension module, an instance of the class annotated as one. */
    public @Nullable Object state;

    /** The definition of an extension module, null for one made by Python code. */
    public @Nullable ModuleDefinition definition;

    /** Whether the execution steps of an extension module have begun. */
    public boolean executed;

    /** The types of an extension module by name, the unexported ones too. */
    public final PyDict types = new PyDict();

    /** Makes a module with a name. */
    public PyModule(Object name) {
        this(TYPE);
        initialise(name, Singleton.NONE);
    }

    private PyModule(TypeObject type) {
        super(type);
        setAttributes(this, dict);
    }

    private void initialise(Object name, Object doc) {
        dict.put("__name__", name);
        dict.put("__doc__", doc);
        dict.put("__package__", Singleton.NONE);
        dict.put("__loader__", Singleton.NONE);
        dict.put("__spec__", Singleton.NONE);
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new PyModule((TypeObject) cls);
    }

    @Expose(signature = "(name, doc=None)")
    void __init__(PyThreadState ts, Object name, Object doc) {
        if (!PyStr.TYPE.isInstance(name)) {
            throw Errors.typeError(
                    ts,
                    "module.__init__() argument 1 must be str, not "
                            + Types.of(name).name());
        }
        initialise(name, doc);
    }

    /** {@code _Py_module_getattro_impl}, which makes no error when it is to be suppressed: null when there is no such attribute. */
    public @Nullable Object find(PyThreadState ts, Object name) {
        Object v = Attr.genericFind(ts, this, (TypeObject) type(), name);
        if (v != null) {
            return v;
        }
        Object hook = dict.get("__getattr__");
        if (hook != null) {
            return Call.call1(ts, hook, name);
        }
        return dict == ts.interp.builtins() ? Site.builtin(ts, dict, Attr.nameText(ts, name)) : null;
    }

    /** {@code _Py_module_getattro}. */
    @Expose
    Object __getattribute__(PyThreadState ts, Object name) {
        Object v = find(ts, name);
        if (v != null) {
            return v;
        }
        String text = Attr.nameText(ts, name);
        Object own = dict.get("__name__");
        if (own == null || !PyStr.TYPE.isInstance(own)) {
            throw moduleError(ts, "module has no attribute '" + text + "'", name);
        }
        String of = Attr.nameText(ts, own);
        Object spec = dict.get("__spec__");
        Object initializing = spec == null ? null : Attr.find(ts, spec, "_initializing");
        if (initializing != null && Truth.of(ts, initializing)) {
            throw moduleError(
                    ts,
                    "partially initialized module '" + of + "' has no attribute '" + text
                            + "' (most likely due to a circular import)",
                    name);
        }
        if (spec != null && isUninitializedSubmodule(ts, spec, name)) {
            throw moduleError(
                    ts,
                    "cannot access submodule '" + text + "' of module '" + of
                            + "' (most likely due to a circular import)",
                    name);
        }
        throw moduleError(ts, "module '" + of + "' has no attribute '" + text + "'", name);
    }

    /** {@code _PyModuleSpec_IsUninitializedSubmodule}. */
    private static boolean isUninitializedSubmodule(PyThreadState ts, Object spec, Object name) {
        Object names = Attr.find(ts, spec, "_uninitialized_submodules");
        return names != null && ts.contains(names, name);
    }

    private dev.clutch.extension.spi.PythonException moduleError(PyThreadState ts, String message, Object name) {
        dev.clutch.extension.spi.PythonException e = Errors.error(ts, "AttributeError", message);
        ((PyBaseException) e.value()).setNameAndObject(name, this);
        return e;
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return Call.method1(ts, dev.clutch.interp.imports.Importer.importlib(ts), "_module_repr", this);
    }

    @Expose
    Object __dir__(PyThreadState ts) {
        if (!(Attr.get(ts, this, "__dict__") instanceof PyDict shown)) {
            throw Errors.typeError(ts, "<module>.__dict__ is not a dictionary");
        }
        Object hook = shown.get("__dir__");
        if (hook != null) {
            return Call.call0(ts, hook);
        }
        PyList names = new PyList(shown.size());
        for (int p = shown.next(0); p >= 0; p = shown.next(p + 1)) {
            names.append(shown.keyAt(p));
        }
        return names;
    }

    @Getter(value = "__dict__", member = true)
    Object dict(PyThreadState ts) {
        return dict;
    }

    @Getter("__annotations__")
    Object annotations(PyThreadState ts) {
        Object v = dict.get("__annotations__");
        if (v == null) {
            v = new PyDict();
            dict.put("__annotations__", v);
        }
        return v;
    }

    @Setter("__annotations__")
    void setAnnotations(PyThreadState ts, @Nullable Object value) {
        if (value != null) {
            dict.put("__annotations__", value);
        } else if (dict.remove("__annotations__") == null) {
            throw Errors.attributeError(ts, this, "__annotations__");
        }
    }
}
