package dev.clutch.distribution;

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

    /** Compiles sources that see what the tests see; the first error fails the test. */
    static void compile(List<Path> sources, Path target, List<String> options) throws IOException {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-nowarn", "-d", Files.createDirectories(target).toString()));
        if (!options.contains("-p")) {
            all.addAll(List.of("-cp", System.getProperty("java.class.path")));
        }
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
