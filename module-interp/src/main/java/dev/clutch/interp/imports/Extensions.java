package dev.clutch.interp.imports;

import dev.clutch.extension.spi.ExtensionBundle;
import dev.clutch.extension.spi.ExtensionProvider;
import dev.clutch.interp.generated.ExtensionIndex;
import dev.clutch.runtime.ExtensionCatalog;
import dev.clutch.runtime.ExtensionDeclaration;
import dev.clutch.runtime.Gate;
import dev.clutch.runtime.Quarantine;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * The extension modules that a runtime can load: first those of bundles, then single providers. Both are found when they are first asked for. Shared by the interpreters of
 * the runtime; what is found is published by this object's monitor and never changes.
 */
public final class Extensions {
    private final ClassLoader loader = loader();
    private @Nullable List<ExtensionBundle> bundles;
    private volatile @Nullable Map<String, Found> bundled;
    private @Nullable ExtensionCatalog<ExtensionProvider> catalog;

    /** Makes the set of a runtime, which the calling thread starts; nothing is looked for yet. */
    public Extensions() {}

    /** An extension module that can be had; {@link #provider} is the first that runs code of it. */
    public abstract static class Found {
        private final ExtensionDeclaration declaration;

        Found(ExtensionDeclaration declaration) {
            this.declaration = declaration;
        }

        /** Returns what the module says of itself. */
        public final ExtensionDeclaration declaration() {
            return declaration;
        }

        /** Returns the class that the gate looks at: the provider, or the bundle that it is in. It is loaded, not more. */
        public abstract Class<?> type();

        /** Whether it came with Clutch. */
        public abstract boolean isBuiltIn();

        /** Returns the loader by which its code looks for services and resources while it describes itself. */
        @Nullable
        ClassLoader contextLoader() {
            return Thread.currentThread().getContextClassLoader();
        }

        /** Returns its provider; the caller has asked the gate. */
        public abstract ExtensionProvider provider();
    }

    private static final class Bundled extends Found {
        private final ExtensionBundle bundle;

        Bundled(ExtensionDeclaration declaration, ExtensionBundle bundle) {
            super(declaration);
            this.bundle = bundle;
        }

        @Override
        public Class<?> type() {
            return bundle.getClass();
        }

        @Override
        public boolean isBuiltIn() {
            return true;
        }

        @Override
        public ExtensionProvider provider() {
            ExtensionProvider provider = bundle.provider(declaration().module());
            if (provider == null) {
                throw new IllegalStateException(
                        declaration().provider() + " lists " + declaration().module() + " and has no provider for it");
            }
            return provider;
        }
    }

    private static final class Single extends Found {
        private final ExtensionCatalog.Entry<ExtensionProvider> entry;

        Single(ExtensionCatalog.Entry<ExtensionProvider> entry) {
            super(entry.declaration());
            this.entry = entry;
        }

        @Override
        public Class<?> type() {
            return entry.provider().type();
        }

        @Override
        public boolean isBuiltIn() {
            return false;
        }

        @Override
        public ExtensionProvider provider() {
            return entry.provider().get();
        }
    }

    /** One in quarantine: the same, by a class that one interpreter has for itself. */
    private static final class Quarantined extends Found {
        private final Class<?> type;

        Quarantined(ExtensionDeclaration declaration, Class<?> type) {
            super(declaration);
            this.type = type;
        }

        @Override
        public Class<?> type() {
            return type;
        }

        @Override
        public boolean isBuiltIn() {
            return false;
        }

        @Override
        ClassLoader contextLoader() {
            return type.getClassLoader();
        }

        @Override
        public ExtensionProvider provider() {
            ModuleLayer layer = type.getModule().getLayer();
            if (layer == null) {
                return made();
            }
            Iterator<ServiceLoader.Provider<ExtensionProvider>> providers =
                    ServiceLoader.load(layer, ExtensionProvider.class).stream().iterator();
            while (providers.hasNext()) {
                ServiceLoader.Provider<ExtensionProvider> provider = providers.next();
                if (provider.type() == type) {
                    return provider.get();
                }
            }
            throw new IllegalStateException(type.getName() + " is not offered in quarantine");
        }

        /** As the service loader does on the class path; the list that names the provider may be that of a module. */
        private ExtensionProvider made() {
            try {
                Constructor<?> constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true);
                return (ExtensionProvider) constructor.newInstance();
            } catch (InvocationTargetException e) {
                throw new ServiceConfigurationError("the provider failed", e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new ServiceConfigurationError("the provider has no constructor without parameters", e);
            }
        }
    }

    /** Returns an extension as an interpreter has it for itself, by classes of its own. */
    static Found quarantined(Found extension, Quarantine quarantine) {
        return new Quarantined(extension.declaration(), quarantine.load(extension.type()));
    }

    /** Returns the module of a bundle, or null. */
    public @Nullable Found findBundled(String module) {
        Map<String, Found> known = bundled;
        return (known != null ? known : bundled()).get(module);
    }

    private synchronized Map<String, Found> bundled() {
        Map<String, Found> found = bundled;
        if (found == null) {
            found = new HashMap<>();
            for (ExtensionBundle bundle : bundles()) {
                String provider = bundle.getClass().getName();
                for (String name : bundle.moduleNames()) {
                    found.putIfAbsent(
                            name,
                            new Bundled(
                                    new ExtensionDeclaration(name, bundle.multipleInterpreters(name), provider),
                                    bundle));
                }
            }
            bundled = found;
        }
        return found;
    }

    /** Returns the module of a bundle or of a single provider, or null. */
    public @Nullable Found find(String module) {
        Found bundled = findBundled(module);
        if (bundled != null) {
            return bundled;
        }
        ExtensionCatalog.Entry<ExtensionProvider> entry = catalog().find(module);
        return entry == null ? null : new Single(entry);
    }

    /** Returns the module of a provider class that is no bundle's, or null. */
    public @Nullable Found findProvider(String provider) {
        for (ExtensionCatalog.Entry<ExtensionProvider> entry :
                catalog().entries().values()) {
            if (entry.declaration().provider().equals(provider)) {
                return new Single(entry);
            }
        }
        return null;
    }

    /** Tells whether a name belongs to a core module or to one of a bundle, which no other provider can offer. */
    public boolean isTaken(String module) {
        return ExtensionIndex.provider(module) != null || findBundled(module) != null;
    }

    /** Returns the names of all modules in bundles. */
    public List<String> bundledNames() {
        List<String> names = new ArrayList<>();
        for (ExtensionBundle bundle : bundles()) {
            names.addAll(List.of(bundle.moduleNames()));
        }
        return names;
    }

    /** Returns why nobody provides a module that several offer, null where that isn't so. */
    public @Nullable String conflict(String module) {
        return catalog().conflict(module);
    }

    /** A bundle answers by code, which runs before the gate is asked: only those that came with Clutch may. */
    private synchronized List<ExtensionBundle> bundles() {
        List<ExtensionBundle> found = bundles;
        if (found == null) {
            found = new ArrayList<>();
            Iterator<ServiceLoader.Provider<ExtensionBundle>> offered =
                    own(ExtensionBundle.class).stream().iterator();
            while (offered.hasNext()) {
                ServiceLoader.Provider<ExtensionBundle> bundle = offered.next();
                if (Gate.isBuiltIn(bundle.type())) {
                    found.add(bundle.get());
                } else {
                    warn("bundle " + bundle.type().getName()
                            + " did not come with Clutch: its jar must provide ExtensionProviders instead");
                }
            }
            bundles = found;
        }
        return found;
    }

    private static void warn(String fault) {
        System.getLogger(Gate.LOGGER).log(System.Logger.Level.WARNING, fault);
    }

    private synchronized ExtensionCatalog<ExtensionProvider> catalog() {
        ExtensionCatalog<ExtensionProvider> found = catalog;
        if (found == null) {
            found = ExtensionCatalog.of(load(ExtensionProvider.class, loader));
            catalog = found;
            for (String fault : found.faults()) {
                warn(fault);
            }
            for (ExtensionCatalog.Entry<ExtensionProvider> entry :
                    found.entries().values()) {
                ExtensionDeclaration declaration = entry.declaration();
                if (isTaken(declaration.module())) {
                    warn("extension provider " + declaration.provider() + " offers the module " + declaration.module()
                            + ", which is built in: it is not used");
                }
            }
        }
        return found;
    }

    /**
     * Asks the class loader that the runtime was started with for providers, and Clutch's own for bundles, or the boot layer alone where nothing else can have any: a loader opens every jar to look for
     * {@code META-INF/services}, which is a tenth of a start.
     */
    private static <S> ServiceLoader<S> load(Class<S> service, ClassLoader loader) {
        boolean layerIsAll = Extensions.class.getModule().getLayer() == ModuleLayer.boot()
                && System.getProperty("java.class.path", "").isEmpty()
                && loader == ClassLoader.getSystemClassLoader();
        return layerIsAll ? ServiceLoader.load(ModuleLayer.boot(), service) : ServiceLoader.load(service, loader);
    }

    /** Looks where Clutch itself is: in a layer that somebody has made of it each module may have a loader of its own. */
    private static <S> ServiceLoader<S> own(Class<S> service) {
        ModuleLayer layer = Extensions.class.getModule().getLayer();
        return layer == null || layer == ModuleLayer.boot()
                ? load(service, Extensions.class.getClassLoader())
                : ServiceLoader.load(layer, service);
    }

    /** The context class loader if it sees this Clutch, else Clutch's own: a container's threads may have any, one with another Clutch too. */
    private static ClassLoader loader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        try {
            return context != null
                            && context.loadClass(ExtensionProvider.class.getName()) == ExtensionProvider.class
                            && context.loadClass(Extensions.class.getName()) == Extensions.class
                    ? context
                    : Extensions.class.getClassLoader();
        } catch (ClassNotFoundException e) {
            return Extensions.class.getClassLoader();
        }
    }
}
