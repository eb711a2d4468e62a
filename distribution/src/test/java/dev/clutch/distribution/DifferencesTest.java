package dev.clutch.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of {@code compat-tests/differences} print what they say of Clutch, and {@code docs/differences.md} is made from them. */
class DifferencesTest {
    private static final Path SCRIPT = Path.of("../compat-tests/differences/differences.py");
    private static final int SECONDS = 240;

    @TempDir
    static Path folder;

    /** The program as a command that the script can start. */
    @BeforeAll
    static void writeProgram() throws IOException {
        CommandLine.write(program());
    }

    @Test
    void programsPrintWhatTheySay() throws IOException, InterruptedException {
        assertThat(output(program().toString())).isEqualTo("status 0");
    }

    @Test
    void pageIsMadeFromThePrograms() throws IOException, InterruptedException {
        assertThat(output("--check")).isEqualTo("status 0");
    }

    private static Path program() {
        return folder.resolve("clutch");
    }

    /** What the script prints, and its exit status. */
    private static String output(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(program().toString());
        command.add("-B");
        command.add(SCRIPT.toAbsolutePath().toString());
        Collections.addAll(command, arguments);
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).isTrue();
        return Files.readString(output, StandardCharsets.UTF_8) + "status " + process.exitValue();
    }
}
