package dev.clutch.interp.traceback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.SourceCompiler;
import dev.clutch.interp.object.PyCell;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.object.PyTextStream;
import dev.clutch.interp.op.Execution;
import dev.clutch.runtime.Attachment;
import dev.clutch.runtime.Runtime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each program below {@code src/test/python/reports} ends with an uncaught exception; the file {@code .out} beside it is what CPython prints. */
class ReportsTest {
    private static final Path PROGRAMS = Path.of("src/test/python/reports");

    @TestFactory
    Stream<DynamicTest> reports() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(PROGRAMS)) {
            files = all.filter(f -> f.toString().endsWith(".py")).sorted().toList();
        }
        assertThat(files).isNotEmpty();
        return files.stream().map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> check(f)));
    }

    private static void check(Path file) throws IOException {
        String expected = Files.readString(Path.of(file.toString().replace(".py", ".out")));
        assertThat(report(file)).isEqualTo(expected);
    }

    private static String report(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Runtime runtime = Runtime.start();
                Attachment attachment = runtime.main().attach()) {
            PyThreadState ts = (PyThreadState) attachment.threadState();
            PyTextStream err = new PyTextStream(bytes, "<stderr>", 2, false);
            ts.interp.sysDict().put("stderr", err);
            PyModule main = (PyModule) ts.importModule("__main__");
            PyCode code = SourceCompiler.file(ts, Files.readAllBytes(file), file.toString());
            try {
                Execution.run(ts, code, main.dict, main.dict, new PyCell[0]);
            } catch (PythonException e) {
                TracebackPrinter.print(ts, e.value());
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
