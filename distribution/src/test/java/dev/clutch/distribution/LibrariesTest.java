package dev.clutch.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clutch.runtime.verifier.ClassSource;
import dev.clutch.runtime.verifier.Finding;
import dev.clutch.runtime.verifier.Report;
import dev.clutch.runtime.verifier.Verifier;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The verifier on well-known libraries: the table in {@code docs/verifier-libraries.md} is what it says today. Under {@code -Pdeep}, since Maven fetches what is not there. */
@EnabledIfSystemProperty(named = "clutch.deep", matches = "true")
class LibrariesTest {
    private static final Path PAGE = Path.of("../docs/verifier-libraries.md");

    /** Values are followed by recursion. */
    private static final long STACK_BYTES = 64 << 20;

    /** A row of the page; the last cell begins with the first certain finding, where there is one. */
    private record Row(String library, String counts, String first) {
        static Row of(String line) {
            String[] cells = line.split(" *\\| *", -1);
            String checked = cells[8];
            return new Row(
                    cells[1],
                    String.join(" ", cells[2], cells[3], cells[4], cells[5]),
                    checked.startsWith("`") ? checked.substring(1, checked.indexOf('`', 1)) : "");
        }
    }

    @Test
    void theTableIsTrue() throws Exception {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("| ") && line.contains(":")) {
                rows.add(Row.of(line));
            }
        }
        assertThat(rows).hasSizeGreaterThanOrEqualTo(30);
        List<Row> found = new ArrayList<>();
        List<String> table = new ArrayList<>();
        for (Row row : rows) {
            Path jar = jar(row.library);
            FutureTask<Row> task = new FutureTask<>((Callable<Row>) () -> verified(row.library, jar, table));
            Thread thread = new Thread(null, task, "verifier", STACK_BYTES);
            thread.start();
            found.add(task.get());
        }
        Files.write(Files.createDirectories(Path.of("target")).resolve("libraries.md"), table);
        assertThat(found).containsExactlyElementsOf(rows);
    }

    private static Row verified(String library, Path jar, List<String> table) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Report report = Verifier.verify(ClassSource.of(jar));
        long millis = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1_000_000;
        int certain = 0;
        int unproved = 0;
        int beyond = 0;
        String first = "";
        for (Finding finding : report.findings()) {
            if (!finding.fact().isShown()) {
                beyond++;
            } else if (finding.contradicts()) {
                certain++;
                String owner = finding.owner();
                first = first.isEmpty() ? owner.substring(owner.lastIndexOf('.') + 1) + "." + finding.member() : first;
            } else {
                unproved++;
            }
        }
        String cells = report.verdict() + " | " + certain + " | " + unproved + " | " + beyond;
        table.add("| " + library + " | " + cells + " | " + report.bytes() / 1024 + " | " + millis + " | `" + first
                + "` |");
        return new Row(library, cells.replace(" |", ""), first);
    }

    /** Returns the jar from the user's repository, where Maven puts it. */
    private static Path jar(String library) throws IOException, InterruptedException {
        String[] names = library.split(":", -1);
        Path jar = Path.of(System.getProperty("clutch.repository"), names[0].replace('.', '/'))
                .resolve(names[1])
                .resolve(names[2])
                .resolve(names[1] + "-" + names[2] + ".jar");
        if (!Files.exists(jar)) {
            Process maven = new ProcessBuilder(
                            Path.of(System.getProperty("clutch.maven"), "bin", "mvn")
                                    .toString(),
                            "-q",
                            "-B",
                            "dependency:get",
                            "-Dtransitive=false",
                            "-Dartifact=" + library)
                    .inheritIO()
                    .start();
            assertThat(maven.waitFor()).as(library).isZero();
        }
        return jar;
    }
}
