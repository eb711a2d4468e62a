package dev.clutch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/** A runtime without Python for one schedule; its close must find nothing to report. */
final class SmallRuntime implements AutoCloseable {
    private final TestLanguage language = new TestLanguage();
    private final Runtime runtime =
            Runtime.start(RuntimeConfig.builder().language(language).build());

    Runtime runtime() {
        return runtime;
    }

    RuntimeInterpreter main() {
        return runtime.main();
    }

    TestLanguage language() {
        return language;
    }

    @Override
    public void close() {
        assertThat(runtime.close(Duration.ofMinutes(1))).allMatch(CloseReport::isClean);
    }
}
