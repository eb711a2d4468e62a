package dev.clutch.interp.op;

import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyFunction;
import org.jspecify.annotations.Nullable;

/** Type parameters and aliases (PEP 695), made by the core module {@code _typing}. */
public final class TypeParams {
    private TypeParams() {}

    private static Object maker(PyThreadState ts, String name) {
        return Attr.get(ts, ts.interp.importModule(ts, "_typing"), name);
    }

    /** A type variable; the bound or, for a tuple, the constraints are computed when asked for. */
    public static Object typeVar(PyThreadState ts, PyFunction f, String name, @Nullable Object lazy, int constraints) {
        Object v = Call.call1(ts, maker(ts, "TypeVar"), Str.of(name));
        if (lazy != null) {
            Attr.set(ts, v, constraints != 0 ? "_lazy_constraints" : "_lazy_bound", lazy);
        }
        return v;
    }

    /** A parameter specification. */
    public static Object paramSpec(PyThreadState ts, PyFunction f, String name) {
        return Call.call1(ts, maker(ts, "ParamSpec"), Str.of(name));
    }

    /** A type variable tuple. */
    public static Object typeVarTuple(PyThreadState ts, PyFunction f, String name) {
        return Call.call1(ts, maker(ts, "TypeVarTuple"), Str.of(name));
    }

    /** {@code Generic[*params]}. */
    public static Object generic(PyThreadState ts, Object params) {
        return Subscript.get(ts, maker(ts, "Generic"), params);
    }

    /** {@code type name[params] = value}; the value is computed when asked for. */
    public static Object alias(PyThreadState ts, PyFunction f, String name, Object params, Object lazy) {
        return Call.vector(ts, maker(ts, "TypeAliasType"), new Object[] {Str.of(name), lazy, params}, null);
    }
}
