package dev.clutch.conformance;

import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;

/** {@code _test_non_isolated}: not for several interpreters, though it has more than one phase. */
@ExtensionModule(name = "_test_non_isolated", multipleInterpreters = MultipleInterpreters.NOT_SUPPORTED)
final class TestNonIsolated {
    TestNonIsolated() {}
}
