package dev.clutch.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clutch.runtime.verifier.ClassSource;
import dev.clutch.runtime.verifier.Report;
import dev.clutch.runtime.verifier.Verdict;
import dev.clutch.runtime.verifier.Verifier;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the extension interface can, shown by programs that use an extension which has all of it: {@code dev.clutch.conformance.spi}. */
class SpiProgramsTest {
    private static final Path EXTENSION = Path.of("../compat-tests/support/target/classes");

    @TestFactory
    Stream<DynamicTest> programs() throws IOException {
        return LanguageProgramsTest.programs(Path.of("src", "test", "python", "spi"), modulePath());
    }

    /** What the interface offers for state can be proved: policy {@code strict} lets the extension in. */
    @Test
    void theExtensionIsProvedToBeIsolated() throws IOException {
        ClassSource classes =
                ClassSource.of(List.of(ClassSource.of(EXTENSION), ClassSource.of(jar("clutch-extension-spi"))));
        for (String provider : List.of("TestSpiProvider", "TestSpiSubProvider", "TestSpiSharedProvider")) {
            Report report = Verifier.verify(classes, "dev.clutch.conformance.spi." + provider);
            assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.VERIFIED);
        }
    }

    /** The type stubs and reference pages of all built-in extensions say what {@code inspect.signature} sees. */
    @Test
    void generatedPagesAreTrue() throws IOException, InterruptedException {
        List<String> output = LanguageProgramsTest.run(
                modulePath(),
                "src/test/python/pages.py",
                jar("clutch-extensions-builtin").toString(),
                EXTENSION.toString());
        assertThat(output).hasSize(1);
        Matcher counts = Pattern.compile("modules: (\\d+), functions: (\\d+), entries: (\\d+), .*")
                .matcher(output.getFirst());
        assertThat(counts.matches()).as(output.getFirst()).isTrue();
        assertThat(Integer.parseInt(counts.group(1))).isGreaterThan(50);
        assertThat(Integer.parseInt(counts.group(2))).isGreaterThan(1400);
        assertThat(Integer.parseInt(counts.group(3))).isGreaterThan(800);
    }

    /** The module of {@code docs/writing-extensions.md}, put into an empty folder as the page says, can be imported and says of itself what the page says. */
    @Test
    void thePageForAuthorsLeadsToAModule(@TempDir Path empty) throws IOException, InterruptedException {
        List<String> page = Files.readAllLines(Path.of("..", "docs", "writing-extensions.md"));
        assertThat(page).hasSizeLessThan(80);
        int heading = page.indexOf("`src/main/java/tally/Tally.java`:");
        List<String> rest = page.subList(heading + 2, page.size());
        Path source =
                Files.createDirectories(empty.resolve("src/main/java/tally")).resolve("Tally.java");
        Files.write(source, rest.subList(0, rest.indexOf("```")));
        Path classes = empty.resolve("target/classes");
        StringWriter problems = new StringWriter();
        PrintWriter out = new PrintWriter(problems);
        int status = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        out,
                        out,
                        "-cp",
                        jar("clutch-extension-spi").toString(),
                        "-processorpath",
                        jar("clutch-extension-spi").toString(),
                        "-d",
                        classes.toString(),
                        source.toString());
        assertThat(status).as(problems.toString()).isZero();
        Path jar = empty.resolve("tally-1.0.jar");
        ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(out, out, "-c", "-f", jar.toString(), "-C", classes.toString(), ".");
        assertThat(LanguageProgramsTest.run(
                        LanguageProgramsTest.modulePath() + File.pathSeparator + jar,
                        "-c",
                        "import tally; print(tally.add(5)); print(tally.add(amount=2), tally.add.__doc__)"))
                .containsExactly("5", "7 Add an amount and return the total.");
        assertThat(Files.readString(classes.resolve("META-INF/clutch/stubs/tally.pyi")))
                .contains("def add(amount: int = 1) -> int: ...");
        assertThat(Files.readString(classes.resolve("META-INF/clutch/reference/tally.md")))
                .contains("## `add(amount=1)`", "`amount`: int; returns int");
    }

    private static Path jar(String name) throws IOException {
        try (Stream<Path> jars = Files.list(Path.of(LanguageProgramsTest.modulePath()))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String modulePath() {
        assertThat(Files.isDirectory(EXTENSION)).isTrue();
        return LanguageProgramsTest.modulePath() + File.pathSeparator + EXTENSION;
    }
}
