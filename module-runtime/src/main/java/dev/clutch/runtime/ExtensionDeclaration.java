package dev.clutch.runtime;

import dev.clutch.extension.spi.MultipleInterpreters;
import org.jspecify.annotations.Nullable;

/**
 * What an extension says about itself, read without running anything of it.
 *
 * @param module the name of the module
 * @param multipleInterpreters what it declares about isolation; null when it declares nothing, as without {@code Py_mod_multiple_interpreters}
 * @param provider the binary name of the provider class
 */
public record ExtensionDeclaration(
        String module, @Nullable MultipleInterpreters multipleInterpreters, String provider) {
    /** Returns what counts: a module that declares nothing is treated as {@code SUPPORTED}, as {@code PyModule_FromDefAndSpec2} does. */
    public MultipleInterpreters effective() {
        return multipleInterpreters == null ? MultipleInterpreters.SUPPORTED : multipleInterpreters;
    }
}
