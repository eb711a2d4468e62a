package dev.clutch.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the extension interface can, shown by programs that use an extension which has all of it: {@code dev.clutch.conformance.spi}. */
class SpiProgramsTest {
    private static final Path EXTENSION = Path.of("../compat-tests/support/target/classes");

    @TestFactory
    Stream<DynamicTest> programs() throws IOException {
        return LanguageProgramsTest.programs(Path.of("src", "test", "python", "spi"), modulePath());
    }

    /** The type stubs and reference pages of all built-in extensions say what {@code inspect.signature} sees. */
    @Test
    void generatedPagesAreTrue() throws IOException, InterruptedException {
        List<String> output = LanguageProgramsTest.run(
                modulePath(), "src/test/python/pages.py", builtInExtensions().toString(), EXTENSION.toString());
        assertThat(output).hasSize(1);
        Matcher counts = Pattern.compile("modules: (\\d+), functions: (\\d+), entries: (\\d+), .*")
                .matcher(output.getFirst());
        assertThat(counts.matches()).as(output.getFirst()).isTrue();
        assertThat(Integer.parseInt(counts.group(1))).isGreaterThan(50);
        assertThat(Integer.parseInt(counts.group(2))).isGreaterThan(1400);
        assertThat(Integer.parseInt(counts.group(3))).isGreaterThan(800);
    }

    private static Path builtInExtensions() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of(LanguageProgramsTest.modulePath()))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("clutch-extensions-builtin"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String modulePath() {
        assertThat(Files.isDirectory(EXTENSION)).isTrue();
        return LanguageProgramsTest.modulePath() + File.pathSeparator + EXTENSION;
    }
}
