package dev.clutch.extension.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each public type and method of the exported packages has a comment, and no comment has a broken link or tag, by javac's doclint. A sentence says what tags for parameters and results would; constants are spoken of
 * by their class.
 */
class DocumentedTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "clutch", "extension", "spi");
    private static final List<String> PACKAGES = List.of("", "api", "builtin", "os");

    @TempDir
    Path output;

    @Test
    void nothingPublicIsWithoutAComment() throws IOException, URISyntaxException {
        List<Path> files = new ArrayList<>();
        for (String name : PACKAGES) {
            try (Stream<Path> folder = Files.list(SOURCES.resolve(name))) {
                folder.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
            }
        }
        assertThat(files).hasSizeGreaterThan(80);
        Path annotations = Path.of(Nullable.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> options = List.of(
                "-proc:none",
                "-Xdoclint:all/protected",
                "-Xmaxwarns",
                "10000",
                "-cp",
                annotations.toString(),
                "-d",
                output.toString());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            // what it can't compile is among the diagnostics
            compiler.getTask(null, manager, found, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
        }
        List<String> messages = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> each : found.getDiagnostics()) {
            String message = String.valueOf(each.getMessage(Locale.ROOT));
            messages.add(message);
            boolean isFault = message.equals("no comment")
                    ? !isConstant(line(each))
                    : !message.startsWith("no @param ") && !message.equals("no @return");
            if (isFault) {
                faults.add(each.getSource().getName() + ":" + each.getLineNumber() + ": " + message);
            }
        }
        assertThat(faults).isEmpty();
        // doclint did look: it misses the tags
        assertThat(messages).contains("no comment", "no @return");
    }

    private static String line(Diagnostic<? extends JavaFileObject> diagnostic) throws IOException {
        String text = diagnostic.getSource().getCharContent(true).toString();
        int position = (int) diagnostic.getPosition();
        return text.substring(text.lastIndexOf('\n', position) + 1, text.indexOf('\n', position))
                .strip();
    }

    private static boolean isConstant(String line) {
        return line.startsWith("public static final ") || line.matches("[A-Z_]+(\\(.*\\))?,?");
    }
}
