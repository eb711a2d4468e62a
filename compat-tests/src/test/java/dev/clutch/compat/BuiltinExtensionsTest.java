package dev.clutch.compat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clutch.compat.Outcome.Status;
import dev.clutch.extension.spi.ExtensionBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every module of the house that is written on the extension interface keeps the rules, with the sample that stands beside it. One runtime serves all. */
class BuiltinExtensionsTest {
    /** Beside the modules: a program for each, by its name. */
    private static final Path SAMPLES = Path.of("../extensions-builtin/src/test/samples");

    private static Kit kit;

    @BeforeAll
    static void open() {
        kit = Kit.open(BuiltinExtensionsTest.class.getClassLoader());
    }

    @AfterAll
    static void close() {
        kit.close();
    }

    static Stream<String> modules() {
        List<String> names = new ArrayList<>();
        for (ExtensionBundle bundle : ServiceLoader.load(ExtensionBundle.class)) {
            names.addAll(List.of(bundle.moduleNames()));
        }
        assertThat(names).hasSizeGreaterThan(30);
        return names.stream();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void keepsTheRules(String module) throws IOException {
        Subject subject = new Subject(
                module,
                null,
                kit.loader(),
                null,
                Files.readString(SAMPLES.resolve(module + ".py")),
                Subject.defaultSeed(),
                Subject.defaultPatience());
        List<Outcome> outcomes = kit.run(subject);
        assertThat(outcomes.stream().filter(o -> o.status() == Status.FAILED).map(Outcome::text))
                .isEmpty();
        assertThat(outcomes.stream().filter(o -> o.status() == Status.PASSED).count())
                .isGreaterThan(8);
    }
}
