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

/** The projects that authors and embedders copy, and a twin that is not isolated: built from the artifacts as they would, outside the reactor. */
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

    @Test
    void theEmbeddingExampleRunsAndNamesItsLeaks() throws IOException, InterruptedException {
        Path project = copy("embedding");
        Run ran = embedded(project, "embedding");
        assertThat(ran.status).as(ran.output).isZero();
        assertThat(ran.output.replaceAll("\\.{3,}", "...").lines())
                .startsWith(
                        "total: 10",
                        "42 [null, 1180591620717411303424, {a=[1.5, true]}]",
                        "[[a, 3], [n, 2]] {b=1, a=3, n=2}",
                        "[7, 0]",
                        "json.decoder.JSONDecodeError in line 2 of rules.py",
                        "ended: DEADLINE",
                        "{job=2, square=4}",
                        "{job=3, square=9}",
                        "ended: LIMIT",
                        "mode test")
                .contains("close of interpreter 0: clean", "false 3");
        assertThat(ran.output.lines().filter(line -> line.startsWith("  held: ")))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches(
                                        "  held: handle or proxy of a 'list' object, from embedding.Main.leaks\\(Main.java:\\d+\\)"),
                        line -> assertThat(line)
                                .matches(
                                        "  held: end of queue 3 that Java code has not closed, from embedding.Main.leaks\\(Main.java:\\d+\\)"));
    }

    @Test
    void thePluginExampleReleasesWhatItUnloads() throws IOException, InterruptedException {
        Path project = copy("plugins");
        Run ran = embedded(project, "plugins", project.resolve("plugins").toString());
        assertThat(ran.status).as(ran.output).isZero();
        assertThat(ran.output.lines())
                .containsExactly(
                        "hello Ann, number 1",
                        "hello Bob, number 2",
                        "log: [shouting] {word=hey}",
                        "HEY!",
                        "welcome Cid",
                        "close of interpreter 1: clean, nothing is left",
                        "close of interpreter 2: clean, nothing is left",
                        "open interpreters: [the main interpreter, interpreter 3]");
    }

    /** Builds a project and runs its class {@code Main} as the comment in its build file says. */
    private static Run embedded(Path project, String name, String... arguments)
            throws IOException, InterruptedException {
        Run build = maven(project);
        assertThat(build.status).as(build.output).isZero();
        List<String> command = new ArrayList<>();
        Collections.addAll(
                command,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                project.resolve("target/" + name + "-1.0.jar")
                        + File.pathSeparator
                        + project.resolve("target/lib").resolve("*"),
                name + ".Main");
        Collections.addAll(command, arguments);
        return run(command);
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
