package dev.clutch.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page on embedding shows is part of the examples, which {@link ExampleProjectTest} runs. */
class EmbeddingPageTest {
    @Test
    void everyExampleIsPartOfAProgramThatRuns() throws IOException {
        List<String> programs = new ArrayList<>();
        for (String example : List.of("embedding", "plugins")) {
            try (Stream<Path> files = Files.walk(Path.of("..", "examples", example, "src"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    programs.add(squeezed(Files.readString(file)));
                }
            }
        }
        List<String> shown = blocks(Files.readString(Path.of("..", "docs", "embedding.md")));
        assertThat(shown)
                .hasSizeGreaterThan(8)
                .allSatisfy(block -> assertThat(programs).anyMatch(program -> program.contains(block)));
    }

    private static List<String> blocks(String page) {
        List<String> blocks = new ArrayList<>();
        String[] parts = page.split("```java\n", -1);
        for (int i = 1; i < parts.length; i++) {
            blocks.add(squeezed(parts[i].substring(0, parts[i].indexOf("```"))));
        }
        return blocks;
    }

    /** Spaces and line ends do not matter: the formatter sets others in a program than a page does. */
    private static String squeezed(String code) {
        return code.replaceAll("\\s", "");
    }
}
