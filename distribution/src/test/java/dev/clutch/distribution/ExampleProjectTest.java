package dev.clutch.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project that authors copy, and its twin that is not isolated: built from the artifacts as an author would, outside the reactor. */
class ExampleProjectTest {
    private static final int SECONDS = 240;

    private static final String PARALLEL = """
            import sys, threading
            from concurrent import interpreters
            CODE = 'import tally; assert tally.add() == 1; assert tally.Counter(2).count() == 3; assert tally.add() == 3'
            failed = []
            def work():
                try:
                    interpreters.create().exec(CODE)
                except Exception as e:
                    failed.append(e)
            threads = [threading.Thread(target=work) for _ in range(4)]
            for t in threads: t.start()
            for t in threads: t.join()
            for e in failed: print(e)
            print('passed' if not failed else 'failed')
            """;

    @TempDir
    static Path folder;

    private static Path repository;

    @BeforeAll
    static void install() throws IOException {
        repository =
                PrivateRepository.make(Path.of("target", "example-repository").toAbsolutePath());
    }

    @Test
    void theExamplePassesTheKitAndIsImportedInParallel() throws IOException, InterruptedException {
        Path project = copy("extension");
        Run build = maven(project);
        assertThat(build.status).as(build.output).isZero();
        String report =
                Files.readString(project.resolve("target/surefire-reports/TEST-tally.TallyCompatibilityTest.xml"));
        assertThat(report).containsPattern("tests=\"2\\d\" errors=\"0\" skipped=\"\\d\" failures=\"0\"");

        Run parallel = python(project.resolve("target/tally-1.0.jar"), "-c", PARALLEL);
        assertThat(parallel.output.strip()).isEqualTo("passed");
    }

    @Test
    void itsTwinIsRefusedForAFieldAndItsWriter() throws IOException, InterruptedException {
        Path project = copy("extension-broken");
        Run build = maven(project);
        assertThat(build.status).isNotZero();
        assertThat(build.output).contains("declaration-true", "CLUTCH-101 tally.Tally.total", "tally.Tally.add");

        Path classes = project.resolve("target/classes");
        Run refused = python(
                classes,
                "-c",
                "from concurrent import interpreters\nimport tally\ninterpreters.create().exec('import tally')");
        assertThat(refused.output)
                .contains("module tally does not support loading in subinterpreters")
                .contains("CLUTCH-101 tally.Tally.total")
                .contains("tally.Tally.add");
    }

    @Test
    void aJarIsGraded() throws IOException, InterruptedException {
        Path project = copy("extension");
        assertThat(maven(project, "-DskipTests").status).isZero();
        Path jar = project.resolve("target/tally-1.0.jar");
        Path json = folder.resolve("card.json");
        Run graded = python(null, "-m", "clutch.compat", jar.toString(), "--json", json.toString());
        assertThat(graded.status).as(graded.output).isZero();
        assertThat(graded.output)
                .contains("tally (tally.TallyProvider): passed")
                .containsPattern("sha256 [0-9a-f]{64}");
        assertThat(Files.readString(json)).contains("\"passed\": true");
    }

    private record Run(int status, String output) {}

    private static Path copy(String example) throws IOException {
        Path from = Path.of("..", "examples", example);
        Path to = Files.createTempDirectory(folder, example);
        List<Path> files;
        try (Stream<Path> walked = Files.walk(from)) {
            files = walked.filter(f -> Files.isRegularFile(f) && !f.startsWith(from.resolve("target")))
                    .toList();
        }
        for (Path file : files) {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        return to;
    }

    private static Run maven(Path project, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        Collections.addAll(
                command,
                Path.of(System.getProperty("clutch.maven"), "bin", "mvn").toString(),
                "-o",
                "-q",
                "-B",
                "-Dmaven.repo.local=" + repository,
                "-f",
                project.resolve("pom.xml").toString());
        Collections.addAll(command, more);
        command.add("verify");
        return run(command);
    }

    /** Runs the command line with an extension on the module path, or without one. */
    private static Run python(@Nullable Path extension, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        Collections.addAll(
                command,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=dev.clutch.runtime",
                "-p",
                Path.of("target", "modules").toAbsolutePath()
                        + (extension == null ? "" : File.pathSeparator + jar(extension)),
                "--add-modules",
                "dev.clutch.stdlib",
                "-m",
                "dev.clutch.interp/dev.clutch.interp.cli.Main");
        Collections.addAll(command, arguments);
        return run(command);
    }

    /** A folder of classes without descriptor is no module; a jar is an automatic one. */
    private static Path jar(Path extension) throws IOException {
        if (!Files.isDirectory(extension)) {
            return extension;
        }
        Path jar = extension.resolveSibling("tally.jar");
        assertThat(ToolProvider.findFirst("jar")
                        .orElseThrow()
                        .run(System.out, System.err, "-c", "-f", jar.toString(), "-C", extension.toString(), "."))
                .isZero();
        return jar;
    }

    private static Run run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "run", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        String text = Files.readString(output);
        assertThat(ended).as(text).isTrue();
        return new Run(process.exitValue(), text);
    }
}
