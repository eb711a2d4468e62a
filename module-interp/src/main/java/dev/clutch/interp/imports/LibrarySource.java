package dev.clutch.interp.imports;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The sources of the standard library: resources of the module or jar that packages it. */
public final class LibrarySource {
    private static final String MODULE = "dev.clutch.stdlib";

    private LibrarySource() {}

    /** A source found. */
    record Found(byte[] source, String path, boolean isPackage) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Found f && f.path.equals(path);
        }

        @Override
        public int hashCode() {
            return path.hashCode();
        }
    }

    /** Returns the source of a module by its full name, or null. */
    static @Nullable Found find(String name) {
        String stem = "Lib/" + name.replace('.', '/');
        byte[] source = read(stem + ".py");
        if (source != null) {
            return new Found(source, stem + ".py", false);
        }
        source = read(stem + "/__init__.py");
        return source == null ? null : new Found(source, stem + "/__init__.py", true);
    }

    /** Returns the source of a file name as code objects of the library have it, or null. */
    public static byte @Nullable [] ofPath(String filename) {
        return filename.startsWith("/Lib/") ? read(filename.substring(1)) : null;
    }

    private static byte @Nullable [] read(String path) {
        try (InputStream in = open(path)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            return null;
        }
    }

    private static @Nullable InputStream open(String path) throws IOException {
        Module module = ModuleLayer.boot().findModule(MODULE).orElse(null);
        if (module != null) {
            return module.getResourceAsStream(path);
        }
        return LibrarySource.class.getClassLoader().getResourceAsStream(path);
    }
}
