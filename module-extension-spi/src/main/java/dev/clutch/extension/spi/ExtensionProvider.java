package dev.clutch.extension.spi;

/**
 * The service that a jar with extension modules provides. A provider describes, it does not act: the runtime reads its class file first and makes an instance only
 * when its module may be loaded. The annotation processor generates one for each {@link ExtensionModule} class, named with the suffix {@code Provider}.
 */
@Stability(since = "0.1")
public interface ExtensionProvider {
    /** Returns the description of the module. */
    ModuleDefinition definition();
}
