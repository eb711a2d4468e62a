package dev.clutch.extension.spi;

import org.jspecify.annotations.Nullable;

/**
 * The service of a jar with many extension modules: one class to find and load instead of one for each module. What it says of a module is data that the annotation
 * processor wrote ({@code ExtensionIndex}); no class of the module is initialised before {@link #provider}.
 *
 * <p>A bundle answers by code, so only those that came with Clutch are asked. Any other jar provides an {@link ExtensionProvider} for each module, which is known from its class file.
 */
@Stability(since = "0.1", level = Stability.Level.INTERNAL)
public interface ExtensionBundle {
    /** Returns the names of the modules. */
    String[] moduleNames();

    /** Returns what a module declares about isolation, null when it declares nothing or isn't here. */
    @Nullable
    MultipleInterpreters multipleInterpreters(String module);

    /** Returns the provider of a module, null when it isn't here. */
    @Nullable
    ExtensionProvider provider(String module);
}
