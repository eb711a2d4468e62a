package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;

/** {@code NoneType}. */
@ExtensionType(name = "NoneType", exported = false)
public final class PyNone {
    /** {@code types.NoneType}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyNoneDefinition(), TypeObject.OBJECT);

    private PyNone() {}

    @Expose
    static Object __new__(PyThreadState ts, PyType cls) {
        return Singleton.NONE;
    }

    @Expose
    static Object __repr__(PyThreadState ts, Object self) {
        return "None";
    }

    @Expose
    static boolean __bool__(PyThreadState ts, Object self) {
        return false;
    }

    @Expose
    static long __hash__(PyThreadState ts, Object self) {
        return 0xfca86420L;
    }
}
