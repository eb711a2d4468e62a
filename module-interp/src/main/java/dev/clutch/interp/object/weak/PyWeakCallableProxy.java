package dev.clutch.interp.object.weak;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.op.Call;
import org.jspecify.annotations.Nullable;

/** {@code weakref.CallableProxyType}. */
@ExtensionType(name = "weakref.CallableProxyType", exported = false)
public final class PyWeakCallableProxy extends WeakProxy {
    /** {@code weakref.CallableProxyType}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyWeakCallableProxyDefinition(), TypeObject.OBJECT);

    /** Makes a proxy. */
    public PyWeakCallableProxy(PyWeakReference reference) {
        super(TYPE, reference);
    }

    @Expose(signature = "(*args, **kwargs)")
    Object __call__(PyThreadState ts, Object[] args, @Nullable Object kwargs) {
        return Call.withDict(ts, object(ts), args, kwargs);
    }
}
