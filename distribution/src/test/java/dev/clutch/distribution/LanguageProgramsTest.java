package dev.clutch.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the programs below {@code lang}, each in a process of its own with everything on the module path: each printed line is expected behind
 * {@code # => } on the line that prints it.
 */
class LanguageProgramsTest {
    private static final Path PROGRAMS = Path.of("../module-interp/src/test/python/lang");
    private static final String MARK = "# => ";
    private static final int SECONDS = 120;

    @TestFactory
    Stream<DynamicTest> programs() throws IOException {
        return programs(PROGRAMS, modulePath());
    }

    /** Returns a test for each program below a folder, to be run with a module path. */
    static Stream<DynamicTest> programs(Path folder, String modulePath) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(f -> f.toString().endsWith(".py"))
                    .filter(LanguageProgramsTest::hasExpectations)
                    .sorted()
                    .toList();
        }
        assertThat(files).isNotEmpty();
        return files.stream()
                .map(f -> DynamicTest.dynamicTest(folder.relativize(f).toString(), () -> check(f, modulePath)));
    }

    /** The others are modules that programs import. */
    private static boolean hasExpectations(Path file) {
        try {
            return Files.readString(file).contains(MARK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(Path file, String modulePath) throws IOException, InterruptedException {
        List<String> expected = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            int at = line.indexOf(MARK);
            if (at >= 0) {
                expected.add(line.substring(at + MARK.length()));
            }
        }
        assertThat(run(modulePath, file.toString())).isEqualTo(expected);
    }

    /** Returns the lines that a program prints, its arguments behind it. */
    static List<String> run(String modulePath, String... program) throws IOException, InterruptedException {
        Path output = Files.createTempFile("program", ".txt");
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "--enable-native-access=dev.clutch.runtime",
                    "-p",
                    modulePath,
                    "--add-modules",
                    "ALL-MODULE-PATH",
                    "-Dclutch.executable=" + executable(),
                    "-m",
                    "dev.clutch.interp/dev.clutch.interp.cli.Main"));
            command.addAll(List.of(program));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            assertThat(ended).isTrue();
            return Files.readString(output, StandardCharsets.UTF_8).lines().toList();
        } finally {
            Files.delete(output);
        }
    }

    /** What programs start as {@code sys.executable}. */
    private static String executable() {
        return Path.of("..", "bin", "clutch").toAbsolutePath().normalize().toString();
    }

    static String modulePath() {
        return Path.of("target", "modules").toAbsolutePath().toString();
    }
}
