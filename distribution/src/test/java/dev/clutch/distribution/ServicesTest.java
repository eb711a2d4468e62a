package dev.clutch.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clutch.distribution.child.Churn;
import dev.clutch.distribution.child.Configurations;
import dev.clutch.distribution.child.Interruptions;
import dev.clutch.distribution.child.LimitPrograms;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an interpreter does for its embedder: interruption, configuration, limits, and that nothing is left of it. */
class ServicesTest {
    @Test
    void everyOperationCanBeInterrupted() throws IOException, InterruptedException {
        // integers of many millions of bits, 45 interpreters at once
        List<String> lines = outcomes(
                Child.runWith(List.of("-Xmx2g"), Interruptions.class, "src/test/python/interruption/operations.py"));
        assertThat(lines).hasSize(4 * 45);
        assertThat(lines)
                .allMatch(line -> line.startsWith("interrupt ") && line.endsWith(": KeyboardInterrupt()")
                        || line.startsWith("exception ") && line.endsWith(": BaseException()")
                        || line.startsWith("signal ") && line.endsWith(": KeyboardInterrupt()")
                        || line.startsWith("close ") && line.endsWith(": SystemExit()"));
    }

    /** The lines that tell of operations: what else is written is the log of the close. */
    private static List<String> outcomes(List<String> lines) {
        assertThat(lines.getLast()).isEqualTo("done");
        return lines.stream()
                .filter(line -> line.matches("(interrupt|exception|signal|close) \\w+: .*"))
                .toList();
    }

    @Test
    void everyOptionHasAnEffect() throws IOException, InterruptedException {
        assertThat(Child.run(Configurations.class)).hasSize(26).allMatch(line -> line.endsWith(": ok"));
    }

    @Test
    void everyLimitStopsWhatItIsFor() throws IOException, InterruptedException {
        assertThat(Child.run(LimitPrograms.class)).hasSize(19).allMatch(line -> line.endsWith(": ok"));
    }

    @Test
    void nothingIsLeftOfAThousandInterpreters() throws IOException, InterruptedException {
        String count = System.getProperty("clutch.churn", "1000");
        assertThat(Child.runWith(List.of("-Xmx256m"), Churn.class, "closed", count))
                .containsExactly("closed: ok");
    }

    @Test
    void aThousandInterpretersLiveAtOnce() throws IOException, InterruptedException {
        assertThat(Child.runWith(List.of("-Xmx600m"), Churn.class, "live")).containsExactly("live: ok");
    }
}
