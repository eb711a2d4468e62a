package dev.clutch.runtime;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * The extension modules that a class loader offers, by name. Made by looking at provider types only: {@link ServiceLoader.Provider#type} loads a class, and {@link DeclarationReader} reads its
 * file; {@link ServiceLoader.Provider#get} is the first that runs any of its code, and it is called by whoever has asked the {@link Gate}.
 *
 * <p>Immutable, thus shareable by the interpreters of a runtime.
 *
 * @param <S> the service type
 */
public final class ExtensionCatalog<S> {
    /**
     * One module that can be had.
     *
     * @param declaration what it says of itself
     * @param provider how to get it
     */
    public record Entry<S>(ExtensionDeclaration declaration, ServiceLoader.Provider<S> provider) {}

    private final Map<String, Entry<S>> entries;

    private ExtensionCatalog(Map<String, Entry<S>> entries) {
        this.entries = entries;
    }

    /**
     * Looks at all providers. Two that offer the same name are an error that names both, since which one wins would depend on the order of jars.
     *
     * @throws IllegalStateException for a provider without a declaration, or two with the same name
     */
    public static <S> ExtensionCatalog<S> of(ServiceLoader<S> loader) {
        Map<String, Entry<S>> entries = new HashMap<>();
        Iterator<ServiceLoader.Provider<S>> providers = loader.stream().iterator();
        while (providers.hasNext()) {
            ServiceLoader.Provider<S> provider = providers.next();
            Class<? extends S> type = provider.type();
            ExtensionDeclaration declaration = DeclarationReader.read(type);
            if (declaration == null) {
                throw new IllegalStateException("extension provider " + type.getName()
                        + " has no @ExtensionModule annotation: its module has no name");
            }
            Entry<S> other = entries.put(declaration.module(), new Entry<>(declaration, provider));
            if (other != null) {
                throw new IllegalStateException("extension module " + declaration.module() + " is offered twice, by "
                        + other.declaration().provider() + " and " + declaration.provider());
            }
        }
        return new ExtensionCatalog<>(Map.copyOf(entries));
    }

    /** Returns the entry for a module, or null. */
    public @Nullable Entry<S> find(String module) {
        return entries.get(module);
    }

    /** Returns all entries by module name. */
    public Map<String, Entry<S>> entries() {
        return entries;
    }
}
