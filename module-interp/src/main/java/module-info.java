/** The language: parser, compiler, object model, import system, core modules and command line. */
@SuppressWarnings("module") // the standard library is compiled later, by this module
module dev.clutch.interp {
    requires static org.jspecify;
    requires static java.scripting;
    requires transitive dev.clutch.runtime;

    exports dev.clutch.interp.embedding;
    exports dev.clutch.interp.scripting;
    exports dev.clutch.interp to
            dev.clutch.stdlib;
    exports dev.clutch.interp.object to
            dev.clutch.stdlib,
            dev.clutch.compat;
    exports dev.clutch.interp.object.bytes to
            dev.clutch.compat;
    exports dev.clutch.interp.object.descriptor to
            dev.clutch.compat;
    exports dev.clutch.interp.object.generator to
            dev.clutch.stdlib;
    exports dev.clutch.interp.op to
            dev.clutch.stdlib;

    uses dev.clutch.extension.spi.ExtensionBundle;
    uses dev.clutch.extension.spi.ExtensionProvider;

    provides dev.clutch.runtime.Language with
            dev.clutch.interp.ClutchLanguage;
    provides javax.script.ScriptEngineFactory with
            dev.clutch.interp.scripting.PythonScriptEngineFactory;
}
