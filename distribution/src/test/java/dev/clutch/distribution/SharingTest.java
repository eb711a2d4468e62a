package dev.clutch.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clutch.distribution.child.ClassCounts;
import dev.clutch.distribution.child.ClosedInterpreters;
import dev.clutch.distribution.child.Forgotten;
import dev.clutch.distribution.child.Overflows;
import dev.clutch.distribution.child.SharingPrograms;
import dev.clutch.distribution.child.Statics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What interpreters share and what they don't. */
class SharingTest {
    private static final Path PROGRAMS = Path.of("src/test/python/sharing");

    @Test
    void changesStayInTheirInterpreter() throws IOException, InterruptedException {
        List<String> expected;
        try (Stream<Path> files = Files.list(PROGRAMS)) {
            expected = files.map(f -> f.getFileName() + ": ok").sorted().toList();
        }
        assertThat(expected).hasSizeGreaterThan(15);
        assertThat(Child.run(SharingPrograms.class, PROGRAMS.toString())).containsExactlyElementsOf(expected);
    }

    @Test
    void classesAreLoadedOnceAndUnloaded() throws IOException, InterruptedException {
        assertThat(Child.run(ClassCounts.class)).containsExactly("done");
    }

    @Test
    void closedInterpretersAreCollected() throws IOException, InterruptedException {
        List<String> lines = Child.run(ClosedInterpreters.class);
        assertThat(lines.getLast()).isEqualTo("the main interpreter keeps 9 programs");
        assertThat(lines.subList(0, lines.size() - 1)).hasSize(9).allMatch(line -> line.endsWith(": collected"));
    }

    @Test
    void aClosedInterpreterHoldsNoPythonObjects() throws IOException, InterruptedException {
        assertThat(Child.run(Forgotten.class))
                .containsExactly("many while it is open", "interpreter 1 walked", "interpreter 0 walked");
    }

    @Test
    void overflowsDoNotDisturbTheNeighbour() throws IOException, InterruptedException {
        List<String> lines = Child.run(Overflows.class, "src/test/python/command_line/overflows.txt");
        assertThat(lines.getLast()).isEqualTo("the neighbour was right");
        assertThat(lines.subList(0, lines.size() - 1))
                .hasSizeGreaterThan(30)
                .allMatch(line -> line.endsWith(" ['RecursionError']"));
    }

    /** R2 of the design, as it is at run time: what the static fields hold, before and after programs have run. */
    @Test
    void nothingStaticChanges() throws IOException, InterruptedException {
        // many classes, each used once
        List<String> options = List.of("-Xmx600m", "-XX:TieredStopAtLevel=1");
        List<String> lines = Child.runWith(options, Statics.class, PROGRAMS.toString());
        assertThat(lines.stream().filter(line -> !line.endsWith(": ok"))).containsExactly("walked");
    }
}
