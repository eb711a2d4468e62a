package dev.clutch.interp.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A switch over patterns spins a class when it first runs, in every process: only rare syntax may cost that. */
class PatternSwitchTest {
    @Test
    void everydayProgramsAreCompiledWithout() throws IOException, URISyntaxException {
        URI place = Objects.requireNonNull(Compiler.class.getResource("Compiler.class"))
                .toURI();
        Set<String> found = new TreeSet<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(Path.of(place).resolveSibling("."), "*.class")) {
            for (Path file : files) {
                String constants = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (constants.contains("java/lang/runtime/SwitchBootstraps")) {
                    found.add(file.getFileName().toString());
                }
            }
        }
        assertEquals(Set.of("PatternEmitter.class", "TypeParamEmitter.class", "Unparser.class"), found);
    }
}
