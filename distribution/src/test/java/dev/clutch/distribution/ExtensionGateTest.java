package dev.clutch.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clutch.extension.spi.ExtensionProvider;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.imports.CoreModules;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.op.Attr;
import dev.clutch.runtime.Attachment;
import dev.clutch.runtime.ExtensionPolicy;
import dev.clutch.runtime.ExtensionRefusedException;
import dev.clutch.runtime.GateDecision;
import dev.clutch.runtime.InterpreterConfig;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeConfig;
import dev.clutch.runtime.RuntimeInterpreter;
import dev.clutch.runtime.verifier.Fact;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Extensions at the gate, as Python code meets them: compiled and offered by a class loader of the test. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ExtensionGateTest {
    private static final String FILE = "clutch.test.file";

    @TempDir
    static Path folder = Path.of("");

    private @Nullable ClassLoader before;
    private @Nullable URLClassLoader offered;

    /** Compiles the extensions by the processor of the SPI, and lists all their providers. */
    @BeforeAll
    static void compile() throws IOException, URISyntaxException {
        String text = Files.readString(Path.of("src/test/verified/extensions.txt"));
        String[] parts = text.split("(?m)^== ", -1);
        List<Path> sources = new ArrayList<>();
        StringBuilder providers = new StringBuilder();
        for (int i = 1; i < parts.length; i++) {
            String name = parts[i].substring(0, parts[i].indexOf('\n'));
            Path source = folder.resolve("src/offered").resolve(name + ".java");
            Files.createDirectories(source.getParent());
            Files.writeString(source, parts[0].replaceAll("(?m)^#.*\n", "") + parts[i].substring(name.length()));
            sources.add(source);
            providers
                    .append("offered.")
                    .append(name)
                    .append(parts[i].contains("implements ExtensionProvider") ? "" : "Provider");
            providers.append('\n');
        }
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path processor = Path.of(ExtensionProvider.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringBuilder errors = new StringBuilder();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "-parameters",
                    "-nowarn",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "-processorpath",
                    processor.toString(),
                    "-d",
                    classes.toString());
            boolean ok = compiler.getTask(
                            null,
                            files,
                            problem -> errors.append(problem).append('\n'),
                            options,
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(ok).as(errors.toString()).isTrue();
        }
        // the processor has listed those that it made
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve(ExtensionProvider.class.getName()), providers);
    }

    @BeforeEach
    void offer() throws IOException {
        URL[] urls = {folder.resolve("classes").toUri().toURL()};
        before = Thread.currentThread().getContextClassLoader();
        offered = new URLClassLoader(urls, ExtensionGateTest.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(offered);
        System.clearProperty(FILE);
    }

    @AfterEach
    void close() throws IOException {
        Thread.currentThread().setContextClassLoader(before);
        Objects.requireNonNull(offered).close();
        System.clearProperty(FILE);
    }

    /** Makes the module of a provider, or returns the exception that Python code gets. */
    private static Object load(RuntimeInterpreter interpreter, String module) {
        try (Attachment attachment = interpreter.attach()) {
            PyThreadState ts = (PyThreadState) attachment.threadState();
            try {
                String provider = CoreModules.providerOf(ts, module);
                return CoreModules.createExtension(ts, module, provider == null ? "" : provider);
            } catch (PythonException e) {
                return e;
            }
        }
    }

    private static PythonException refused(RuntimeInterpreter interpreter, String module) {
        return (PythonException) load(interpreter, module);
    }

    private static Object attribute(RuntimeInterpreter interpreter, PythonException e, String name) {
        try (Attachment attachment = interpreter.attach()) {
            return Attr.get((PyThreadState) attachment.threadState(), e.value(), name);
        }
    }

    private static String text(RuntimeInterpreter interpreter, PythonException e) {
        try (Attachment attachment = interpreter.attach()) {
            return String.valueOf(((PyThreadState) attachment.threadState()).str(e.value()));
        }
    }

    private static void works(RuntimeInterpreter interpreter) {
        assertThat(load(interpreter, "good")).isInstanceOf(PyModule.class);
    }

    /** The decision is made from class files: the provider's static initialisers, which write a file, run in the interpreter that lets it in and not in the one that refuses. */
    @Test
    void aRefusedExtensionHasRunNothing(@TempDir Path files) {
        Path written = files.resolve("written");
        System.setProperty(FILE, written.toString());
        try (Runtime runtime = Runtime.start();
                RuntimeInterpreter isolated = runtime.newInterpreter()) {
            PythonException e = refused(isolated, "counting");
            assertThat(text(isolated, e)).isEqualTo("module counting does not support loading in subinterpreters");
            assertThat(written).doesNotExist();
            assertThat(attribute(isolated, e, "name")).isEqualTo("counting");
            assertThat(attribute(isolated, e, "code")).isEqualTo("CLUTCH-004");
            assertThat(attribute(isolated, e, "provider")).isEqualTo("offered.CountingProvider");
            assertThat(attribute(isolated, e, "version")).isEqualTo(Singleton.NONE);
            assertThat(String.valueOf(attribute(isolated, e, "origin"))).endsWith("/classes/");
            assertThat(attribute(isolated, e, "fact")).isEqualTo("CLUTCH-101");
            assertThat(attribute(isolated, e, "field")).isEqualTo("offered.Counting.count");
            assertThat(attribute(isolated, e, "writer")).isEqualTo("offered.Counting.next");
            assertThat(attribute(isolated, e, "policy")).isEqualTo("verify");
            assertThat(attribute(isolated, e, "page")).isEqualTo("docs/isolation-rules.md#clutch-101");
            GateDecision.Refused refusal = ((ExtensionRefusedException) Objects.requireNonNull(e.getCause())).refusal();
            assertThat(refusal.notes())
                    .contains(
                            "CLUTCH-004: it declares to be isolated, and its class files contradict that",
                            "provider: offered.CountingProvider",
                            "policy: verify",
                            "see: docs/isolation-rules.md#clutch-101");
            assertThat(refusal.notes().get(2))
                    .startsWith("fact: CLUTCH-101 offered.Counting.count: it is written after it has its first value; "
                            + "offered.Counting.next (offset ");
            assertThat(e.getCause()).hasMessageStartingWith(refusal.message() + "\nCLUTCH-004: ");
            works(isolated);

            assertThat(load(runtime.main(), "counting")).isInstanceOf(PyModule.class);
            assertThat(written).exists();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TRUST,  counting,   ",
        "TRUST,  reflecting, ",
        "TRUST,  good,       ",
        "VERIFY, counting,   CLUTCH-004",
        "VERIFY, reflecting, ",
        "VERIFY, good,       ",
        "STRICT, counting,   CLUTCH-004",
        "STRICT, reflecting, CLUTCH-005",
        "STRICT, good,       ",
    })
    void policies(ExtensionPolicy policy, String module, @Nullable String code) {
        RuntimeConfig byRuntime =
                RuntimeConfig.builder().extensionPolicy(policy).build();
        InterpreterConfig byInterpreter =
                InterpreterConfig.builder().extensionPolicy(policy).build();
        try (Runtime runtime = Runtime.start(byRuntime);
                RuntimeInterpreter interpreter = runtime.newInterpreter()) {
            assertThat(outcome(interpreter, module)).isEqualTo(code);
            assertThat(outcome(runtime.main(), module)).isNull();
        }
        try (Runtime runtime = Runtime.start();
                RuntimeInterpreter interpreter = runtime.newInterpreter(byInterpreter);
                RuntimeInterpreter legacy = runtime.newInterpreter(InterpreterConfig.legacy())) {
            assertThat(outcome(interpreter, module)).isEqualTo(code);
            assertThat(outcome(legacy, module)).isNull();
        }
    }

    private static @Nullable Object outcome(RuntimeInterpreter interpreter, String module) {
        Object made = load(interpreter, module);
        return made instanceof PythonException e ? attribute(interpreter, e, "code") : null;
    }

    @Test
    void onlyWhatIsListedIsLetIn() {
        RuntimeConfig config =
                RuntimeConfig.builder().allowedExtensions(Set.of("good")).build();
        try (Runtime runtime = Runtime.start(config);
                RuntimeInterpreter interpreter = runtime.newInterpreter();
                RuntimeInterpreter other = runtime.newInterpreter(InterpreterConfig.builder()
                        .allowedExtensions(Set.of("reflecting"))
                        .build())) {
            works(interpreter);
            assertThat(outcome(interpreter, "reflecting")).isEqualTo("CLUTCH-006");
            assertThat(outcome(other, "reflecting")).isNull();
            assertThat(outcome(other, "good")).isEqualTo("CLUTCH-006");
            assertThat(outcome(runtime.main(), "reflecting")).isNull();
        }
    }

    /** What a provider does instead of describing its module is an ImportError that names it, in any interpreter, and no more. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "failing      | failed: java.lang.IllegalStateException: no licence",
                "erring       | failed: java.lang.NumberFormatException: For input string",
                "overflowing  | failed: java.lang.StackOverflowError",
                "silent       | gave no description (null)",
                "nameless     | declares the module nameless and describes null",
                "misnamed     | declares the module misnamed and describes good",
                "boasting     | declares NOT_SUPPORTED and describes PER_INTERPRETER_GIL_SUPPORTED",
                "untyped      | gave a description without docstring or types (null)",
                "halfway      | failed to make its module: java.lang.IllegalStateException: no state",
            })
    void aBadProviderIsNamed(String module, String what) {
        try (Runtime runtime = Runtime.start()) {
            PythonException e = refused(runtime.main(), module);
            assertThat(text(runtime.main(), e))
                    .startsWith("extension provider offered.")
                    .contains(" of module " + module + " ", what);
            assertThat(String.valueOf(attribute(runtime.main(), e, "provider"))).startsWith("offered.");
            works(runtime.main());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"twin", "sys"})
    void aNameThatCannotBeGivenIsNamed(String module) {
        try (Runtime runtime = Runtime.start();
                Attachment attachment = runtime.main().attach()) {
            PyThreadState ts = (PyThreadState) attachment.threadState();
            PythonException failure = null;
            try {
                CoreModules.providerOf(ts, module);
                CoreModules.createExtension(ts, "other", "offered.TakenProvider");
            } catch (PythonException e) {
                failure = e;
            }
            assertThat(String.valueOf(ts.str(Objects.requireNonNull(failure).value())))
                    .isEqualTo(
                            module.equals("twin")
                                    ? "extension module twin is offered twice, by offered.First and offered.Second"
                                    : "extension provider offered.TakenProvider offers the module sys, which is built in");
        }
    }

    /** A provider that never answers: what interrupts other waits ends this one too. */
    @Test
    void aHangingProviderCanBeInterrupted() throws InterruptedException {
        RuntimeConfig trusting =
                RuntimeConfig.builder().extensionPolicy(ExtensionPolicy.TRUST).build();
        try (Runtime runtime = Runtime.start(trusting);
                RuntimeInterpreter interpreter = runtime.newInterpreter()) {
            Thread interrupting = new Thread(() -> {
                while (System.getProperty(FILE) == null) {
                    Thread.onSpinWait();
                }
                boolean added = interpreter.addPendingCall(thread -> {
                    throw ((PyThreadState) thread).error("KeyboardInterrupt", "enough");
                });
                assertThat(added).isTrue();
            });
            interrupting.start();
            PythonException e = refused(interpreter, "hanging");
            interrupting.join();
            assertThat(e.value().type().name()).isEqualTo("KeyboardInterrupt");
            works(interpreter);
        }
    }

    /** Reports are kept in a folder, and read again as long as the class files are the same. */
    @Test
    void reportsAreKept(@TempDir Path reports) throws IOException {
        RuntimeConfig config = RuntimeConfig.builder().verifierReports(reports).build();
        Path kept = reports.resolve("offered.CountingProvider.txt");
        assertThat(outcomeIn(config)).isEqualTo("CLUTCH-004");
        List<String> lines = Files.readAllLines(kept);
        assertThat(lines).anyMatch(line -> line.startsWith("finding\tSTATIC_WRITTEN\ttrue\toffered.Counting\tcount\t"));
        assertThat(outcomeIn(config)).isEqualTo("CLUTCH-004");
        // a report that says so is believed; one about other classes is not
        List<String> forged = new ArrayList<>(lines);
        forged.removeIf(line -> line.startsWith("finding"));
        forged.set(1, forged.get(1).replace("CONTRADICTED", "VERIFIED"));
        Files.write(kept, forged);
        assertThat(outcomeIn(config)).isNull();
        String hash = forged.get(2).split("\t", -1)[2];
        forged.set(2, forged.get(2).replace(hash, hash.replace(hash.charAt(0), 'g')));
        Files.write(kept, forged);
        assertThat(outcomeIn(config)).isEqualTo("CLUTCH-004");
        assertThat(Files.readAllLines(kept)).isEqualTo(lines);
    }

    private static @Nullable Object outcomeIn(RuntimeConfig config) {
        try (Runtime runtime = Runtime.start(config);
                RuntimeInterpreter interpreter = runtime.newInterpreter()) {
            return outcome(interpreter, "counting");
        }
    }

    /** The page that refusals name has a section for each code. */
    @Test
    void everyCodeHasItsSection() throws IOException {
        List<String> codes = new ArrayList<>();
        for (GateDecision.Code code : GateDecision.Code.values()) {
            codes.add(code.number());
        }
        for (Fact fact : Fact.values()) {
            codes.add(fact.code());
            assertThat(fact.page())
                    .isEqualTo("docs/isolation-rules.md#" + fact.code().toLowerCase(Locale.ROOT));
        }
        List<String> sections = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("../docs/isolation-rules.md"))) {
            if (line.startsWith("## CLUTCH-")) {
                sections.add(line.substring(3));
            }
        }
        assertThat(sections).isEqualTo(codes);
    }
}
