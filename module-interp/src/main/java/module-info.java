/** The language: parser, compiler, object model, import system, core modules and command line. */
module dev.clutch.interp {
    requires static org.jspecify;
    requires dev.clutch.runtime;

    uses dev.clutch.extension.spi.ExtensionBundle;
    uses dev.clutch.extension.spi.ExtensionProvider;

    provides dev.clutch.runtime.Language with
            dev.clutch.interp.ClutchLanguage;
}
