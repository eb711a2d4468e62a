package dev.clutch.extension.spi.processor;

import dev.clutch.extension.spi.ThreadState;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Compiles small sources with the processor. */
final class Compilation {
    private static final String NULLABLE = """
            package demo;

            @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE)
            @interface Nullable {}
            """;

    private final Path output;
    private final List<String> problems = new ArrayList<>();

    private Compilation(Path output) {
        this.output = output;
    }

    /** Compiles classes of the package {@code demo}; the text is what follows the imports. */
    static Compilation of(Path output, String... classes) {
        List<JavaFileObject> files = new ArrayList<>();
        files.add(file("Nullable", NULLABLE));
        for (String text : classes) {
            String name = text.replaceAll("(?s).*?\\bclass (\\w+).*", "$1");
            files.add(file(name, "package demo;\nimport dev.clutch.extension.spi.*;\n" + text));
        }
        return run(output, files);
    }

    /** Compiles a module with the given descriptor and classes. */
    static Compilation ofModule(Path output, String descriptor, String... classes) {
        List<JavaFileObject> files = new ArrayList<>();
        files.add(file("module-info", descriptor));
        for (String text : classes) {
            String name = text.replaceAll("(?s).*?\\bclass (\\w+).*", "$1");
            files.add(file(name, "package demo;\nimport dev.clutch.extension.spi.*;\n" + text));
        }
        return run(output, files);
    }

    private static Compilation run(Path output, List<JavaFileObject> files) {
        Compilation result = new Compilation(output);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
        boolean named = files.getFirst().getName().contains("module-info");
        List<String> options = List.of(
                named ? "--module-path" : "-classpath",
                spi(),
                "-d",
                output.toString(),
                "-Aclutch.index=demo.index",
                "-XDstringConcat=inline");
        JavaCompiler.CompilationTask task = compiler.getTask(new StringWriter(), null, collector, options, null, files);
        task.setProcessors(List.of(new ClutchProcessor()));
        boolean ok = task.call();
        for (Diagnostic<? extends JavaFileObject> d : collector.getDiagnostics()) {
            if (d.getKind() == Diagnostic.Kind.ERROR
                    || d.getMessage(Locale.ROOT).startsWith("CLUTCH")) {
                result.problems.add(d.getMessage(Locale.ROOT));
            }
        }
        if (!ok && result.problems.isEmpty()) {
            throw new AssertionError("compilation failed without a message");
        }
        return result;
    }

    private static String spi() {
        try {
            return Path.of(ThreadState.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static JavaFileObject file(String name, String text) {
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    /** What the compiler and the processor reported. */
    List<String> problems() {
        return problems;
    }

    /** A compiled class. */
    Class<?> load(String name) {
        if (!problems.isEmpty()) {
            throw new AssertionError(problems);
        }
        try {
            @SuppressWarnings("resource") // closed with the process: classes are loaded from it until the test ends
            URLClassLoader loader =
                    new URLClassLoader(new URL[] {output.toUri().toURL()}, Compilation.class.getClassLoader());
            return loader.loadClass(name);
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** An instance of a generated public class. */
    <T> T make(String name, Class<T> type) {
        try {
            return type.cast(load(name).getConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** The text of a resource that the processor wrote, null when there is none. */
    @Nullable
    String resource(String path) {
        Path file = output.resolve(path);
        try {
            return Files.exists(file) ? Files.readString(file) : null;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
