/** Runtime, interpreters, thread states and locks; knows no Python syntax. */
module dev.clutch.runtime {
    requires static org.jspecify;
    requires java.management;
    requires jdk.management;
    requires jdk.unsupported;
    requires transitive dev.clutch.extension.spi;

    exports dev.clutch.runtime;
    exports dev.clutch.runtime.exchange to
            dev.clutch.interp;
    exports dev.clutch.runtime.os to
            dev.clutch.interp;
    exports dev.clutch.runtime.verifier to
            dev.clutch.interp,
            dev.clutch.compat;

    uses dev.clutch.runtime.Language;
}
