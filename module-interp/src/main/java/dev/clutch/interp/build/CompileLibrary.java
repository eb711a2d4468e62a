package dev.clutch.interp.build;

import dev.clutch.interp.SourceCompiler;
import dev.clutch.interp.compiler.CompiledUnit;
import dev.clutch.interp.imports.Library;
import dev.clutch.interp.object.LibraryModules;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Compiles the standard library into named classes: {@code CompileLibrary LIB-FOLDER CLASSES-FOLDER}. A file that doesn't compile fails the build. */
public final class CompileLibrary {
    private static final long STACK_BYTES = 64L << 20;

    private final Path library;
    private final Path classes;

    private CompileLibrary(Path library, Path classes) {
        this.library = library;
        this.classes = classes;
    }

    /** Runs it. */
    @SuppressWarnings("SystemOut") // a program of the build
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        CompileLibrary compiler = new CompileLibrary(Path.of(arguments[0]), Path.of(arguments[1]));
        compiler.run(System.out);
    }

    private void run(PrintStream out) throws IOException, InterruptedException, ExecutionException {
        List<Path> sources;
        try (Stream<Path> walk = Files.walk(library)) {
            sources = walk.filter(CompileLibrary::wanted).sorted().toList();
        }
        int threads = java.lang.Runtime.getRuntime().availableProcessors();
        int written = 0;
        try (ExecutorService pool =
                Executors.newFixedThreadPool(threads, task -> new Thread(null, task, "compile", STACK_BYTES))) {
            List<Future<Integer>> results = new ArrayList<>();
            for (Path source : sources) {
                results.add(pool.submit(() -> compile(source)));
            }
            for (Future<Integer> result : results) {
                written += result.get();
            }
        }
        writeModules(sources);
        out.println("Standard library: compiled " + sources.size() + " files to " + written + " classes");
    }

    /** Class names are made of the path: only what can be imported can be compiled. */
    private static boolean wanted(Path file) {
        if (!file.toString().endsWith(".py")) {
            return false;
        }
        return !file.toString().contains("site-packages")
                && !file.getFileName().toString().contains("-");
    }

    private String stem(Path source) {
        String path = library.relativize(source).toString().replace('\\', '/');
        return path.substring(0, path.length() - 3);
    }

    /** Writes the list of modules that {@link Library} asks. */
    private void writeModules(List<Path> sources) throws IOException {
        List<String> stems = new ArrayList<>();
        for (Path source : sources) {
            stems.add(stem(source));
        }
        Path file = classes.resolve(LibraryModules.CLASS_NAME.replace('.', '/') + ".class");
        Files.write(file, LibraryModulesWriter.write(stems, EngineFingerprint.compute()));
    }

    private int compile(Path source) throws IOException {
        String stem = stem(source);
        CompiledUnit unit =
                SourceCompiler.library(Files.readAllBytes(source), Library.filename(stem), Library.className(stem));
        for (Map.Entry<String, byte[]> e : unit.classes().entrySet()) {
            Path file = classes.resolve(e.getKey().replace('.', '/') + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, e.getValue());
        }
        return unit.classes().size();
    }
}
