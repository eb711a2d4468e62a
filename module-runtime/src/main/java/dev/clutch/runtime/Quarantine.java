package dev.clutch.runtime;

import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The classes that one interpreter has for itself: those of extensions in quarantine and of all that they depend on, but for the JDK and Clutch. Named modules get a {@link ModuleLayer} with a loader of its
 * own, beside the layer they came from; classes of the class path get a loader beside theirs, and so does a layer with automatic modules, which cannot be resolved beside another. The copies of one origin
 * see each other, as the originals do. Closing forgets them, and the JVM unloads what nobody holds.
 */
public final class Quarantine {
    private final Map<ModuleLayer, ModuleLayer> layers = new HashMap<>();
    private final Map<ClassLoader, QuarantineLoader> loaders = new HashMap<>();
    private boolean closed;

    Quarantine() {}

    /**
     * Returns this interpreter's own copy of a provider class, which is loaded and not initialised.
     *
     * @throws IllegalStateException when the interpreter is closed, or the modules cannot be put together a second time
     */
    public synchronized Class<?> load(Class<?> provider) {
        if (closed) {
            throw new IllegalStateException("the interpreter is closed");
        }
        Module module = provider.getModule();
        ModuleLayer origin = module.getLayer();
        if (origin == null) {
            return byLoader(provider);
        }
        ModuleLayer layer = layers.get(origin);
        if (layer == null) {
            Copies copies = Copies.of(origin);
            if (copies.hasAutomatic) {
                return byLoader(provider);
            }
            layer = copies.define(origin);
            layers.put(origin, layer);
        }
        Class<?> copy = Class.forName(layer.findModule(module.getName()).orElseThrow(), provider.getName());
        if (copy == null) {
            throw new IllegalStateException("the module " + module.getName() + " has no " + provider.getName());
        }
        return copy;
    }

    private Class<?> byLoader(Class<?> provider) {
        ClassLoader origin = provider.getClassLoader();
        if (origin == null) {
            throw new IllegalStateException(provider.getName() + " is of the JDK");
        }
        QuarantineLoader loader = loaders.get(origin);
        if (loader == null) {
            loader = new QuarantineLoader(origin);
            loaders.put(origin, loader);
        }
        try {
            return loader.loadClass(provider.getName());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("cannot load " + provider.getName() + " a second time", e);
        }
    }

    /** Forgets the copies. */
    synchronized void close() {
        closed = true;
        layers.clear();
        loaders.clear();
    }

    /** The modules of a layer, and those of other layers that they read, but for the JDK's and Clutch's; found where they were found before. */
    private static final class Copies implements ModuleFinder {
        private final Map<String, ModuleReference> references = new HashMap<>();
        private boolean hasAutomatic;

        static Copies of(ModuleLayer origin) {
            Copies copies = new Copies();
            ModuleFinder system = ModuleFinder.ofSystem();
            ArrayDeque<ResolvedModule> todo =
                    new ArrayDeque<>(origin.configuration().modules());
            while (!todo.isEmpty()) {
                ResolvedModule module = todo.remove();
                String name = module.name();
                if (!ExtensionReports.isHouse(name)
                        && system.find(name).isEmpty()
                        && copies.references.putIfAbsent(name, module.reference()) == null) {
                    copies.hasAutomatic |= module.reference().descriptor().isAutomatic();
                    todo.addAll(module.reads());
                }
            }
            return copies;
        }

        ModuleLayer define(ModuleLayer origin) {
            Configuration configuration = origin.configuration().resolve(this, ModuleFinder.of(), references.keySet());
            return origin.defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
        }

        @Override
        public Optional<ModuleReference> find(String name) {
            @Nullable ModuleReference found = references.get(name);
            return Optional.ofNullable(found);
        }

        @Override
        public Set<ModuleReference> findAll() {
            return new HashSet<>(references.values());
        }
    }
}
