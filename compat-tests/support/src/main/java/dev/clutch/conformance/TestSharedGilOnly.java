package dev.clutch.conformance;

import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;

/** {@code _test_shared_gil_only}: for interpreters that share main's lock. */
@ExtensionModule(name = "_test_shared_gil_only", multipleInterpreters = MultipleInterpreters.SUPPORTED)
final class TestSharedGilOnly {
    TestSharedGilOnly() {}
}
