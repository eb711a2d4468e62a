package dev.clutch.runtime;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
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

    /** How many providers in a row may fail to be found before the search ends. */
    private static final int MAX_FAILURES = 1000;

    private final Map<String, Entry<S>> entries;
    private final Map<String, String> conflicts;
    private final List<String> faults;

    private ExtensionCatalog(Map<String, Entry<S>> entries, Map<String, String> conflicts, List<String> faults) {
        this.entries = Map.copyOf(entries);
        this.conflicts = Map.copyOf(conflicts);
        this.faults = List.copyOf(faults);
    }

    /** Looks at all providers. One that can't be used is a fault, and hides no other; two that offer the same name are both unusable, since which one wins would depend on the order of jars. */
    public static <S> ExtensionCatalog<S> of(ServiceLoader<S> loader) {
        Map<String, Entry<S>> entries = new HashMap<>();
        Map<String, String> conflicts = new HashMap<>();
        List<String> faults = new ArrayList<>();
        Iterator<ServiceLoader.Provider<S>> providers = loader.stream().iterator();
        while (faults.size() < MAX_FAILURES) {
            ServiceLoader.Provider<S> provider;
            try {
                if (!providers.hasNext()) {
                    break;
                }
                provider = providers.next();
            } catch (ServiceConfigurationError e) {
                faults.add("an extension provider cannot be found: " + e.getMessage());
                continue;
            }
            ExtensionDeclaration declaration = declaration(provider.type(), faults);
            if (declaration == null) {
                continue;
            }
            Entry<S> other = entries.putIfAbsent(declaration.module(), new Entry<>(declaration, provider));
            if (other != null) {
                String conflict = "extension module " + declaration.module() + " is offered twice, by "
                        + other.declaration().provider() + " and " + declaration.provider();
                conflicts.put(declaration.module(), conflict);
                faults.add(conflict);
            }
        }
        for (String module : conflicts.keySet()) {
            entries.remove(module);
        }
        return new ExtensionCatalog<>(entries, conflicts, faults);
    }

    private static @Nullable ExtensionDeclaration declaration(Class<?> type, List<String> faults) {
        try {
            ExtensionDeclaration declaration = DeclarationReader.read(type);
            if (declaration == null) {
                faults.add("extension provider " + type.getName()
                        + " has no @ExtensionModule annotation: its module has no name");
            }
            return declaration;
        } catch (IllegalArgumentException | UncheckedIOException e) {
            faults.add(
                    "the declaration of extension provider " + type.getName() + " cannot be read: " + e.getMessage());
            return null;
        }
    }

    /** Returns the entry for a module, or null. */
    public @Nullable Entry<S> find(String module) {
        return entries.get(module);
    }

    /** Returns why nobody provides a module that several offer, null where that isn't so. */
    public @Nullable String conflict(String module) {
        return conflicts.get(module);
    }

    /** Returns what is wrong with providers that can't be used, a sentence each that names them. */
    public List<String> faults() {
        return faults;
    }

    /** Returns all entries by module name. */
    public Map<String, Entry<S>> entries() {
        return entries;
    }
}
