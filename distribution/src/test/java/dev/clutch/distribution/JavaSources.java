package dev.clutch.distribution;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles what tests write. */
final class JavaSources {
    private JavaSources() {}

    /** Compiles sources that see what the tests see, and a folder; an error fails the test. */
    static void compile(List<Path> sources, Path target, Path seen, List<String> options) throws IOException {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(
                "-nowarn",
                "-cp",
                seen + File.pathSeparator + System.getProperty("java.class.path"),
                "-d",
                Files.createDirectories(target).toString()));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringBuilder errors = new StringBuilder();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean ok = compiler.getTask(
                            null,
                            files,
                            problem -> errors.append(problem).append('\n'),
                            all,
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!ok) {
                throw new IllegalStateException(errors.toString());
            }
        }
    }
}
