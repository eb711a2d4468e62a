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
import dev.clutch.interp.object.weak.PyWeakCallableProxy;
import dev.clutch.interp.object.weak.PyWeakProxy;
import dev.clutch.interp.object.weak.PyWeakReference;

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
        PyList list = new PyList();
        for (PyWeakReference r : ts.interp.weakReferences().all(object)) {
            list.append(r.shown());
        }
        return list;
    }

    @Expose(signature = "(object, callback=None, /)", doc = "Make a proxy that holds the object weakly.")
    static Object proxy(PyThreadState ts, Object object, Object callback) {
        return PyWeakReference.newProxy(ts, object, callback == Singleton.NONE ? null : callback);
    }

    @Expose(doc = "Remove a dict entry if it is a weak reference whose object has gone.")
    static void _remove_dead_weakref(PyThreadState ts, Object dct, Object key) {
        if (dct instanceof PyDict d && d.get(ts, key) instanceof PyWeakReference r && r.target() == null) {
            d.remove(ts, key);
        }
    }
}
