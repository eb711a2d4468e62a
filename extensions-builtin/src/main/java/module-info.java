/** The C-coded modules of CPython's standard library, as isolated extensions that see the SPI alone. */
module dev.clutch.extensions.builtin {
    requires static org.jspecify;
    requires dev.clutch.extension.spi;

    provides dev.clutch.extension.spi.ExtensionBundle with
            dev.clutch.extensions.builtin.BuiltinExtensions;
}
