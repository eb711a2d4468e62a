package dev.clutch.conformance;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.ThreadState;

/** {@code _testsinglephase}: CPython's is initialized in one phase, which keeps it to the main interpreter. */
@ExtensionModule(name = "_testsinglephase", multipleInterpreters = MultipleInterpreters.NOT_SUPPORTED)
final class TestSinglePhase {
    TestSinglePhase() {}

    @Expose(doc = "Forget what the process keeps of the module: nothing, all that there is belongs to module objects.")
    static void _clear_globals(ThreadState ts) {}
}
