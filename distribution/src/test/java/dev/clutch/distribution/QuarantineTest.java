package dev.clutch.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clutch.distribution.child.Collected;
import dev.clutch.distribution.child.QuarantinedModules;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.runtime.ExtensionPolicy;
import dev.clutch.runtime.InterpreterConfig;
import dev.clutch.runtime.QuarantinePolicy;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeConfig;
import dev.clutch.runtime.RuntimeInterpreter;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Extensions that are not isolated, by classes that each interpreter has for itself. */
class QuarantineTest extends OfferedExtensions {
    private static final RuntimeConfig WHEN_REFUSED =
            RuntimeConfig.builder().quarantine(QuarantinePolicy.WHEN_REFUSED).build();

    private static Object next(RuntimeInterpreter interpreter, String module) {
        return run(interpreter, "import " + module + "; result = " + module + ".next()");
    }

    /** The loader of the class of which a module's state is. */
    private static ClassLoader loader(RuntimeInterpreter interpreter, String module) {
        Object made = load(interpreter, module);
        return in(
                interpreter,
                ts -> Objects.requireNonNull(ts.moduleState(made, Object.class))
                        .getClass()
                        .getClassLoader());
    }

    /** Static fields of the extension, and of a library in another place that it uses. */
    @ParameterizedTest
    @ValueSource(strings = {"counting", "borrowing"})
    void staticsAreSeparate(String module) {
        try (Runtime runtime = Runtime.start(WHEN_REFUSED);
                RuntimeInterpreter one = runtime.newInterpreter();
                RuntimeInterpreter two = runtime.newInterpreter();
                RuntimeInterpreter legacy = runtime.newInterpreter(InterpreterConfig.legacy())) {
            assertThat(next(one, module)).isEqualTo(1L);
            assertThat(next(one, module)).isEqualTo(2L);
            assertThat(next(two, module)).isEqualTo(1L);
            // a second module object of one interpreter has the classes of the first
            assertThat(run(one, "import sys; del sys.modules['" + module + "']; result = 0"))
                    .isEqualTo(0L);
            assertThat(next(one, module)).isEqualTo(3L);
            // main, and who shares its lock without a check, have the classes of the process
            assertThat(next(runtime.main(), module)).isEqualTo(1L);
            assertThat(next(legacy, module)).isEqualTo(2L);
            assertThat(next(two, module)).isEqualTo(2L);
        }
    }

    @Test
    void classesGoWithTheirInterpreter() throws Exception {
        try (Runtime runtime = Runtime.start(WHEN_REFUSED)) {
            RuntimeInterpreter interpreter = runtime.newInterpreter();
            WeakReference<ClassLoader> own = new WeakReference<>(loader(interpreter, "counting"));
            assertThat(own.get()).isNotNull();
            interpreter.close();
            assertThat(Collected.until(() -> own.get() == null)).isTrue();
            assertThat(interpreter.isFinalizing()).isTrue();
        }
    }

    /** On the module path: a layer of its own for each interpreter, collected after the close. */
    @Test
    void modulesGetALayer() throws IOException, InterruptedException {
        assertThat(Child.run(QuarantinedModules.class))
                .containsExactly(
                        "interpreter 1: 1 2, module dev.clutch.examples.counter of a layer of its own",
                        "interpreter 2: 1 2, module dev.clutch.examples.counter of a layer of its own",
                        "the main interpreter: 1 2, module dev.clutch.examples.counter of the boot layer",
                        "class, loader and layer are collected",
                        "interpreter 1 is CLOSED");
    }

    /** Who is let in by classes of its own (own), by those of all (shared), and who is refused. */
    @ParameterizedTest
    @CsvSource({
        "NEVER,        VERIFY, good,       shared",
        "NEVER,        VERIFY, counting,   CLUTCH-004",
        "NEVER,        VERIFY, borrowing,  CLUTCH-002",
        "WHEN_REFUSED, VERIFY, good,       shared",
        "WHEN_REFUSED, VERIFY, counting,   own",
        "WHEN_REFUSED, VERIFY, borrowing,  own",
        "WHEN_REFUSED, VERIFY, reflecting, shared",
        "WHEN_REFUSED, VERIFY, calling,    CLUTCH-007",
        "WHEN_REFUSED, VERIFY, setting,    CLUTCH-007",
        "WHEN_REFUSED, STRICT, counting,   own",
        "WHEN_REFUSED, STRICT, reflecting, CLUTCH-007",
        "WHEN_REFUSED, TRUST,  counting,   shared",
        "ALWAYS,       VERIFY, good,       own",
        "ALWAYS,       VERIFY, setting,    CLUTCH-007",
    })
    void policies(QuarantinePolicy quarantine, ExtensionPolicy policy, String module, String expected) {
        InterpreterConfig config = InterpreterConfig.builder()
                .quarantine(quarantine)
                .extensionPolicy(policy)
                .build();
        try (Runtime runtime = Runtime.start();
                RuntimeInterpreter interpreter = runtime.newInterpreter(config)) {
            Object code = outcome(interpreter, module);
            if (code == null) {
                ClassLoader all = Thread.currentThread().getContextClassLoader();
                code = loader(interpreter, module) == all ? "shared" : "own";
            }
            assertThat(code).isEqualTo(expected);
            assertThat(loader(runtime.main(), "good"))
                    .isSameAs(Thread.currentThread().getContextClassLoader());
        }
    }

    /** What the verifier knows that a second class loader does not separate is named. */
    @ParameterizedTest
    @CsvSource({
        "calling, CLUTCH-109, offered.Calling.next",
        "setting, CLUTCH-107, java.util.Locale.setDefault",
    })
    void whatCannotBeSeparatedIsNamed(String module, String fact, @Nullable String field) {
        try (Runtime runtime = Runtime.start(WHEN_REFUSED);
                RuntimeInterpreter interpreter = runtime.newInterpreter()) {
            PythonException e = refused(interpreter, module);
            assertThat(text(interpreter, e))
                    .isEqualTo("module " + module + " does not support loading in subinterpreters");
            assertThat(attribute(interpreter, e, "code")).isEqualTo("CLUTCH-007");
            assertThat(attribute(interpreter, e, "fact")).isEqualTo(fact);
            assertThat(attribute(interpreter, e, "field")).isEqualTo(field);
            assertThat(attribute(interpreter, e, "policy")).isEqualTo("quarantine, verify");
            works(interpreter);
        }
    }

    /** Quarantine is no way round the allow-list. */
    @Test
    void onlyWhatIsListedIsQuarantined() {
        InterpreterConfig config = InterpreterConfig.builder()
                .quarantine(QuarantinePolicy.ALWAYS)
                .allowedExtensions(Set.of("counting"))
                .build();
        try (Runtime runtime = Runtime.start();
                RuntimeInterpreter interpreter = runtime.newInterpreter(config)) {
            assertThat(outcome(interpreter, "counting")).isNull();
            assertThat(outcome(interpreter, "borrowing")).isEqualTo("CLUTCH-006");
        }
    }
}
