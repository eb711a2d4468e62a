package dev.clutch.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The command line on the modules that were just built, as a program that shells and scripts can start. */
final class CommandLine {
    private CommandLine() {}

    /** Writes the program. */
    static void write(Path program) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String modules = System.getProperty(
                "clutch.modules", Path.of("target", "modules").toAbsolutePath().toString());
        Files.writeString(
                program,
                "#!/bin/sh\nexec '" + java + "' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto"
                        + " --enable-native-access=dev.clutch.runtime -p '" + modules
                        + "' --add-modules ALL-MODULE-PATH -Dclutch.executable='" + program
                        + "' -m dev.clutch.interp/dev.clutch.interp.cli.Main \"$@\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }
}
