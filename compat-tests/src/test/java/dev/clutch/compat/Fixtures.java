package dev.clutch.compat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The extensions under {@code src/test/fixtures}: for each rule one that breaks it, and its twin that does not. They are compiled with the annotation processor as an author's would be, and each gets a class
 * loader of its own.
 */
final class Fixtures {
    private static final Path SOURCES = Path.of("src/test/fixtures");

    private final Path output;

    private Fixtures(Path output) {
        this.output = output;
    }

    /** Compiles all of one kind, {@code broken} or {@code correct}. */
    static Fixtures compile(String kind, Path folder) throws IOException {
        Path output = Files.createDirectories(folder.resolve(kind));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null);
                Stream<Path> sources = Files.walk(SOURCES.resolve(kind))) {
            List<Path> java =
                    sources.filter(f -> f.toString().endsWith(".java")).toList();
            boolean done = compiler.getTask(
                            null,
                            files,
                            diagnostics,
                            List.of("-d", output.toString(), "-cp", classPath(), "-proc:full", "-nowarn"),
                            null,
                            files.getJavaFileObjectsFromPaths(java))
                    .call();
            if (!done) {
                throw new IllegalStateException("the fixtures do not compile: " + diagnostics.getDiagnostics());
            }
        }
        return new Fixtures(output);
    }

    /** Returns the class path of the tests; Surefire's own is one jar that names the others. */
    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** Returns the names of the rules that have one. */
    static List<String> rules() {
        try (Stream<Path> folders = Files.list(SOURCES.resolve("broken"))) {
            return folders.map(f -> f.getFileName().toString().replace('_', '-'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the extension of a rule into a folder of its own. */
    Path alone(String rule) throws IOException {
        String name = rule.replace('-', '_');
        Path alone = output.resolveSibling(output.getFileName() + "-" + name);
        Path classes = Files.createDirectories(alone.resolve(name));
        try (Stream<Path> files = Files.list(output.resolve(name))) {
            for (Path file : files.toList()) {
                Files.copy(file, classes.resolve(file.getFileName()));
            }
        }
        Path services = Files.createDirectories(alone.resolve("META-INF/services"));
        boolean twice = Files.exists(classes.resolve("Other.class"));
        Files.writeString(
                services.resolve("dev.clutch.extension.spi.ExtensionProvider"),
                name + ".SubjectProvider\n" + (twice ? name + ".Other\n" : ""));
        return alone;
    }

    /** Returns the extension of a rule, alone in its class loader. */
    Subject subject(String rule) throws IOException {
        String name = rule.replace('-', '_');
        return new Subject(
                "kit_" + name,
                name + ".SubjectProvider",
                loader(alone(rule)),
                null,
                Files.readString(SOURCES.resolve("samples/" + name + ".py")),
                1,
                Duration.ofSeconds(6));
    }

    private static ClassLoader loader(Path folder) {
        try {
            return new URLClassLoader(new URL[] {folder.toUri().toURL()}, Fixtures.class.getClassLoader());
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the table of the rules that each broken extension breaks: {@code extension: rule rule ...}. */
    static List<String> table() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(SOURCES.resolve("fired.txt"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                lines.add(line);
            }
        }
        return lines;
    }
}
