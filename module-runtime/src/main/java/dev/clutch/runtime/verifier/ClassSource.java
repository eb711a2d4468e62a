package dev.clutch.runtime.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * Where the verifier finds class files and service files: a folder, a jar, a module, what a class loader sees, or several of them in order. Nothing is loaded from it.
 */
public abstract class ClassSource {
    ClassSource() {}

    /** Returns the bytes of a resource such as {@code a/b/C.class}, null when there is none. */
    public abstract byte @Nullable [] find(String resource);

    /** Returns the names of all resources, in order; empty where they cannot be listed, as those of a class loader. */
    public abstract List<String> resources();

    /** Returns where this is, for people. */
    @Override
    public abstract String toString();

    /** Returns the classes of a jar, or those below a folder. */
    public static ClassSource of(Path jarOrFolder) {
        return Files.isDirectory(jarOrFolder) ? new OfFolder(jarOrFolder) : new OfJar(jarOrFolder);
    }

    /** Tells whether a class file, by its resource name, is one of Clutch's own. */
    public static boolean isHouse(String resource) {
        return resource.endsWith(".class") && House.has(resource.substring(0, resource.length() - 6));
    }

    /** Returns the classes of a module. */
    public static ClassSource of(ModuleReference module) {
        return new OfModule(module);
    }

    /** Returns what a class can see by its loader, itself first. */
    public static ClassSource near(Class<?> type) {
        return new OfLoader(type);
    }

    /** Returns several sources as one; the first that has a resource gives it. */
    public static ClassSource of(List<ClassSource> sources) {
        return new OfSeveral(List.copyOf(sources));
    }

    private static final class OfFolder extends ClassSource {
        private final Path folder;

        OfFolder(Path folder) {
            this.folder = folder;
        }

        @Override
        public byte @Nullable [] find(String resource) {
            Path file = folder.resolve(resource);
            try {
                return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public List<String> resources() {
            try (var files = Files.walk(folder)) {
                List<String> names = new ArrayList<>();
                for (Path file : (Iterable<Path>) files::iterator) {
                    if (Files.isRegularFile(file)) {
                        names.add(folder.relativize(file)
                                .toString()
                                .replace(folder.getFileSystem().getSeparator(), "/"));
                    }
                }
                Collections.sort(names);
                return names;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return folder.toString();
        }
    }

    /** Entries of the base version. The jar stays open as long as the source is used; the JDK closes what nobody holds. */
    private static final class OfJar extends ClassSource {
        private final Path jar;
        private @Nullable JarFile open;

        OfJar(Path jar) {
            this.jar = jar;
        }

        private synchronized JarFile file() throws IOException {
            JarFile file = open;
            if (file == null) {
                file = new JarFile(jar.toFile(), false);
                open = file;
            }
            return file;
        }

        @Override
        public byte @Nullable [] find(String resource) {
            try {
                JarFile file = file();
                ZipEntry entry = file.getEntry(resource);
                if (entry == null) {
                    return null;
                }
                try (InputStream in = file.getInputStream(entry)) {
                    return in.readAllBytes();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + resource + " of " + jar, e);
            }
        }

        @Override
        public List<String> resources() {
            try {
                List<String> names = new ArrayList<>();
                Enumeration<? extends ZipEntry> entries = file().entries();
                while (entries.hasMoreElements()) {
                    ZipEntry entry = entries.nextElement();
                    if (!entry.isDirectory() && !entry.getName().startsWith("META-INF/versions/")) {
                        names.add(entry.getName());
                    }
                }
                Collections.sort(names);
                return names;
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + jar, e);
            }
        }

        @Override
        public String toString() {
            return jar.toString();
        }
    }

    private static final class OfModule extends ClassSource {
        private final ModuleReference module;
        private @Nullable ModuleReader open;

        OfModule(ModuleReference module) {
            this.module = module;
        }

        private synchronized ModuleReader reader() throws IOException {
            ModuleReader reader = open;
            if (reader == null) {
                reader = module.open();
                open = reader;
            }
            return reader;
        }

        @Override
        public byte @Nullable [] find(String resource) {
            try (InputStream in = reader().open(resource).orElse(null)) {
                return in == null ? null : in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public List<String> resources() {
            try (var names = reader().list()) {
                return names.filter(name -> !name.endsWith("/")).sorted().toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return module.descriptor().toNameAndVersion();
        }
    }

    /** Class files are never encapsulated: a loader gives those of its modules and of its class path alike. */
    private static final class OfLoader extends ClassSource {
        private final Class<?> near;

        OfLoader(Class<?> near) {
            this.near = near;
        }

        @Override
        public byte @Nullable [] find(String resource) {
            try (InputStream in = open(resource)) {
                return in == null ? null : in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + resource, e);
            }
        }

        private @Nullable InputStream open(String resource) throws IOException {
            InputStream own = near.getModule().getResourceAsStream(resource);
            if (own != null) {
                return own;
            }
            ClassLoader loader = near.getClassLoader();
            InputStream seen = loader == null ? null : loader.getResourceAsStream(resource);
            return seen != null ? seen : ofOtherLayerModule(resource);
        }

        /** A loader of a layer gives its own modules only; the others of the layer are asked by package. */
        private @Nullable InputStream ofOtherLayerModule(String resource) throws IOException {
            ModuleLayer layer = near.getModule().getLayer();
            int end = resource.lastIndexOf('/');
            if (layer == null || end < 0) {
                return null;
            }
            String name = resource.substring(0, end).replace('/', '.');
            for (Module module : layer.modules()) {
                if (module.getPackages().contains(name)) {
                    return module.getResourceAsStream(resource);
                }
            }
            return null;
        }

        @Override
        public List<String> resources() {
            return List.of();
        }

        @Override
        public String toString() {
            Module module = near.getModule();
            return module.isNamed() ? "module " + module.getName() : "the class path of " + near.getName();
        }
    }

    private static final class OfSeveral extends ClassSource {
        private final List<ClassSource> sources;

        OfSeveral(List<ClassSource> sources) {
            this.sources = sources;
        }

        @Override
        public byte @Nullable [] find(String resource) {
            for (ClassSource source : sources) {
                byte[] found = source.find(resource);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }

        @Override
        public List<String> resources() {
            List<String> names = new ArrayList<>();
            for (ClassSource source : sources) {
                names.addAll(source.resources());
            }
            return names;
        }

        @Override
        public String toString() {
            return sources.toString();
        }
    }
}
