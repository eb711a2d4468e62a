/** What CPython's own tests import of CPython's insides, as far as an extension and an embedder can have it. */
module dev.clutch.conformance {
    requires static org.jspecify;
    requires dev.clutch.extension.spi;
    requires dev.clutch.runtime;

    provides dev.clutch.extension.spi.ExtensionProvider with
            dev.clutch.conformance.TestCApiProvider,
            dev.clutch.conformance.TestInternalCApiProvider,
            dev.clutch.conformance.TestMultiPhaseProvider,
            dev.clutch.conformance.TestNonIsolatedProvider,
            dev.clutch.conformance.TestSharedGilOnlyProvider,
            dev.clutch.conformance.TestSinglePhaseProvider,
            dev.clutch.conformance.spi.TestSpiProvider,
            dev.clutch.conformance.spi.TestSpiSharedProvider,
            dev.clutch.conformance.spi.TestSpiSubProvider;
}
