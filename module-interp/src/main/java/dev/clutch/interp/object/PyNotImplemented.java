package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;

/** {@code NotImplementedType}. */
@ExtensionType(name = "NotImplementedType", exported = false)
public final class PyNotImplemented {
    /** {@code types.NotImplementedType}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyNotImplementedDefinition(), TypeObject.OBJECT);

    private PyNotImplemented() {}

    @Expose
    static Object __new__(PyThreadState ts, PyType cls) {
        return Singleton.NOT_IMPLEMENTED;
    }

    @Expose
    static Object __repr__(PyThreadState ts, Object self) {
        return "NotImplemented";
    }

    @Expose
    static Object __reduce__(PyThreadState ts, Object self) {
        return "NotImplemented";
    }

    @Expose
    static boolean __bool__(PyThreadState ts, Object self) {
        ts.warn("DeprecationWarning", "NotImplemented should not be used in a boolean context", 1);
        return true;
    }
}
