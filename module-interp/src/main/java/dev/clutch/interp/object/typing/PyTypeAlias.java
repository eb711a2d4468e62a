package dev.clutch.interp.object.typing;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyFunction;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.op.Call;
import org.jspecify.annotations.Nullable;

/** {@code typing.TypeAliasType}: what a {@code type} statement makes. Answers to {@code typealiasobject}. */
@ExtensionType(
        name = "typing.TypeAliasType",
        exported = false,
        doc = "A type alias, whose value is computed when it is asked for.")
public final class PyTypeAlias extends PyObject {
    /** {@code typing.TypeAliasType}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyTypeAliasDefinition(), TypeObject.OBJECT);

    private final Object name;
    private final @Nullable PyTuple params;
    private final @Nullable Object compute;
    private @Nullable Object value;
    private final @Nullable Object module;

    private PyTypeAlias(
            Object name,
            @Nullable PyTuple params,
            @Nullable Object compute,
            @Nullable Object value,
            @Nullable Object module) {
        super(TYPE);
        this.name = name;
        this.params = params;
        this.compute = compute;
        this.value = value;
        this.module = module;
    }

    /** Makes the alias of a {@code type} statement. */
    public static PyTypeAlias ofStatement(Object name, Object params, Object compute) {
        return new PyTypeAlias(name, params instanceof PyTuple t ? t : null, compute, null, null);
    }

    @Expose(signature = "(name, value, *, type_params=<absent>)")
    static Object __new__(PyThreadState ts, PyType cls, Object name, Object value, @Nullable Object type_params) {
        if (!PyStr.isStr(name)) {
            throw Errors.typeError(
                    ts,
                    "typealias() argument 'name' must be str, not "
                            + Types.of(name).displayName());
        }
        if (type_params != null && !(type_params instanceof PyTuple)) {
            throw Errors.typeError(ts, "type_params must be a tuple");
        }
        PyTuple params = type_params instanceof PyTuple t && t.size() > 0 ? t : null;
        return new PyTypeAlias(name, params, null, value, Typing.callerModule(ts));
    }

    @Getter(value = "__name__", member = true)
    Object name(PyThreadState ts) {
        return name;
    }

    @Getter("__value__")
    Object value(PyThreadState ts) {
        Object v = value;
        if (v == null) {
            v = compute == null ? Singleton.NONE : Call.call0(ts, compute);
            value = v;
        }
        return v;
    }

    @Getter("__type_params__")
    Object typeParams(PyThreadState ts) {
        return params == null ? PyTuple.EMPTY : params;
    }

    @Getter("__parameters__")
    Object parameters(PyThreadState ts) {
        return params == null ? PyTuple.EMPTY : Typing.unpacked(ts, params);
    }

    @Getter("__module__")
    Object module(PyThreadState ts) {
        if (module != null) {
            return module;
        }
        return compute instanceof PyFunction f ? f.module(ts) : Singleton.NONE;
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return name;
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        return name;
    }

    @Expose
    Object __getitem__(PyThreadState ts, Object item) {
        if (params == null) {
            throw Errors.typeError(ts, "Only generic type aliases are subscriptable");
        }
        return new PyGenericAlias(this, item);
    }

    @Expose
    Object __or__(PyThreadState ts, Object other) {
        return PyUnion.of(ts, this, other);
    }

    @Expose
    Object __ror__(PyThreadState ts, Object other) {
        return PyUnion.of(ts, other, this);
    }
}
