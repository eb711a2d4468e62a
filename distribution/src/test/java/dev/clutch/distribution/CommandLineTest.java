package dev.clutch.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command line and bad input: exit status, standard output and errors of the shell commands in {@code command_line/*.txt}, each in a folder of its own. What is expected
 * there was recorded from CPython by {@code record_command_line.py}, which also says how output is made comparable.
 */
class CommandLineTest {
    private static final Path CASES = Path.of("src/test/python/command_line");
    private static final Pattern LIBRARY_FRAME = Pattern.compile(
            "  File \"(?:[^\"\\n]*/(?:python3\\.\\d+|Lib)/[^\"\\n]*|<frozen [^\"\\n]*)\", line .*\\n(?:    .*\\n)*");
    private static final Pattern USAGE = Pattern.compile("^(usage: |Try `)\\S+", Pattern.MULTILINE);
    private static final Pattern PROGRAM = Pattern.compile("^clutch: ", Pattern.MULTILINE);
    private static final Pattern JAVA = Pattern.compile("\\n\\s+at [\\w.$/]+\\(|Exception in thread \"[^\"]*\" java");
    private static final int SECONDS = 120;
    private static final ExecutorService WORKERS =
            Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors()));

    @TempDir
    static Path folder;

    private record Case(String name, String command, Map<String, String> parts) {}

    private record Outcome(String status, String stdout, String stderr) {}

    /** The program as a command that shells can run. */
    @BeforeAll
    static void writeProgram() throws IOException {
        CommandLine.write(program());
    }

    @AfterAll
    static void end() {
        WORKERS.shutdownNow();
    }

    private static Path program() {
        return folder.resolve("clutch");
    }

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> all = Files.list(CASES)) {
            files = all.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
        }
        for (Path file : files) {
            for (Case c : read(file)) {
                Path own = Files.createDirectory(folder.resolve("case" + tests.size()))
                        .toRealPath();
                Future<Outcome> outcome = WORKERS.submit(() -> run(c, own));
                tests.add(DynamicTest.dynamicTest(file.getFileName() + ": " + c.name(), () -> {
                    Outcome is = outcome.get();
                    assertThat(is.stderr()).doesNotContainPattern(JAVA);
                    assertThat(is)
                            .isEqualTo(new Outcome(
                                    c.parts().getOrDefault("status", ""),
                                    c.parts().getOrDefault("stdout", ""),
                                    c.parts().getOrDefault("stderr", "")));
                }));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private static List<Case> read(Path file) throws IOException {
        List<Case> cases = new ArrayList<>();
        String name = "";
        String part = null;
        StringBuilder command = new StringBuilder();
        Map<String, String> parts = new LinkedHashMap<>();
        for (String line : (Files.readString(file) + "=== ").split("(?<=\n)", -1)) {
            if (line.startsWith("=== ")) {
                if (!name.isEmpty()) {
                    cases.add(new Case(name, command.toString(), parts));
                }
                name = line.substring(4).strip();
                part = null;
                command.setLength(0);
                parts = new LinkedHashMap<>();
            } else if (line.startsWith("--- ")) {
                part = line.substring(4).strip();
                parts.put(part, "");
            } else if (part != null) {
                parts.merge(part, line, String::concat);
            } else if (line.startsWith("$ ")) {
                command.append(line, 2, line.length());
            }
        }
        return cases;
    }

    private static Outcome run(Case c, Path own) throws IOException, InterruptedException {
        for (Map.Entry<String, String> part : c.parts().entrySet()) {
            if (part.getKey().startsWith("file ")) {
                Path file = own.resolve(part.getKey().substring(5));
                Files.createDirectories(file.getParent());
                Files.writeString(file, part.getValue());
            }
        }
        boolean interrupts = c.parts().containsKey("interrupt");
        Path out = own.resolve(".out");
        Path err = own.resolve(".err");
        // a build that runs in the background ignores the signal, and its children would
        ProcessBuilder builder = new ProcessBuilder("env", "--default-signal=INT,PIPE", "sh", "-c", c.command())
                .directory(own.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        String path = builder.environment().get("PATH");
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH",
                        path == null ? "/usr/bin:/bin" : path,
                        "LANG",
                        "C.UTF-8",
                        "HOME",
                        own.toString(),
                        "PY",
                        program().toString()));
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            if (interrupts) {
                interrupt(process, out);
            } else {
                feed(in, c.parts().getOrDefault("stdin", ""));
            }
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            String errors = normal(err, own);
            return new Outcome(
                    ended ? process.exitValue() + "\n" : "hangs\n",
                    normal(out, own),
                    interrupts ? ends(errors) : errors);
        }
    }

    private static void feed(OutputStream in, String text) {
        try (in) {
            in.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return; // it has ended without reading
        }
    }

    private static void interrupt(Process process, Path out) throws IOException, InterruptedException {
        while (process.isAlive() && !Files.readString(out).contains("ready\n")) {
            Thread.sleep(20);
        }
        Thread.sleep(300); // the program goes from its message into what is to be interrupted
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    /** The place in a traceback at which a signal hits is chance. */
    private static String ends(String text) {
        List<String> lines = text.lines().toList();
        return lines.isEmpty() ? "" : lines.getFirst() + "\n" + lines.getLast() + "\n";
    }

    private static String normal(Path file, Path own) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .replace(own.toString(), "{dir}")
                .replace(program().toString(), "{program}");
        text = LIBRARY_FRAME.matcher(text).replaceAll("");
        text = PROGRAM.matcher(text).replaceAll(Matcher.quoteReplacement("{program}: "));
        text = USAGE.matcher(text).replaceAll("$1{program}");
        text = text.replaceAll(" at 0x[0-9a-fA-F]+", " at 0x...")
                .replaceAll("hash_randomization=.", "hash_randomization=?")
                .replaceAll("Thread-\\d+", "Thread-N")
                .replaceAll("Python 3\\.12\\.\\S*.*", "Python 3.12");
        return text.isEmpty() || text.endsWith("\n") ? text : text + "{no newline}\n";
    }
}
