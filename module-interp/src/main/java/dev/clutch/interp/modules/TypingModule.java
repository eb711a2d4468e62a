package dev.clutch.interp.modules;

import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.object.typing.PyParamSpec;
import dev.clutch.interp.object.typing.PyParamSpecArgs;
import dev.clutch.interp.object.typing.PyParamSpecKwargs;
import dev.clutch.interp.object.typing.PyTypeAlias;
import dev.clutch.interp.object.typing.PyTypeVar;
import dev.clutch.interp.object.typing.PyTypeVarTuple;

/** {@code _typing}: the types that type parameter lists and {@code type} statements make. */
@ExtensionModule(
        name = "_typing",
        doc = "The part of typing that the language itself needs.",
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class TypingModule {
    @Exec
    void attributes(PyThreadState ts, PyObject module) {
        PyDict d = ((PyModule) module).dict;
        d.put("TypeVar", PyTypeVar.TYPE);
        d.put("ParamSpec", PyParamSpec.TYPE);
        d.put("ParamSpecArgs", PyParamSpecArgs.TYPE);
        d.put("ParamSpecKwargs", PyParamSpecKwargs.TYPE);
        d.put("TypeVarTuple", PyTypeVarTuple.TYPE);
        d.put("TypeAliasType", PyTypeAlias.TYPE);
        d.put("Generic", ts.interp.generic());
    }

    @Expose(doc = "Returns its argument.")
    static Object _idfunc(PyThreadState ts, Object x) {
        return x;
    }
}
