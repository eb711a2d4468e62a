package dev.clutch.interp.object.typing;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.AttributeStorage;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.FrameStack;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import org.jspecify.annotations.Nullable;

/** What the types of {@code _typing} share: the way to the module {@code typing}, and where a type parameter was made. */
public final class Typing {
    private Typing() {}

    /** Calls a function of {@code typing} ({@code call_typing_func_object}). */
    public static Object call(PyThreadState ts, String function, Object... args) {
        return Call.vector(ts, Attr.get(ts, ts.importModule("typing"), function), args, null);
    }

    /** {@code type_check}: a bound, or null for None. */
    static @Nullable Object bound(PyThreadState ts, Object given) {
        return given == Singleton.NONE ? null : call(ts, "_type_check", given, "Bound must be a type.");
    }

    static void checkVariance(PyThreadState ts, boolean covariant, boolean contravariant, boolean inferred) {
        if (covariant && contravariant) {
            throw Errors.valueError(ts, "Bivariant types are not supported.");
        }
        if (inferred && (covariant || contravariant)) {
            throw Errors.valueError(ts, "Variance cannot be specified with infer_variance.");
        }
    }

    /** Sets {@code __module__} to that of the running function ({@code caller}). */
    static void setModule(PyThreadState ts, PyObject parameter) {
        AttributeStorage.set(parameter, "__module__", callerModule(ts));
    }

    static Object callerModule(PyThreadState ts) {
        return ts.depth == 0
                ? Singleton.NONE
                : FrameStack.function(ts, ts.depth - 1).module(ts);
    }

    /** Returns the name as it is shown: with a sign for the variance. */
    static Object shown(Object name, boolean covariant, boolean contravariant, boolean inferred) {
        if (inferred) {
            return name;
        }
        return dev.clutch.interp.op.Text.concat(covariant ? "+" : contravariant ? "-" : "~", name);
    }

    static PythonException noSubclass(PyThreadState ts, String type) {
        return Errors.typeError(ts, "Cannot subclass an instance of " + type);
    }

    static Object union(PyThreadState ts, Object a, Object b) {
        return call(ts, "_make_union", a, b);
    }

    /** Replaces each type variable tuple by its unpacked form ({@code unpack_typevartuples}). */
    public static PyTuple unpacked(PyThreadState ts, PyTuple params) {
        Object[] items = params.items().clone();
        for (int i = 0; i < items.length; i++) {
            if (items[i] instanceof PyTypeVarTuple t) {
                items[i] = t.unpacked(ts);
            }
        }
        return new PyTuple(items);
    }
}
