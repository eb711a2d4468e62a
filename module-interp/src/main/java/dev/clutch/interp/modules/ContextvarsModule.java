package dev.clutch.interp.modules;

import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.object.context.PyContext;
import dev.clutch.interp.object.context.PyContextToken;
import dev.clutch.interp.object.context.PyContextVar;

/** {@code _contextvars} (PEP 567). */
@ExtensionModule(
        name = "_contextvars",
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED,
        doc = "Context variables.")
public final class ContextvarsModule {
    @Exec
    void types(PyThreadState ts, PyObject module) {
        PyDict d = ((PyModule) module).dict;
        d.put("Context", PyContext.TYPE);
        d.put("ContextVar", PyContextVar.TYPE);
        d.put("Token", PyContextToken.TYPE);
    }

    @Expose(doc = "Return a copy of the current context.")
    static Object copy_context(PyThreadState ts) {
        return PyContext.copyOfCurrent(ts);
    }
}
