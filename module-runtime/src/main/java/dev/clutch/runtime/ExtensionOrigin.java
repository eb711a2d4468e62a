package dev.clutch.runtime;

import java.lang.module.ModuleDescriptor;
import java.net.URL;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider comes from.
 *
 * @param module its Java module, empty on the class path
 * @param version the version of the module, or of the package in the jar's manifest; empty when neither says
 * @param location the jar or folder, empty when unknown
 */
public record ExtensionOrigin(String module, String version, String location) {
    /** Returns a line about an extension from here: module, provider, version, place. */
    String describe(ExtensionDeclaration declaration) {
        return "extension module " + declaration.module() + " of " + declaration.provider()
                + (version.isEmpty() ? "" : " " + version) + " from " + location;
    }

    /** Finds out where a class comes from, without initialising it. */
    public static ExtensionOrigin of(@Nullable Class<?> provider) {
        if (provider == null) {
            return new ExtensionOrigin("", "", "");
        }
        Module module = provider.getModule();
        ModuleDescriptor descriptor = module.getDescriptor();
        String version = descriptor == null
                ? provider.getPackage().getImplementationVersion()
                : descriptor.rawVersion().orElse(null);
        CodeSource source = provider.getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        return new ExtensionOrigin(
                descriptor == null ? "" : descriptor.name(),
                version == null ? "" : version,
                location == null ? "" : location.toString());
    }
}
