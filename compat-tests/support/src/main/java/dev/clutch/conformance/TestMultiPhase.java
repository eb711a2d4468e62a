package dev.clutch.conformance;

import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.ThreadState;

/** {@code _testmultiphase}: isolated. */
@ExtensionModule(name = "_testmultiphase", multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
final class TestMultiPhase {
    /** CPython's tests find the other modules of its file by this name, and with it make loaders for them. */
    @Exec
    void file(ThreadState ts, PyObject module) {
        ts.setAttr(module, "__file__", ts.getAttr(ts.getAttr(module, "__spec__"), "origin"));
    }
}
