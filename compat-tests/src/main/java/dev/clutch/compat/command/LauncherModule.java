package dev.clutch.compat.command;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.ThreadState;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code _clutch_compat}: how to start the kit. It runs in a process of its own, on the class path: there it sees into all classes, and what hangs or ends the process is none of the caller's.
 */
@ExtensionModule(
        name = "_clutch_compat",
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED,
        doc = "How to start the compatibility kit.")
public final class LauncherModule {
    @Expose(doc = "Return the command, without arguments, as a list.")
    static Object command(ThreadState ts) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return ts.newList(
                java,
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                "dev.clutch.compat.Main");
    }

    /** The jars and folders of the module path, or the class path where there is none. */
    private static String classPath() {
        String modules = System.getProperty("jdk.module.path");
        if (modules == null) {
            return System.getProperty("java.class.path", "");
        }
        List<String> places = new ArrayList<>();
        for (String entry : modules.split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (!Files.isDirectory(path) || Files.exists(path.resolve("module-info.class"))) {
                places.add(entry);
            } else {
                try (Stream<Path> below = Files.list(path)) {
                    below.sorted().forEach(each -> places.add(each.toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return String.join(File.pathSeparator, places);
    }
}
