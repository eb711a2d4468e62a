package dev.clutch.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the extension interface can, shown by programs that use an extension which has all of it: {@code dev.clutch.conformance.spi}. */
class SpiProgramsTest {
    private static final Path EXTENSION = Path.of("../compat-tests/support/target/classes");

    @TestFactory
    Stream<DynamicTest> programs() throws IOException {
        assertThat(Files.isDirectory(EXTENSION)).isTrue();
        return LanguageProgramsTest.programs(
                Path.of("src", "test", "python", "spi"),
                LanguageProgramsTest.modulePath() + File.pathSeparator + EXTENSION);
    }
}
