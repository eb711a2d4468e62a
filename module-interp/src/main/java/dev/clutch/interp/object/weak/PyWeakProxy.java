package dev.clutch.interp.object.weak;

import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.interp.object.TypeObject;

/** {@code weakref.ProxyType}. */
@ExtensionType(name = "weakref.ProxyType", exported = false)
public final class PyWeakProxy extends WeakProxy {
    /** {@code weakref.ProxyType}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyWeakProxyDefinition(), TypeObject.OBJECT);

    /** Makes a proxy. */
    public PyWeakProxy(PyWeakReference reference) {
        super(TYPE, reference);
    }
}
