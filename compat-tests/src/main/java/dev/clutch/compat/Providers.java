package dev.clutch.compat;

import dev.clutch.runtime.DeclarationReader;
import dev.clutch.runtime.ExtensionDeclaration;

/** Provider classes by name. */
final class Providers {
    private Providers() {}

    /** Reads what a provider declares. None of its code runs. */
    static ExtensionDeclaration declaration(ClassLoader loader, String provider) {
        Class<?> type;
        try {
            type = Class.forName(provider, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(
                    "there is no class " + provider
                            + ": the processor makes one for each @ExtensionModule class, with the suffix Provider",
                    e);
        }
        ExtensionDeclaration declaration = DeclarationReader.read(type);
        if (declaration == null) {
            throw new IllegalArgumentException(provider + " has no @ExtensionModule annotation");
        }
        return declaration;
    }
}
