package dev.clutch.conformance;

import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.ThreadState;

/** {@code _testsinglephase}: CPython's is initialized in one phase, which keeps it to the main interpreter. */
@ExtensionModule(name = "_testsinglephase", multipleInterpreters = MultipleInterpreters.NOT_SUPPORTED)
final class TestSinglePhase {
    /** CPython's tests of 3.12 ask for the file. */
    @Exec
    void file(ThreadState ts, PyObject module) {
        ts.setAttr(module, "__file__", ts.getAttr(ts.getAttr(module, "__spec__"), "origin"));
    }

    @Expose(doc = "Forget what the process keeps of the module: nothing, all that there is belongs to module objects.")
    static void _clear_globals(ThreadState ts) {}
}
