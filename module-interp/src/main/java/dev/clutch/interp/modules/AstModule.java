package dev.clutch.interp.modules;

import dev.clutch.extension.spi.Constant;
import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.object.TypeObject;

/** {@code _ast}: the node classes, and the flags of {@code compile}. */
@ExtensionModule(name = "_ast", multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class AstModule {
    @Constant
    static final long PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000;

    @Constant
    static final long PyCF_ONLY_AST = 0x400;

    @Constant
    static final long PyCF_TYPE_COMMENTS = 0x1000;

    @Exec
    void classes(PyThreadState ts, PyObject module) {
        for (TypeObject type : ts.interp.nodeTypes(ts).all()) {
            ((PyModule) module).dict.put(type.name(), type);
        }
    }
}
