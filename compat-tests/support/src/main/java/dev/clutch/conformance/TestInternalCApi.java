package dev.clutch.conformance;

import dev.clutch.extension.spi.Constant;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;

/** {@code _testinternalcapi}: here so that files which import it at their top can be run. */
@ExtensionModule(
        name = "_testinternalcapi",
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
final class TestInternalCApi {
    /** Objects have no header for a collector. */
    @Constant
    static final long SIZEOF_PYGC_HEAD = 0;

    TestInternalCApi() {}
}
