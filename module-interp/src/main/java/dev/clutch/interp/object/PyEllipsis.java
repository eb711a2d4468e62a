package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;

/** {@code ellipsis}. */
@ExtensionType(name = "ellipsis", exported = false)
public final class PyEllipsis {
    /** {@code types.EllipsisType}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyEllipsisDefinition(), TypeObject.OBJECT);

    private PyEllipsis() {}

    @Expose
    static Object __new__(PyThreadState ts, PyType cls) {
        return Singleton.ELLIPSIS;
    }

    @Expose
    static Object __repr__(PyThreadState ts, Object self) {
        return "Ellipsis";
    }

    @Expose
    static Object __reduce__(PyThreadState ts, Object self) {
        return "Ellipsis";
    }
}
