package dev.clutch.interp.modules;

import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.object.PyWeakCallableProxy;
import dev.clutch.interp.object.PyWeakProxy;
import dev.clutch.interp.object.PyWeakReference;
import dev.clutch.interp.op.Call;

/** {@code _weakref}. */
@ExtensionModule(name = "_weakref", multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class WeakrefModule {
    @Exec
    void attributes(PyThreadState ts, PyObject module) {
        PyDict d = ((PyModule) module).dict;
        d.put("ref", PyWeakReference.TYPE);
        d.put("ReferenceType", PyWeakReference.TYPE);
        d.put("ProxyType", PyWeakProxy.TYPE);
        d.put("CallableProxyType", PyWeakCallableProxy.TYPE);
    }

    @Expose(doc = "Return the number of weak references to an object.")
    static int getweakrefcount(PyThreadState ts, Object object) {
        return ts.interp.weakReferences().all(object).size();
    }

    @Expose(doc = "Return a list of the weak references to an object.")
    static Object getweakrefs(PyThreadState ts, Object object) {
        return new PyList(ts.interp.weakReferences().all(object).toArray());
    }

    @Expose(signature = "(object, callback=None, /)", doc = "Make a proxy that holds the object weakly.")
    static Object proxy(PyThreadState ts, Object object, Object callback) {
        PyWeakReference r = PyWeakReference.of(
                ts, PyWeakReference.TYPE, object, callback == Singleton.NONE ? null : callback);
        return Call.isCallable(object) ? new PyWeakCallableProxy(r) : new PyWeakProxy(r);
    }

    @Expose(doc = "Remove a dict entry if it is a weak reference whose object has gone.")
    static void _remove_dead_weakref(PyThreadState ts, Object dct, Object key) {
        if (dct instanceof PyDict d && d.get(ts, key) instanceof PyWeakReference r && r.target() == null) {
            d.remove(ts, key);
        }
    }
}
