package dev.clutch.interp.object.typing;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.op.Compare;
import dev.clutch.interp.op.Text;

/** {@code P.kwargs} of a parameter specification. */
@ExtensionType(
        name = "typing.ParamSpecKwargs",
        exported = false,
        weakReferences = true,
        doc = "Stands for the keyword arguments of a parameter specification.")
public final class PyParamSpecKwargs extends PyObject {
    /** {@code typing.ParamSpecKwargs}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyParamSpecKwargsDefinition(), TypeObject.OBJECT);

    private final Object origin;

    PyParamSpecKwargs(Object origin) {
        super(TYPE);
        this.origin = origin;
    }

    @Expose(signature = "(origin)")
    static Object __new__(PyThreadState ts, PyType cls, Object origin) {
        return new PyParamSpecKwargs(origin);
    }

    @Getter(value = "__origin__", member = true)
    Object origin(PyThreadState ts) {
        return origin;
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        Object shown = origin instanceof PyParamSpec p ? p.name : Text.repr(ts, origin);
        return Text.concat(shown, ".kwargs");
    }

    @Expose
    Object __eq__(PyThreadState ts, Object other) {
        return other instanceof PyParamSpecKwargs o
                ? (Object) Compare.equal(ts, origin, o.origin)
                : Singleton.NOT_IMPLEMENTED;
    }

    @Expose
    Object __mro_entries__(PyThreadState ts, Object bases) {
        throw Typing.noSubclass(ts, "ParamSpecKwargs");
    }
}
