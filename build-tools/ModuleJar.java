import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Keeps META-INF/services, which the class path reads, equal to what the module descriptor provides.
 *
 * <p>{@code derive CLASSES} writes those files. {@code finish JAR CLASSES VERSION DATE} adds the module descriptor to
 * the jar, because the jar tool inside a Maven on Java 17 cannot read it, and compares both in the result.
 */
final class ModuleJar {
    private ModuleJar() {}

    public static void main(String[] args) throws IOException {
        switch (args[0]) {
            case "derive" -> {
                Path classes = Path.of(args[1]);
                if (Files.exists(classes.resolve("module-info.class"))) {
                    derive(classes);
                }
            }
            case "finish" -> {
                Path jar = Path.of(args[1]);
                Path classes = Path.of(args[2]);
                if (Files.exists(jar) && Files.exists(classes.resolve("module-info.class"))) {
                    addDescriptor(jar, classes, args[3], args[4]);
                    check(jar);
                }
            }
            default -> throw new IllegalArgumentException("unknown command " + args[0]);
        }
    }

    private static void addDescriptor(Path jar, Path classes, String version, String date) {
        ToolProvider tool = ToolProvider.findFirst("jar").orElseThrow();
        int status = tool.run(
                System.out,
                System.err,
                "--update",
                "--file=" + jar,
                "--module-version=" + version,
                "--date=" + date,
                "-C",
                classes.toString(),
                "module-info.class");
        if (status != 0) {
            System.exit(status);
        }
    }

    private static void derive(Path classes) throws IOException {
        Map<String, List<String>> provided = provided(classes);
        Path services = classes.resolve("META-INF/services");
        for (String stale : declared(classes).keySet()) {
            if (!provided.containsKey(stale)) {
                Files.delete(services.resolve(stale));
            }
        }
        for (Map.Entry<String, List<String>> entry : provided.entrySet()) {
            Files.createDirectories(services);
            Path file = services.resolve(entry.getKey());
            String text = String.join("\n", entry.getValue()) + "\n";
            if (!Files.exists(file) || !Files.readString(file).equals(text)) {
                Files.writeString(file, text);
            }
        }
    }

    private static void check(Path jar) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            Path root = zip.getPath("/");
            Map<String, List<String>> provided = provided(root);
            Map<String, List<String>> declared = declared(root);
            if (!provided.equals(declared)) {
                System.err.println(
                        jar + ": module-info provides " + provided + ", META-INF/services declares " + declared);
                System.exit(1);
            }
        }
    }

    private static Map<String, List<String>> provided(Path root) throws IOException {
        Map<String, List<String>> result = new TreeMap<>();
        try (InputStream in = Files.newInputStream(root.resolve("module-info.class"))) {
            for (ModuleDescriptor.Provides provides : ModuleDescriptor.read(in).provides()) {
                result.put(provides.service(), provides.providers());
            }
        }
        return result;
    }

    private static Map<String, List<String>> declared(Path root) throws IOException {
        Map<String, List<String>> result = new TreeMap<>();
        Path services = root.resolve("META-INF/services");
        if (Files.isDirectory(services)) {
            try (Stream<Path> files = Files.list(services)) {
                for (Path file : files.toList()) {
                    result.put(file.getFileName().toString(), Files.readAllLines(file));
                }
            }
        }
        return result;
    }
}
