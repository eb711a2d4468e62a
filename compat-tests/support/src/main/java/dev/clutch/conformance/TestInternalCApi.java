package dev.clutch.conformance;

import dev.clutch.extension.spi.Constant;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;

/** {@code _testinternalcapi}: here so that files which import it at their top can be run. */
@ExtensionModule(name = "_testinternalcapi", multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
final class TestInternalCApi {
    /** Objects have no header for a collector. */
    @Constant
    static final long SIZEOF_PYGC_HEAD = 0;

    TestInternalCApi() {}

    @Expose(doc = "The number of Python frames on the stack.")
    static long get_recursion_depth(ThreadState ts) {
        Object frame = ts.callMethod(ts.importModule("sys"), "_getframe");
        long depth = 0;
        while (frame != Singleton.NONE) {
            depth++;
            frame = ts.getAttr(frame, "f_back");
        }
        return depth;
    }
}
