package dev.clutch.conformance.spi;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.SharedResource;
import dev.clutch.extension.spi.ThreadState;

/** {@code _testspi_shared}: functions that use named resources. */
@ExtensionModule(
        name = "_testspi_shared",
        types = Device.class,
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
final class TestSpiShared {
    @Expose(doc = "Call a function while the resource is held.")
    @SharedResource("liba")
    static Object with_a(ThreadState ts, Object function) {
        return ts.call(function);
    }

    @Expose
    @SharedResource("libb")
    static Object with_b(ThreadState ts, Object function) {
        return ts.call(function);
    }

    @Expose(doc = "Both, whatever the order in which they are written.")
    @SharedResource({"libb", "liba"})
    static Object with_both(ThreadState ts, Object function) {
        return ts.call(function);
    }

    @Expose(doc = "Arguments are converted before: this converts outside, and calls inside.")
    @SharedResource("liba")
    static Object converted(ThreadState ts, long number, Object function) {
        return ts.call(function, number);
    }

    @Expose
    static void acquire(ThreadState ts, String name) {
        ts.acquireResource(name);
    }

    @Expose
    static void release(ThreadState ts, String name) {
        ts.releaseResource(name);
    }
}
