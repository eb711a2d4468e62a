package dev.clutch.interp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.interp.object.PyCell;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.object.PyTextStream;
import dev.clutch.interp.op.Execution;
import dev.clutch.interp.op.Text;
import dev.clutch.runtime.Attachment;
import dev.clutch.runtime.Runtime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the programs below {@code src/test/python/lang}: each printed line is expected behind {@code # => } on the line that prints it. */
class LanguageProgramsTest {
    private static final Path PROGRAMS = Path.of("src/test/python/lang");
    private static final String MARK = "# => ";
    private static final long STACK_BYTES = 256L << 20;

    @TestFactory
    Stream<DynamicTest> programs() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(PROGRAMS)) {
            files = all.filter(f -> f.toString().endsWith(".py"))
                    .filter(LanguageProgramsTest::hasExpectations)
                    .sorted()
                    .toList();
        }
        assertThat(files).isNotEmpty();
        return files.stream()
                .map(f -> DynamicTest.dynamicTest(PROGRAMS.relativize(f).toString(), () -> check(f)));
    }

    /** Programs in the area {@code modules} need the extensions and the library: the distribution runs them. */
    private static boolean hasExpectations(Path file) {
        if (file.startsWith(PROGRAMS.resolve("modules"))) {
            return false;
        }
        try {
            return Files.readString(file).contains(MARK);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void check(Path file) throws Exception {
        List<String> expected = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            int at = line.indexOf(MARK);
            if (at >= 0) {
                expected.add(line.substring(at + MARK.length()));
            }
        }
        Outcome outcome = new Outcome();
        Thread thread = new Thread(null, () -> run(file, outcome), "program", STACK_BYTES);
        thread.start();
        thread.join();
        assertThat(outcome.failure).isNull();
        assertThat(outcome.output.lines().toList()).isEqualTo(expected);
    }

    /** Written by the program's thread, read after it has ended. */
    private static final class Outcome {
        String output = "";

        @Nullable
        String failure;
    }

    private static void run(Path file, Outcome outcome) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Runtime runtime = Runtime.start()) {
            try (Attachment attachment = runtime.main().attach()) {
                PyThreadState ts = (PyThreadState) attachment.threadState();
                PyTextStream out = new PyTextStream(bytes, "<stdout>", 1, false);
                ts.interp.sysDict().put("stdout", out);
                try {
                    PyModule main = (PyModule) ts.importModule("__main__");
                    PyCode code = SourceCompiler.file(ts, Files.readAllBytes(file), file.toString());
                    Execution.run(ts, code, main.dict, main.dict, new PyCell[0]);
                } catch (PythonException e) {
                    outcome.failure = e.value().type().displayName() + ": " + Text.java(Text.str(ts, e.value()));
                }
                out.flush(ts);
            }
        } catch (IOException | RuntimeException | Error e) {
            // the thread must not end without a word
            outcome.failure = e.toString();
        }
        outcome.output = bytes.toString(StandardCharsets.UTF_8);
    }
}
