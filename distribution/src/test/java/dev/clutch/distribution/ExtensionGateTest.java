package dev.clutch.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.imports.CoreModules;
import dev.clutch.interp.object.PyModule;
import dev.clutch.runtime.Attachment;
import dev.clutch.runtime.ExtensionPolicy;
import dev.clutch.runtime.ExtensionRefusedException;
import dev.clutch.runtime.Gate;
import dev.clutch.runtime.GateDecision;
import dev.clutch.runtime.InterpreterConfig;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeConfig;
import dev.clutch.runtime.RuntimeInterpreter;
import dev.clutch.runtime.verifier.Fact;
import java.io.IOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Extensions at the gate, as Python code meets them. */
class ExtensionGateTest extends OfferedExtensions {
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
        "VERIFY, disguised,  CLUTCH-004",
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
            works(runtime.main());
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

    /** A line for each decision: module, provider, place, outcome; and one for each provider that cannot be used. */
    @Test
    void decisionsAreLogged() throws MalformedURLException {
        List<String> lines = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getLevel() + " " + line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(Gate.LOGGER);
        logger.addHandler(handler);
        logger.setLevel(Level.FINE);
        try (Runtime runtime = Runtime.start();
                RuntimeInterpreter isolated = runtime.newInterpreter()) {
            works(isolated);
            assertThat(outcome(isolated, "counting")).isEqualTo("CLUTCH-004");
            assertThat(outcome(runtime.main(), "counting")).isNull();
        } finally {
            logger.setLevel(null);
            logger.removeHandler(handler);
        }
        String place = " from " + folder.resolve("classes").toUri().toURL() + ": ";
        assertThat(lines)
                // however many interpreters look
                .containsOnlyOnce("WARNING extension module twin is offered twice, by offered.First and offered.Second")
                .contains(
                        "FINE extension module good of offered.GoodProvider" + place + "allowed, VERIFIED",
                        "FINE extension module counting of offered.CountingProvider" + place + "refused, CLUTCH-004",
                        "FINE extension module counting of offered.CountingProvider" + place
                                + "allowed, MAIN_INTERPRETER");
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
