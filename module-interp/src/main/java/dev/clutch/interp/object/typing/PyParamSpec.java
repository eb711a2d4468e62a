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
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import org.jspecify.annotations.Nullable;

/** {@code typing.ParamSpec}. Answers to {@code paramspecobject}. */
@ExtensionType(
        name = "typing.ParamSpec",
        exported = false,
        dict = true,
        weakReferences = true,
        doc = "A parameter specification: a placeholder for the parameters of a callable.")
public final class PyParamSpec extends PyObject {
    /** {@code typing.ParamSpec}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyParamSpecDefinition(), TypeObject.OBJECT);

    final Object name;
    private final @Nullable Object bound;
    private final boolean covariant;
    private final boolean contravariant;
    private final boolean inferred;

    /** Makes one; that of a type parameter list infers its variance. */
    public PyParamSpec(
            Object name, @Nullable Object bound, boolean covariant, boolean contravariant, boolean inferred) {
        super(TYPE);
        this.name = name;
        this.bound = bound;
        this.covariant = covariant;
        this.contravariant = contravariant;
        this.inferred = inferred;
    }

    @Expose(signature = "(name, *, bound=None, covariant=False, contravariant=False, infer_variance=False)")
    static Object __new__(
            PyThreadState ts,
            PyType cls,
            Object name,
            Object bound,
            boolean covariant,
            boolean contravariant,
            boolean infer_variance) {
        if (!PyStr.isStr(name)) {
            throw Errors.typeError(
                    ts,
                    "paramspec() argument 'name' must be str, not "
                            + Types.of(name).displayName());
        }
        Typing.checkVariance(ts, covariant, contravariant, infer_variance);
        PyParamSpec made = new PyParamSpec(name, Typing.bound(ts, bound), covariant, contravariant, infer_variance);
        Typing.setModule(ts, made);
        return made;
    }

    @Getter(value = "__name__", member = true)
    Object name(PyThreadState ts) {
        return name;
    }

    @Getter(value = "__bound__", member = true)
    Object bound(PyThreadState ts) {
        return bound == null ? Singleton.NONE : bound;
    }

    @Getter(doc = "Stands for the positional arguments.")
    Object args(PyThreadState ts) {
        return new PyParamSpecArgs(this);
    }

    @Getter(doc = "Stands for the keyword arguments.")
    Object kwargs(PyThreadState ts) {
        return new PyParamSpecKwargs(this);
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
        throw Typing.noSubclass(ts, "ParamSpec");
    }

    @Expose
    Object __typing_subst__(PyThreadState ts, Object arg) {
        return Typing.call(ts, "_paramspec_subst", this, arg);
    }

    @Expose
    Object __typing_prepare_subst__(PyThreadState ts, Object alias, Object args) {
        return Typing.call(ts, "_paramspec_prepare_subst", this, alias, args);
    }
}
