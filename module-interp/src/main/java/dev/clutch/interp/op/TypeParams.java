package dev.clutch.interp.op;

import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyFunction;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.typing.PyParamSpec;
import dev.clutch.interp.object.typing.PyTypeAlias;
import dev.clutch.interp.object.typing.PyTypeVar;
import dev.clutch.interp.object.typing.PyTypeVarTuple;
import dev.clutch.interp.object.typing.Typing;
import org.jspecify.annotations.Nullable;

/** Type parameters and aliases (PEP 695), as compiled code makes them. */
public final class TypeParams {
    private TypeParams() {}

    /** A type variable; the bound or, for a tuple, the constraints are computed when asked for. */
    public static Object typeVar(PyThreadState ts, PyFunction f, String name, @Nullable Object lazy, int constraints) {
        return PyTypeVar.ofParameter(Str.of(name), lazy, constraints != 0);
    }

    /** A parameter specification. */
    public static Object paramSpec(PyThreadState ts, PyFunction f, String name) {
        return new PyParamSpec(Str.of(name), null, false, false, true);
    }

    /** A type variable tuple. */
    public static Object typeVarTuple(PyThreadState ts, PyFunction f, String name) {
        return new PyTypeVarTuple(Str.of(name));
    }

    /** {@code Generic[*params]} ({@code _Py_subscript_generic}). */
    public static Object generic(PyThreadState ts, Object params) {
        return Typing.call(ts, "_GenericAlias", ts.interp.generic(), Typing.unpacked(ts, (PyTuple) params));
    }

    /** {@code type name[params] = value}; the value is computed when asked for. */
    public static Object alias(PyThreadState ts, PyFunction f, String name, Object params, Object lazy) {
        return PyTypeAlias.ofStatement(Str.of(name), params, lazy);
    }
}
