package dev.clutch.interp.object.typing;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Subscript;

/** {@code typing.TypeVarTuple}. Answers to {@code typevartupleobject}. */
@ExtensionType(
        name = "typing.TypeVarTuple",
        exported = false,
        dict = true,
        weakReferences = true,
        doc = "A type variable tuple: a placeholder for any number of types.")
public final class PyTypeVarTuple extends PyObject {
    /** {@code typing.TypeVarTuple}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyTypeVarTupleDefinition(), TypeObject.OBJECT);

    private final Object name;

    /** Makes one. */
    public PyTypeVarTuple(Object name) {
        super(TYPE);
        this.name = name;
    }

    /** Returns {@code typing.Unpack[self]}. */
    Object unpacked(PyThreadState ts) {
        return Subscript.get(ts, Attr.get(ts, ts.importModule("typing"), "Unpack"), this);
    }

    @Expose(signature = "(name)")
    static Object __new__(PyThreadState ts, PyType cls, Object name) {
        if (!PyStr.isStr(name)) {
            throw Errors.typeError(
                    ts,
                    "typevartuple() argument 'name' must be str, not "
                            + Types.of(name).displayName());
        }
        PyTypeVarTuple made = new PyTypeVarTuple(name);
        Typing.setModule(ts, made);
        return made;
    }

    @Getter(value = "__name__", member = true)
    Object name(PyThreadState ts) {
        return name;
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return Iter.iter(ts, new PyTuple(unpacked(ts)));
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
    Object __mro_entries__(PyThreadState ts, Object bases) {
        throw Typing.noSubclass(ts, "TypeVarTuple");
    }

    @Expose
    Object __typing_subst__(PyThreadState ts, Object arg) {
        throw Errors.typeError(ts, "Substitution of bare TypeVarTuple is not supported");
    }

    @Expose
    Object __typing_prepare_subst__(PyThreadState ts, Object alias, Object args) {
        return Typing.call(ts, "_typevartuple_prepare_subst", this, alias, args);
    }
}
