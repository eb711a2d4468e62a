package dev.clutch.interp.object;

import dev.clutch.extension.spi.Str;
import java.net.URI;
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

    private static @Nullable Module findModule() {
        ModuleLayer layer = LibraryRoot.class.getModule().getLayer();
        return layer == null ? null : layer.findModule(MODULE_NAME).orElse(null);
    }

    private static String findPath() {
        Module module = MODULE;
        URI location = module == null
                ? null
                : module.getLayer()
                        .configuration()
                        .findModule(MODULE_NAME)
                        .flatMap(m -> m.reference().location())
                        .orElse(null);
        if (location == null || !"file".equals(location.getScheme())) {
            return Path.of(System.getProperty("java.home", "/"), "lib", "python3.12")
                    .toString();
        }
        String path = Path.of(location).toString();
        return path + "/Lib";
    }
}
