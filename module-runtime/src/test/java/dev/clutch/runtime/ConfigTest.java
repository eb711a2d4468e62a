package dev.clutch.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigTest {
    private static String show(InterpreterConfig c) {
        return "obmalloc=" + c.useMainObmalloc() + " fork=" + c.allowFork() + " exec=" + c.allowExec() + " threads="
                + c.allowThreads() + " daemon=" + c.allowDaemonThreads() + " check=" + c.checkMultiInterpExtensions()
                + " gil=" + c.gil().label();
    }

    @Test
    void presetsAreThoseOfCPython() {
        assertThat(show(InterpreterConfig.isolated()))
                .isEqualTo("obmalloc=false fork=false exec=false threads=true daemon=false check=true gil=own");
        assertThat(show(InterpreterConfig.legacy()))
                .isEqualTo("obmalloc=true fork=true exec=true threads=true daemon=true check=false gil=shared");
        assertThat(show(InterpreterConfig.main()))
                .isEqualTo("obmalloc=true fork=true exec=true threads=true daemon=true check=false gil=own");
        assertThat(show(InterpreterConfig.builder().build())).isEqualTo(show(InterpreterConfig.isolated()));
        assertThat(show(InterpreterConfig.legacy().toBuilder().build())).isEqualTo(show(InterpreterConfig.legacy()));
    }

    @Test
    void ownAllocatorNeedsTheExtensionCheck() {
        InterpreterConfig.Builder builder = InterpreterConfig.builder().checkMultiInterpExtensions(false);
        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessage("per-interpreter obmalloc does not support single-phase init extension modules");
        assertThat(builder.useMainObmalloc(true).build().checkMultiInterpExtensions())
                .isFalse();
    }

    @Test
    void mainAllocatorWithOwnLockIsLegalAsInCPython() {
        assertThat(InterpreterConfig.builder().useMainObmalloc(true).build().ownGil())
                .isTrue();
    }

    @Test
    void gilNames() {
        assertThat(InterpreterConfig.Gil.of("own")).isEqualTo(InterpreterConfig.Gil.OWN);
        assertThat(InterpreterConfig.Gil.of("default")).isEqualTo(InterpreterConfig.Gil.DEFAULT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InterpreterConfig.Gil.of("x"))
                .withMessage("unsupported interpreter config .gil value 'x'");
    }

    @Test
    void theDefaultLockIsTheSharedOne() {
        InterpreterConfig config =
                InterpreterConfig.builder().gil(InterpreterConfig.Gil.DEFAULT).build();
        assertThat(config.ownGil()).isFalse();
    }

    @Test
    void valuesAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InterpreterConfig.builder().recursionLimit(0))
                .withMessage("recursion limit must be greater or equal than 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InterpreterConfig.builder().workingDirectory(Path.of("here")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuntimeConfig.builder().mainInterpreter(InterpreterConfig.legacy()))
                .withMessage("the main interpreter has a lock of its own");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuntimeConfig.builder().switchInterval(Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuntimeConfig.builder().closeTimeout(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuntimeConfig.builder().closeGrace(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuntimeConfig.builder().stackBytesPerCall(1));
    }

    @Test
    void theEnvironmentIsCopied() {
        Map<String, String> variables = new HashMap<>(Map.of("A", "1"));
        InterpreterConfig config =
                InterpreterConfig.builder().environment(variables).build();
        variables.put("B", "2");
        assertThat(config.environment()).containsOnlyKeys("A");
    }

    @Test
    void limitsThatCountPlatformThreadsKeepVirtualThreadsOut() {
        Limits limits = Limits.none().withCpuTime(Duration.ofSeconds(1));
        assertThat(InterpreterConfig.builder().build().allowVirtualThreads()).isTrue();
        assertThat(InterpreterConfig.builder()
                        .limits(Limits.none().withCallTime(Duration.ofSeconds(1)))
                        .build()
                        .allowVirtualThreads())
                .isTrue();
        InterpreterConfig limited = InterpreterConfig.builder().limits(limits).build();
        assertThat(limited.allowVirtualThreads()).isFalse();
        assertThat(limited.toBuilder().build().allowVirtualThreads()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InterpreterConfig.builder()
                        .limits(limits)
                        .allowVirtualThreads(true)
                        .build())
                .withMessageContaining("counted for platform threads only");
    }

    @Test
    void aSharedLockHasItsOwnInterval() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InterpreterConfig.legacy().toBuilder()
                        .switchInterval(Duration.ofMillis(1))
                        .build())
                .withMessageContaining("main interpreter's");
    }
}
