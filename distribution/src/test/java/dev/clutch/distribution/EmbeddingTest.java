package dev.clutch.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clutch.distribution.child.ChildLoader;
import dev.clutch.distribution.child.Embedding;
import dev.clutch.distribution.child.HeldExtension;
import dev.clutch.distribution.child.Scripting;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The embedder's interface with the jars that are shipped, each way in which an application may have them. */
class EmbeddingTest {
    private static final Path MODULES = Path.of("target", "modules");
    private static final int CHECKS = 119;
    private static final int SCRIPTING_CHECKS = 15;

    @Test
    void worksOnTheModulePath() throws IOException, InterruptedException {
        List<String> options = options(
                "--enable-native-access=dev.clutch.runtime",
                "-p",
                MODULES.toString(),
                "--add-modules",
                "dev.clutch.interp,dev.clutch.stdlib",
                "-cp",
                Child.folder(Embedding.class));
        check(Child.runAlone(options, Embedding.class), "done", CHECKS);
    }

    @Test
    void worksOnTheClassPath() throws IOException, InterruptedException {
        List<String> options = options(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                String.join(File.pathSeparator, jars()) + File.pathSeparator + Child.folder(Embedding.class));
        check(Child.runAlone(options, Embedding.class), "done", CHECKS);
    }

    @Test
    void worksInAChildClassLoaderThatIsCollected() throws IOException, InterruptedException {
        // the JDK keeps the classes of records in soft references, which go when memory is short
        List<String> options = options(
                "-XX:SoftRefLRUPolicyMSPerMB=0",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                Child.folder(ChildLoader.class));
        String children = String.join(File.pathSeparator, jars()) + File.pathSeparator + Child.folder(Embedding.class);
        List<String> lines = Child.runAlone(options, ChildLoader.class, children);
        assertThat(lines.getLast()).isEqualTo("the loader is collected");
        check(lines.subList(0, lines.size() - 1), "done", CHECKS);
    }

    @Test
    void isAScriptEngine() throws IOException, InterruptedException {
        List<String> onClassPath = options(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                String.join(File.pathSeparator, jars()) + File.pathSeparator + Child.folder(Scripting.class));
        check(Child.runAlone(onClassPath, Scripting.class), "done", SCRIPTING_CHECKS);
        List<String> onModulePath = options(
                "--enable-native-access=dev.clutch.runtime",
                "-p",
                MODULES.toString(),
                "--add-modules",
                "dev.clutch.interp,dev.clutch.stdlib,java.scripting",
                "-cp",
                Child.folder(Scripting.class));
        check(Child.runAlone(onModulePath, Scripting.class), "done", SCRIPTING_CHECKS);
    }

    @Test
    void theReportNamesWhatAnObjectOfAnExtensionKeeps() throws IOException, InterruptedException {
        List<String> lines = Child.run(HeldExtension.class);
        assertThat(lines)
                .contains(
                        "held: dev.clutch.extensions.builtin.array.ArrayModule, state of extension module array"
                                + " (dev.clutch.extensions.builtin.array.ArrayModuleDefinition)",
                        "held: type array.array of extension module array"
                                + " (dev.clutch.extensions.builtin.array.ArrayModuleDefinition)",
                        "held: the interpreter itself (dev.clutch.interp.PyInterpreter)",
                        "other modules that it keeps: []")
                .noneMatch(line -> line.contains("zlib"));
        assertThat(lines.subList(lines.size() - 2, lines.size())).containsExactly("let go", "held: []");
    }

    /** One carrier for all virtual threads: whoever pins it stops the rest. */
    private static List<String> options(String... more) {
        List<String> options = new ArrayList<>();
        Collections.addAll(
                options,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx400m",
                "-Djdk.virtualThreadScheduler.parallelism=1",
                "-Djdk.virtualThreadScheduler.maxPoolSize=1",
                "--sun-misc-unsafe-memory-access=allow");
        Collections.addAll(options, more);
        return options;
    }

    private static List<String> jars() throws IOException {
        try (Stream<Path> files = Files.list(MODULES)) {
            return files.map(f -> f.toAbsolutePath().toString()).sorted().toList();
        }
    }

    private static void check(List<String> lines, String last, int checks) {
        assertThat(lines.getLast()).isEqualTo(last);
        assertThat(lines.subList(0, lines.size() - 1)).hasSize(checks).allMatch(line -> line.endsWith(": ok"));
    }
}
