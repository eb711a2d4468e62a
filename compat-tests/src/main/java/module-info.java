/**
 * The compatibility kit for authors of extension modules: does a module keep its state per interpreter, and can it be closed?
 *
 * <p>A test class extends {@link dev.clutch.compat.ExtensionCompatibility} and names its module; JUnit shows one test for each rule. {@link dev.clutch.compat.Kit} runs the same rules without JUnit.
 */
module dev.clutch.compat {
    requires static org.jspecify;
    requires java.management;
    requires static transitive org.junit.jupiter.api;
    requires dev.clutch.interp;
    requires transitive dev.clutch.runtime;

    exports dev.clutch.compat;

    provides dev.clutch.extension.spi.ExtensionProvider with
            dev.clutch.compat.command.LauncherModuleProvider;
}
