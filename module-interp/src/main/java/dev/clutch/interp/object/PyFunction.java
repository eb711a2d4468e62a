package dev.clutch.interp.object;

import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Singleton;
import org.jspecify.annotations.Nullable;

/** A Python function: shared code with the globals, defaults, closure and caches of one interpreter. Answers to {@code PyFunctionObject}. */
@ExtensionType(name = "function", exported = false, dict = true, weakReferences = true)
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
    /** Inline caches, one element for each site of the code; entries are immutable. */
    public final @Nullable Object[] caches;

    /** Makes a function as {@code MAKE_FUNCTION} does; defaults and the like are set afterwards. */
    public PyFunction(PyCode code, PyDict globals, PyDict builtins, PyCell[] closure) {
        super(TYPE, code.vectorcall);
        this.code = code;
        this.globals = globals;
        this.builtins = builtins;
        this.closure = closure;
        this.name = code.name;
        this.qualname = code.qualname;
        this.caches = new Object[code.cacheSize];
    }
}
