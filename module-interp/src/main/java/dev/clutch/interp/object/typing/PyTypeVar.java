package dev.clutch.interp.object.typing;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.op.Call;
import org.jspecify.annotations.Nullable;

/** {@code typing.TypeVar}. Answers to {@code typevarobject}. */
@ExtensionType(
        name = "typing.TypeVar",
        exported = false,
        dict = true,
        weakReferences = true,
        doc = "A type variable: a placeholder for a type in generic functions, classes and aliases.")
public final class PyTypeVar extends PyObject {
    /** {@code typing.TypeVar}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyTypeVarDefinition(), TypeObject.OBJECT);

    private final Object name;
    private @Nullable Object bound;
    private @Nullable Object lazyBound;
    private @Nullable Object constraints;
    private @Nullable Object lazyConstraints;
    private final boolean covariant;
    private final boolean contravariant;
    private final boolean inferred;

    private PyTypeVar(
            Object name,
            @Nullable Object bound,
            @Nullable Object constraints,
            boolean covariant,
            boolean contravariant,
            boolean inferred) {
        super(TYPE);
        this.name = name;
        this.bound = bound;
        this.constraints = constraints;
        this.covariant = covariant;
        this.contravariant = contravariant;
        this.inferred = inferred;
    }

    /** Makes the type variable of a type parameter list; what computes its bound or constraints runs when they are asked for. */
    public static PyTypeVar ofParameter(Object name, @Nullable Object lazy, boolean constrained) {
        PyTypeVar v = new PyTypeVar(name, null, null, false, false, true);
        v.lazyBound = constrained ? null : lazy;
        v.lazyConstraints = constrained ? lazy : null;
        return v;
    }

    @Expose(signature = "(name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False)")
    static Object __new__(
            PyThreadState ts,
            PyType cls,
            Object name,
            Object[] constraints,
            Object bound,
            boolean covariant,
            boolean contravariant,
            boolean infer_variance) {
        if (!PyStr.isStr(name)) {
            throw Errors.typeError(
                    ts,
                    "typevar() argument 'name' must be str, not "
                            + Types.of(name).displayName());
        }
        Typing.checkVariance(ts, covariant, contravariant, infer_variance);
        Object checked = Typing.bound(ts, bound);
        if (constraints.length == 1) {
            throw Errors.typeError(ts, "A single constraint is not allowed");
        }
        if (constraints.length > 1 && checked != null) {
            throw Errors.typeError(ts, "Constraints cannot be combined with bound=...");
        }
        PyTypeVar made = new PyTypeVar(
                name,
                checked,
                constraints.length == 0 ? null : new PyTuple(constraints.clone()),
                covariant,
                contravariant,
                infer_variance);
        Typing.setModule(ts, made);
        return made;
    }

    @Getter(value = "__name__", member = true)
    Object name(PyThreadState ts) {
        return name;
    }

    @Getter("__bound__")
    Object bound(PyThreadState ts) {
        Object lazy = lazyBound;
        if (bound == null && lazy != null) {
            bound = Call.call0(ts, lazy);
            lazyBound = null;
        }
        return bound == null ? Singleton.NONE : bound;
    }

    @Getter("__constraints__")
    Object constraints(PyThreadState ts) {
        Object lazy = lazyConstraints;
        if (constraints == null && lazy != null) {
            constraints = Call.call0(ts, lazy);
            lazyConstraints = null;
        }
        return constraints == null ? PyTuple.EMPTY : constraints;
    }

    @Getter(value = "__covariant__", member = true)
    boolean covariant(PyThreadState ts) {
        return covariant;
    }

    @Getter(value = "__contravariant__", member = true)
    boolean contravariant(PyThreadState ts) {
        return contravariant;
    }

    @Getter(value = "__infer_variance__", member = true)
    boolean inferVariance(PyThreadState ts) {
        return inferred;
    }

    @Expose
    Object __or__(PyThreadState ts, Object other) {
        return Typing.union(ts, this, other);
    }

    @Expose
    Object __ror__(PyThreadState ts, Object other) {
        return Typing.union(ts, other, this);
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return Typing.shown(name, covariant, contravariant, inferred);
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        return name;
    }

    @Expose
    Object __mro_entries__(PyThreadState ts, Object bases) {
        throw Typing.noSubclass(ts, "TypeVar");
    }

    @Expose
    Object __typing_subst__(PyThreadState ts, Object arg) {
        return Typing.call(ts, "_typevar_subst", this, arg);
    }
}
