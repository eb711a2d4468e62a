package dev.clutch.conformance.spi;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.ThreadState;

/** {@code _testspi.sub}: a submodule, which uses the state of its parent. */
@ExtensionModule(name = "_testspi.sub", multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
final class TestSpiSub {
    /** A typed export: no names, no copies, and the state of this interpreter's module object. */
    @Expose
    static long calls_of_parent(ThreadState ts) {
        TestSpi parent = ts.moduleState(ts.importModule("_testspi"), TestSpi.class);
        if (parent == null) {
            throw ts.error("ImportError", "_testspi is another module");
        }
        return parent.calls;
    }
}
