package dev.clutch.interp.imports;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.SourceCompiler;
import dev.clutch.interp.object.LibraryModules;
import dev.clutch.interp.object.LibraryRoot;
import dev.clutch.interp.object.PyCode;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The standard library: classes that the build compiled, and the sources as resources beside them. A <em>stem</em> is the path of a source below {@code Lib} without its suffix,
 * such as {@code json/decoder} or {@code json/__init__}.
 */
public final class Library {
    /** The kinds that {@link #find} answers. */
    public static final int NONE = 0;
    /** A module in a file. */
    public static final int MODULE = 1;
    /** A package. */
    public static final int PACKAGE = 2;

    /** What the build has compiled; null where only sources are on the module path. */
    private static final @Nullable LibraryModules MODULES = modules();

    private Library() {}

    /** The name of the compiled class of a stem. */
    public static String className(String stem) {
        return LibraryRoot.MODULE_NAME + "." + stem.replace('/', '.');
    }

    /** The file name to compile a stem with. */
    public static String filename(String stem) {
        String frozen = FrozenModules.moduleOf(stem);
        return frozen == null ? LibraryRoot.PLACEHOLDER + stem + ".py" : "<frozen " + frozen + ">";
    }

    /** Returns the fingerprint of the engine; 0 where the library isn't compiled. */
    public static long engine() {
        return MODULES == null ? 0 : MODULES.engine();
    }

    /** Tells what there is at a path without suffix. */
    public static int find(String stem) {
        return exists(stem) ? MODULE : exists(stem + "/__init__") ? PACKAGE : NONE;
    }

    private static boolean exists(String stem) {
        Module module = LibraryRoot.module();
        if (module == null) {
            return false;
        }
        return MODULES == null ? hasResource(module, stem + ".py") : MODULES.find(stem) >= 0;
    }

    private static @Nullable LibraryModules modules() {
        Module module = LibraryRoot.module();
        Class<?> generated = module == null ? null : Class.forName(module, LibraryModules.CLASS_NAME);
        try {
            return generated == null
                    ? null
                    : (LibraryModules) generated.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the compiled library has no list of its modules", e);
        }
    }

    private static boolean hasResource(Module module, String path) {
        try (InputStream in = module.getResourceAsStream("Lib/" + path)) {
            return in != null;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns the code of a stem: the compiled class, or else compiled now from the source; null when there is neither. */
    public static @Nullable PyCode code(PyThreadState ts, String stem) {
        Module module = LibraryRoot.module();
        if (module == null) {
            return null;
        }
        if (MODULES != null) {
            int number = MODULES.find(stem);
            return number < 0 ? null : MODULES.code(number);
        }
        byte[] source = data(stem + ".py");
        if (source == null) {
            return null;
        }
        return SourceCompiler.file(ts, source, LibraryRoot.path(filename(stem)));
    }

    /** Returns the names of the modules and packages in a folder, sorted; {@code prefix} is empty or ends in a slash. */
    public static List<String> names(String prefix) {
        TreeSet<String> names = new TreeSet<>();
        for (String file : files()) {
            String rest = file.startsWith("Lib/" + prefix) ? file.substring(4 + prefix.length()) : "";
            int slash = rest.indexOf('/');
            if (slash < 0 && rest.endsWith(".py")) {
                names.add(rest.substring(0, rest.length() - 3));
            } else if (slash > 0 && rest.substring(slash).equals("/__init__.py")) {
                names.add(rest.substring(0, slash));
            }
        }
        names.remove("__init__");
        return List.copyOf(names);
    }

    /** Returns the paths of all files, beginning with {@code Lib/}. */
    private static List<String> files() {
        ModuleReference library = LibraryRoot.reference();
        if (library == null) {
            return List.of();
        }
        try (ModuleReader reader = library.open()) {
            return reader.list().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Returns the content of a file of the library by the name that code has of it, or null. */
    public static byte @Nullable [] ofPath(String filename) {
        String root = LibraryRoot.path() + "/";
        return filename.startsWith(root) ? data(filename.substring(root.length())) : null;
    }

    /** Returns the source of a frozen module by the file name of its code, or null. */
    public static byte @Nullable [] ofFrozen(String filename) {
        if (!filename.startsWith("<frozen ") || !filename.endsWith(">")) {
            return null;
        }
        String stem =
                filename.substring("<frozen ".length(), filename.length() - 1).replace('.', '/');
        return FrozenModules.moduleOf(stem) == null ? null : data(stem + ".py");
    }

    /** Returns the content of a file below {@code Lib}, or null. */
    public static byte @Nullable [] data(String path) {
        Module module = LibraryRoot.module();
        if (module == null) {
            return null;
        }
        try (InputStream in = module.getResourceAsStream("Lib/" + path)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            return null;
        }
    }
}
