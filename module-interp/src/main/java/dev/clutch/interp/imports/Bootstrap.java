package dev.clutch.interp.imports;

import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyCell;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Execution;

/**
 * Starts the library's {@code importlib} in an interpreter. Answers to {@code init_importlib} and {@code init_importlib_external}. It is done when the first import of Python code
 * asks for it: an interpreter that imports nothing doesn't pay.
 */
final class Bootstrap {
    private Bootstrap() {}

    /** Makes {@code _frozen_importlib}, which finds core and frozen modules; {@link #finish} adds the others. */
    static PyModule start(PyThreadState ts) {
        PyModule module = new PyModule(Str.of("_frozen_importlib"));
        ts.interp.modules().put("_frozen_importlib", module);
        module.dict.put("__builtins__", ts.interp.builtins());
        module.dict.put("__origname__", Str.of("importlib._bootstrap"));
        PyCode code = Library.code(ts, "importlib/_bootstrap");
        if (code == null) {
            throw new IllegalStateException(
                    "the standard library is on neither the module path nor the class path: there is no module dev.clutch.stdlib");
        }
        Execution.run(ts, code, module.dict, module.dict, new PyCell[0]);
        return module;
    }

    /** Installs the finders. */
    static void finish(PyThreadState ts, PyModule importlib) {
        Object imp = CoreModules.make(ts, "_imp");
        PyModule sys = ts.interp.sysModule();
        if (sys == null) {
            throw new IllegalStateException("the interpreter has no module sys");
        }
        Call.method2(ts, importlib, "_install", sys, imp);
        Call.method0(ts, importlib, "_install_external_importers");
        Object library = Importer.load(ts, "_frozen_importlib_library");
        Object external = Importer.load(ts, "_frozen_importlib_external");
        Call.vector(ts, Attr.get(ts, library, "_install"), new Object[] {importlib, external}, null);
        if (library instanceof PyModule l && external instanceof PyModule e) {
            ts.interp.setQuickImport(new QuickImport(ts, sys, importlib, e, l));
        }
    }
}
