/** What the author of an extension module sees. Depends on the JDK alone. */
module dev.clutch.extension.spi {
    requires static org.jspecify;
    requires static java.compiler;

    exports dev.clutch.extension.spi;
    exports dev.clutch.extension.spi.api;
    exports dev.clutch.extension.spi.builtin to
            dev.clutch.interp,
            dev.clutch.extensions.builtin;
    exports dev.clutch.extension.spi.os;

    provides javax.annotation.processing.Processor with
            dev.clutch.extension.spi.processor.ClutchProcessor;
}
