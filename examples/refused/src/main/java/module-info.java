/** An extension that is not isolated, to see what becomes of one. */
module dev.clutch.examples.counter {
    requires static org.jspecify;
    requires dev.clutch.extension.spi;

    provides dev.clutch.extension.spi.ExtensionProvider with
            dev.clutch.examples.counter.SharedCounterProvider;
}
