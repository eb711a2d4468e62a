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

/** {@code P.args} of a parameter specification. */
@ExtensionType(
        name = "typing.ParamSpecArgs",
        exported = false,
        weakReferences = true,
        doc = "Stands for the positional arguments of a parameter specification.")
public final class PyParamSpecArgs extends PyObject {
    /** {@code typing.ParamSpecArgs}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyParamSpecArgsDefinition(), TypeObject.OBJECT);

    private final Object origin;

    PyParamSpecArgs(Object origin) {
        super(TYPE);
        this.origin = origin;
    }

    @Expose(signature = "(origin)")
    static Object __new__(PyThreadState ts, PyType cls, Object origin) {
        return new PyParamSpecArgs(origin);
    }

    @Getter(value = "__origin__", member = true)
    Object origin(PyThreadState ts) {
        return origin;
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        Object shown = origin instanceof PyParamSpec p ? p.name : Text.repr(ts, origin);
        return Text.concat(shown, ".args");
    }

    @Expose
    Object __eq__(PyThreadState ts, Object other) {
        return other instanceof PyParamSpecArgs o
                ? (Object) Compare.equal(ts, origin, o.origin)
                : Singleton.NOT_IMPLEMENTED;
    }

    @Expose
    Object __mro_entries__(PyThreadState ts, Object bases) {
        throw Typing.noSubclass(ts, "ParamSpecArgs");
    }
}
