import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.FileSystems;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Keeps META-INF/services, which the class path reads, equal to what the module descriptor provides.
 *
 * <p>{@code derive CLASSES} writes the files; {@code check JAR} compares both in the finished jar.
 */
final class Services {
    private Services() {}

    public static void main(String[] args) throws IOException {
        Path target = Path.of(args[1]);
        if (!Files.exists(args[1].endsWith(".jar") ? target : target.resolve("module-info.class"))) {
            return; // a Maven module without code of its own
        }
        switch (args[0]) {
            case "derive" -> derive(target);
            case "check" -> check(target);
            default -> throw new IllegalArgumentException("unknown command " + args[0]);
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
                System.err.println(jar + ": module-info provides " + provided + " but META-INF/services declares " + declared);
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
