package dev.clutch.interp.object;

import dev.clutch.extension.spi.Str;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the standard library is. It reads like a zipped {@code Lib}: the root is the jar's path and {@code /Lib}, or in a folder of classes that folder's. Code that the build
 * compiled knows its file by {@link #PLACEHOLDER} alone, because the place is known only when it runs.
 */
public final class LibraryRoot {
    /** What stands for the root in the file names of compiled code. */
    public static final String PLACEHOLDER = "<library>/";

    /** The module that packages the library. */
    public static final String MODULE_NAME = "dev.clutch.stdlib";

    private static final String WITNESS = "/Lib/importlib/_bootstrap.py";

    private static final @Nullable Module MODULE = findModule();
    private static final String PATH = findPath();

    private LibraryRoot() {}

    /** Returns the module that packages the library, or null when there is none. */
    public static @Nullable Module module() {
        return MODULE;
    }

    /** Returns the path of the root, an entry of {@code sys.path}. */
    public static String path() {
        return PATH;
    }

    /** Returns the path of a file name that code was compiled with: the root in place of what stood for it. */
    public static String path(String compiled) {
        return compiled.startsWith(PLACEHOLDER) ? PATH + compiled.substring(PLACEHOLDER.length() - 1) : compiled;
    }

    /** Returns the file name, a str, that compiled code has when it runs. */
    static Object filename(String compiled) {
        return Str.of(path(compiled));
    }

    /** On the class path the library is in the unnamed module of our loader, if it is there. */
    private static @Nullable Module findModule() {
        Module own = LibraryRoot.class.getModule();
        ModuleLayer layer = own.getLayer();
        if (layer != null) {
            return layer.findModule(MODULE_NAME).orElse(null);
        }
        return LibraryRoot.class.getResource(WITNESS) == null ? null : own;
    }

    /** Returns what the library is as a module on disk, or null when there is none; for lists of its files. */
    public static @Nullable ModuleReference reference() {
        Module module = MODULE;
        if (module == null) {
            return null;
        }
        if (module.isNamed()) {
            return module.getLayer()
                    .configuration()
                    .findModule(MODULE_NAME)
                    .orElseThrow()
                    .reference();
        }
        return ModuleFinder.of(Path.of(PATH).getParent()).find(MODULE_NAME).orElse(null);
    }

    private static String findPath() {
        Module module = MODULE;
        URI location = null;
        if (module != null && module.isNamed()) {
            ModuleReference reference = reference();
            location = reference == null ? null : reference.location().orElse(null);
        } else if (module != null) {
            location = onClassPath();
        }
        if (location == null || !"file".equals(location.getScheme())) {
            return Path.of(System.getProperty("java.home", "/"), "lib", "python3.12")
                    .toString();
        }
        return Path.of(location) + "/Lib";
    }

    private static @Nullable URI onClassPath() {
        URL witness = LibraryRoot.class.getResource(WITNESS);
        if (witness == null) {
            return null;
        }
        String text = witness.toString();
        String place = text.substring(0, text.length() - WITNESS.length());
        return URI.create(
                place.startsWith("jar:") && place.endsWith("!") ? place.substring(4, place.length() - 1) : place);
    }
}
