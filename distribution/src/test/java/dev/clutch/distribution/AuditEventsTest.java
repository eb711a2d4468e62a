package dev.clutch.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each audit event that CPython's documentation lists is raised here, or can't be: {@code audit_events.txt} says where that is shown, and what it says is checked. */
class AuditEventsTest {
    private static final Path ROOT = Path.of("..");
    private static final Path LIBRARY = ROOT.resolve("extensions-builtin/stdlib/target/classes/Lib");
    private static final Pattern EXPECTED = Pattern.compile("(?:# => |; )([\\w./]+)\\(");
    private static final Pattern CALL = Pattern.compile("sys\\.audit\\(\\s*['\"]([^'\"]+)['\"]");

    @TestFactory
    Stream<DynamicTest> events() throws IOException {
        Set<String> shown = new HashSet<>();
        for (String program : new String[] {"audit_.py", "audit_more.py"}) {
            find(
                    EXPECTED,
                    ROOT.resolve("module-interp/src/test/python/lang/modules").resolve(program),
                    shown);
        }
        return Files.readAllLines(Path.of("src/test/python/audit_events.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(row -> DynamicTest.dynamicTest(row[0], () -> check(row[0], row[2], shown)));
    }

    private static void check(String event, String how, Set<String> shown) throws IOException {
        int space = how.indexOf(' ');
        String kind = space < 0 ? how : how.substring(0, space);
        String where = space < 0 ? "" : how.substring(space + 1);
        switch (kind) {
            case "program" -> assertThat(shown).contains(where.isEmpty() ? event : where);
            case "command" ->
                assertThat(Files.readString(Path.of("src/test/python/command_line/audit.txt")))
                        .containsPattern("(?m)^" + Pattern.quote(event) + "\\b");
            case "runtime" ->
                assertThat(Files.readString(
                                ROOT.resolve("module-runtime/src/test/java/dev/clutch/runtime/RuntimeTest.java")))
                        .contains('"' + event + '"');
            case "library" -> {
                Set<String> raised = new HashSet<>();
                find(CALL, LIBRARY.resolve(where), raised);
                assertThat(raised).contains(event);
            }
            case "source" -> assertThat(Files.readString(ROOT.resolve(where))).contains('"' + event + '"');
            case "absent" ->
                assertThat(Files.readString(ROOT.resolve("docs/status.md"))
                                .lines()
                                .filter(line -> line.startsWith("- **Modules that are not there**")
                                        || line.startsWith("- **Tracing**: no")))
                        .anyMatch(line -> line.contains(where));
            case "elsewhere" -> assertThat(where).isIn("Windows", "BSD");
            default -> throw new AssertionError("unknown: " + how);
        }
    }

    private static void find(Pattern pattern, Path file, Set<String> found) throws IOException {
        Matcher matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
    }
}
