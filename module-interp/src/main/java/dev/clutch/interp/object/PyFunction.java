package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Setter;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Execution;
import dev.clutch.interp.op.Text;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A Python function: shared code with the globals, defaults, closure and caches of one interpreter. Answers to {@code PyFunctionObject}. */
@ExtensionType(
        name = "function",
        exported = false,
        dict = true,
        weakReferences = true,
        doc = "A function made of code and globals.")
public final class PyFunction extends PyCallable {
    /** {@code types.FunctionType}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyFunctionDefinition(), TypeObject.OBJECT);

    /** {@code __code__}. */
    public PyCode code;
    /** {@code __globals__}. */
    public final PyDict globals;
    /** {@code __builtins__}: where names are looked up that the globals do not have. */
    public final PyDict builtins;
    /** Defaults of the last positional parameters, null for none. Never written. */
    public Object @Nullable [] defaults;
    /** {@code __kwdefaults__}. */
    public @Nullable PyDict kwdefaults;
    /** {@code __closure__}: the free variables' cells in the order of {@code co_freevars}. Never written. */
    public final PyCell[] closure;
    /** {@code __name__}, a str. */
    public Object name;
    /** {@code __qualname__}, a str. */
    public Object qualname;
    /** {@code __doc__}. */
    public Object doc = Singleton.NONE;
    /** {@code __module__}; null until asked for, then from the globals. */
    public @Nullable Object module;
    /** {@code __annotations__}: null, a dict, or a tuple of names and values that becomes one when asked for. */
    public @Nullable Object annotations;
    /** {@code __type_params__}, a tuple or null. */
    public @Nullable Object typeParams;
    /**
     * Inline caches, one element for each site of the code, shared by the functions that one site of the enclosing function makes; entries are immutable. Written by
     * {@link #learn} only: those of a new function are shared.
     */
    public @Nullable Object[] caches;

    /** Whether {@link #caches} are the empty ones that many functions share: most functions of a library are never called. */
    private boolean isNew;

    /** Makes a function as {@code MAKE_FUNCTION} does, which has learnt nothing yet; defaults and the like are set afterwards. */
    public PyFunction(PyThreadState ts, PyCode code, PyDict globals, PyDict builtins, PyCell[] closure) {
        this(code, globals, builtins, closure, ts.interp.inlineCaches().none(code.cacheSize));
        isNew = true;
    }

    /** Makes a function with caches of its own. */
    public PyFunction(PyCode code, PyDict globals, PyDict builtins, PyCell[] closure, @Nullable Object[] caches) {
        super(TYPE, code.vectorcall);
        this.code = code;
        this.globals = globals;
        this.builtins = builtins;
        this.closure = closure;
        this.name = code.name;
        this.qualname = code.qualname;
        this.caches = caches;
    }

    /** Fills the cache of a site. What a class body does is done once, so that a body that has learnt nothing yet leaves it. */
    public void learn(PyThreadState ts, int site, Object entry) {
        if (isNew) {
            if (!learns()) {
                return;
            }
            reserveCaches(ts, code.cacheSize);
        }
        caches[site] = entry;
    }

    /** Whether {@link #learn} would keep something. */
    public boolean learns() {
        return !isNew || (code.flags & PyCode.CO_OPTIMIZED) != 0;
    }

    /** Makes room for the sites of a twin of the code, too. */
    public void reserveCaches(PyThreadState ts, int sites) {
        if (isNew || caches.length < sites) {
            caches = Arrays.copyOf(caches, sites);
            isNew = false;
            ts.interp.inlineCaches().add(caches);
        }
    }

    @Expose(signature = "(code, globals, name=None, argdefs=None, closure=None)")
    static Object __new__(
            PyThreadState ts, PyType cls, Object code, Object globals, Object name, Object argdefs, Object closure) {
        if (!(code instanceof PyCode c)) {
            throw Errors.typeError(
                    ts,
                    "function() argument 'code' must be code, not "
                            + Types.of(code).displayName());
        }
        if (!(globals instanceof PyDict d)) {
            throw Errors.typeError(
                    ts,
                    "function() argument 'globals' must be dict, not "
                            + Types.of(globals).displayName());
        }
        if (name != Singleton.NONE && !PyStr.isStr(name)) {
            throw Errors.typeError(ts, "arg 3 (name) must be None or string");
        }
        if (argdefs != Singleton.NONE && !(argdefs instanceof PyTuple)) {
            throw Errors.typeError(ts, "arg 4 (defaults) must be None or tuple");
        }
        PyCell[] cells = cells(ts, c, closure);
        ts.audit("function.__new__", c);
        PyFunction f = new PyFunction(ts, c, d, Execution.builtins(ts, d), cells);
        if (name != Singleton.NONE) {
            f.name = name;
        }
        if (argdefs instanceof PyTuple t) {
            f.defaults = t.items().clone();
        }
        PyTuple constants = c.constants();
        if (constants.size() > 0 && PyStr.isStr(constants.get(0))) {
            f.doc = constants.get(0);
        }
        return f;
    }

    private static PyCell[] cells(PyThreadState ts, PyCode code, Object closure) {
        int free = code.freeCount();
        if (!(closure instanceof PyTuple t)) {
            if (free > 0 && closure == Singleton.NONE) {
                throw Errors.typeError(ts, "arg 5 (closure) must be tuple");
            }
            if (closure != Singleton.NONE) {
                throw Errors.typeError(ts, "arg 5 (closure) must be None or tuple");
            }
            return new PyCell[0];
        }
        if (t.size() != free) {
            throw Errors.valueError(
                    ts, Text.java(code.name) + " requires closure of length " + free + ", not " + t.size());
        }
        PyCell[] cells = new PyCell[free];
        for (int i = 0; i < free; i++) {
            if (!(t.get(i) instanceof PyCell c)) {
                throw Errors.typeError(
                        ts,
                        "arg 5 (closure) expected cell, found "
                                + Types.of(t.get(i)).displayName());
            }
            cells[i] = c;
        }
        return cells;
    }

    @Expose(signature = "(*args, **kwargs)")
    Object __call__(PyThreadState ts, Object[] args, @Nullable Object kwargs) {
        return Call.withDict(ts, this, args, kwargs);
    }

    @Expose
    Object __get__(PyThreadState ts, @Nullable Object instance, @Nullable Object cls) {
        return instance == null ? this : new PyMethod(this, instance);
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return Text.concat(Text.concat("<function ", qualname), Text.concat(" at ", Identity.address(ts, this)), ">");
    }

    @Getter("__code__")
    Object code(PyThreadState ts) {
        ts.audit("object.__getattr__", this, "__code__");
        return code;
    }

    @Setter("__code__")
    void setCode(PyThreadState ts, @Nullable Object value) {
        if (!(value instanceof PyCode c)) {
            throw Errors.typeError(ts, "__code__ must be set to a code object");
        }
        ts.audit("object.__setattr__", this, "__code__", c);
        if (c.freeCount() != closure.length) {
            throw Errors.valueError(
                    ts,
                    Text.java(name) + "() requires a code object with " + closure.length + " free vars, not "
                            + c.freeCount());
        }
        // the old code may still run with this function, and its sites have the same numbers for other names
        caches = AttributeCache.unused(Math.max(c.cacheSize, caches.length));
        isNew = false;
        code = c;
        vectorcall = c.vectorcall;
    }

    @Getter(value = "__globals__", member = true)
    Object globals(PyThreadState ts) {
        return globals;
    }

    @Getter(value = "__builtins__", member = true)
    Object builtins(PyThreadState ts) {
        return builtins;
    }

    @Getter(value = "__closure__", member = true)
    Object closure(PyThreadState ts) {
        return closure.length == 0 ? Singleton.NONE : new PyTuple((Object[]) closure.clone());
    }

    @Getter("__name__")
    Object name(PyThreadState ts) {
        return name;
    }

    @Setter("__name__")
    void setName(PyThreadState ts, @Nullable Object value) {
        name = text(ts, value, "__name__");
    }

    @Getter("__qualname__")
    Object qualname(PyThreadState ts) {
        return qualname;
    }

    @Setter("__qualname__")
    void setQualname(PyThreadState ts, @Nullable Object value) {
        qualname = text(ts, value, "__qualname__");
    }

    private static Object text(PyThreadState ts, @Nullable Object value, String attribute) {
        if (value == null || !PyStr.isStr(value)) {
            throw Errors.typeError(ts, attribute + " must be set to a string object");
        }
        return value;
    }

    @Getter(value = "__doc__", member = true)
    Object doc(PyThreadState ts) {
        return doc;
    }

    @Setter("__doc__")
    void setDoc(PyThreadState ts, @Nullable Object value) {
        doc = value == null ? Singleton.NONE : value;
    }

    @Getter(value = "__module__", member = true)
    public Object module(PyThreadState ts) {
        Object m = module;
        if (m == null) {
            m = globals.get("__name__");
        }
        return m == null ? Singleton.NONE : m;
    }

    @Setter("__module__")
    void setModule(PyThreadState ts, @Nullable Object value) {
        module = value == null ? Singleton.NONE : value;
    }

    private void auditSetting(PyThreadState ts, String name, @Nullable Object value) {
        if (value == null || value == Singleton.NONE) {
            ts.audit("object.__delattr__", this, name);
        } else {
            ts.audit("object.__setattr__", this, name, value);
        }
    }

    @Getter("__defaults__")
    Object defaults(PyThreadState ts) {
        ts.audit("object.__getattr__", this, "__defaults__");
        return defaults == null ? Singleton.NONE : new PyTuple(defaults.clone());
    }

    @Setter("__defaults__")
    void setDefaults(PyThreadState ts, @Nullable Object value) {
        auditSetting(ts, "__defaults__", value);
        if (value == null || value == Singleton.NONE) {
            defaults = null;
        } else if (value instanceof PyTuple t) {
            defaults = t.items().clone();
        } else {
            throw Errors.typeError(ts, "__defaults__ must be set to a tuple object");
        }
    }

    @Getter("__kwdefaults__")
    Object kwdefaults(PyThreadState ts) {
        ts.audit("object.__getattr__", this, "__kwdefaults__");
        return kwdefaults == null ? Singleton.NONE : kwdefaults;
    }

    @Setter("__kwdefaults__")
    void setKwdefaults(PyThreadState ts, @Nullable Object value) {
        auditSetting(ts, "__kwdefaults__", value);
        if (value == null || value == Singleton.NONE) {
            kwdefaults = null;
        } else if (value instanceof PyDict d) {
            kwdefaults = d;
        } else {
            throw Errors.typeError(ts, "__kwdefaults__ must be set to a dict object");
        }
    }

    @Getter("__annotations__")
    Object annotations(PyThreadState ts) {
        if (!(annotations instanceof PyDict)) {
            PyDict d = new PyDict();
            if (annotations instanceof PyTuple t) {
                for (int i = 0; i + 1 < t.size(); i += 2) {
                    d.put(ts, t.get(i), t.get(i + 1));
                }
            }
            annotations = d;
        }
        return annotations;
    }

    @Setter("__annotations__")
    void setAnnotations(PyThreadState ts, @Nullable Object value) {
        if (value != null && value != Singleton.NONE && !(value instanceof PyDict)) {
            throw Errors.typeError(ts, "__annotations__ must be set to a dict object");
        }
        annotations = value == Singleton.NONE ? null : value;
    }

    @Getter("__type_params__")
    Object typeParams(PyThreadState ts) {
        return typeParams == null ? PyTuple.EMPTY : typeParams;
    }

    @Setter("__type_params__")
    void setTypeParams(PyThreadState ts, @Nullable Object value) {
        if (!(value instanceof PyTuple)) {
            throw Errors.typeError(ts, "__type_params__ must be set to a tuple");
        }
        typeParams = value;
    }
}
