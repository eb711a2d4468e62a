package dev.clutch.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {
    /** The service of the test; the providers say aloud when any of their code runs. */
    public interface Service {}

    /** Isolated. */
    @ExtensionModule(name = "isolated", multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
    public static final class Isolated implements Service {
        static {
            System.setProperty("clutch.test.ran", "Isolated");
        }
    }

    /** Declares nothing. */
    @ExtensionModule(name = "pkg.plain")
    public static final class Plain implements Service {
        static {
            System.setProperty("clutch.test.ran", "Plain");
        }
    }

    /** As a generated provider: the annotation is on the other class. */
    public static final class PlainProvider implements Service {}

    /** Offers a name that is taken. */
    @ExtensionModule(name = "pkg.plain", multipleInterpreters = MultipleInterpreters.NOT_SUPPORTED)
    public static final class Twin implements Service {}

    /** Has no declaration. */
    public static final class Nameless implements Service {}

    private static ExtensionDeclaration declared(@Nullable MultipleInterpreters value) {
        return new ExtensionDeclaration("spam", value, "x.Spam");
    }

    private static GateDecision decide(ExtensionDeclaration declaration, InterpreterConfig config, int override) {
        Gate.Terms terms = Gate.Terms.of(RuntimeConfig.defaults(), config, override);
        return new Gate.GateQuestion(declaration, null, terms, new ExtensionReports(null), new ReportCards(null))
                .answer();
    }

    /** The table of {@code PyModule_FromDefAndSpec2}: declaration, own lock, check flag, override, outcome in a subinterpreter. */
    @ParameterizedTest
    @CsvSource({
        "PER_INTERPRETER_GIL_SUPPORTED, true,  true,  0,  DECLARED",
        "PER_INTERPRETER_GIL_SUPPORTED, true,  true,  1,  DECLARED",
        "SUPPORTED,                     false, true,  0,  DECLARED",
        "SUPPORTED,                     false, true,  1,  DECLARED",
        "SUPPORTED,                     true,  true,  0,  SHARED_LOCK_ONLY",
        "SUPPORTED,                     true,  true,  -1, OVERRIDDEN",
        "SUPPORTED,                     true,  false, 0,  NOT_CHECKED",
        "SUPPORTED,                     true,  false, 1,  SHARED_LOCK_ONLY",
        ",                              false, true,  0,  DECLARED",
        ",                              true,  true,  0,  UNDECLARED_WITH_OWN_LOCK",
        ",                              true,  false, 0,  NOT_CHECKED",
        ",                              true,  true,  -1, OVERRIDDEN",
        "NOT_SUPPORTED,                 false, true,  0,  NOT_SUPPORTED",
        "NOT_SUPPORTED,                 false, false, 0,  NOT_CHECKED",
        "NOT_SUPPORTED,                 false, false, 1,  NOT_SUPPORTED",
        "NOT_SUPPORTED,                 true,  true,  0,  NOT_SUPPORTED",
        "NOT_SUPPORTED,                 true,  true,  -1, OVERRIDDEN",
    })
    void decisions(@Nullable MultipleInterpreters value, boolean own, boolean check, int override, String expected) {
        InterpreterConfig config = InterpreterConfig.builder()
                .useMainObmalloc(true)
                .checkMultiInterpExtensions(check)
                .gil(own ? InterpreterConfig.Gil.OWN : InterpreterConfig.Gil.SHARED)
                .build();
        GateDecision decision = decide(declared(value), config, override);
        String outcome = switch (decision) {
            case GateDecision.Allowed allowed -> allowed.reason().name();
            case GateDecision.Refused refused -> refused.code().name();
        };
        assertThat(outcome).isEqualTo(expected);
    }

    @Test
    void aRefusalHasCPythonsSentenceAndSaysWhatToDo() {
        GateDecision decision = decide(declared(MultipleInterpreters.NOT_SUPPORTED), InterpreterConfig.isolated(), 0);
        assertThat(decision.isAllowed()).isFalse();
        GateDecision.Refused refused = (GateDecision.Refused) decision;
        assertThat(refused.message()).isEqualTo("module spam does not support loading in subinterpreters");
        assertThat(refused.policy()).isEqualTo("check_multi_interp_extensions");
        assertThat(refused.advice()).isNotEmpty();
    }

    @Test
    void theOverrideIsPerInterpreterAndNotForMain() {
        try (Runtime runtime = Runtime.start(
                RuntimeConfig.builder().language(new TestLanguage()).build())) {
            RuntimeInterpreter one = runtime.newInterpreter();
            RuntimeInterpreter two = runtime.newInterpreter();
            assertThat(one.gate().override(-1)).isZero();
            assertThat(one.gate().override(-1)).isEqualTo(-1);
            assertThat(one.gate().decide(declared(null), null).isAllowed()).isTrue();
            assertThat(two.gate().decide(declared(null), null).isAllowed()).isFalse();
            assertThat(runtime.main().gate().decide(declared(null), null).isAllowed())
                    .isTrue();
            assertThatExceptionOfType(OperationRefusedException.class)
                    .isThrownBy(() -> runtime.main().gate().override(1))
                    .withMessage(
                            "_imp._override_multi_interp_extensions_check() cannot be used in the main interpreter");
        }
    }

    @Test
    void declarationsAreReadFromClassFiles() {
        assertThat(DeclarationReader.read(Isolated.class))
                .isEqualTo(new ExtensionDeclaration(
                        "isolated", MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED, Isolated.class.getName()));
        ExtensionDeclaration plain = Objects.requireNonNull(DeclarationReader.read(Plain.class));
        assertThat(plain).isEqualTo(new ExtensionDeclaration("pkg.plain", null, Plain.class.getName()));
        assertThat(plain.effective()).isEqualTo(MultipleInterpreters.SUPPORTED);
        assertThat(DeclarationReader.read(PlainProvider.class))
                .isEqualTo(new ExtensionDeclaration("pkg.plain", null, PlainProvider.class.getName()));
        assertThat(DeclarationReader.read(Nameless.class)).isNull();
    }

    @Test
    void theCatalogRunsNothingOfAProvider(@TempDir Path services) throws IOException {
        System.clearProperty("clutch.test.ran");
        try (URLClassLoader loader = loaderWith(services, Isolated.class, Plain.class)) {
            ExtensionCatalog<Service> catalog = ExtensionCatalog.of(ServiceLoader.load(Service.class, loader));
            assertThat(catalog.entries()).containsOnlyKeys("isolated", "pkg.plain");
            assertThat(catalog.find("other")).isNull();
            assertThat(System.getProperty("clutch.test.ran")).isNull();
            ExtensionCatalog.Entry<Service> entry = Objects.requireNonNull(catalog.find("isolated"));
            assertThat(entry.provider().get()).isNotNull();
            assertThat(System.getProperty("clutch.test.ran")).isEqualTo("Isolated");
        } finally {
            System.clearProperty("clutch.test.ran");
        }
    }

    @Test
    void aProviderThatCannotBeUsedHidesNoOther(@TempDir Path services) throws IOException {
        try (URLClassLoader loader = loaderWith(services, Nameless.class, Plain.class, Isolated.class, Twin.class)) {
            Path list = services.resolve("META-INF/services/" + Service.class.getName());
            Files.writeString(list, Files.readString(list) + "x.Missing\n");
            ExtensionCatalog<Service> catalog = ExtensionCatalog.of(ServiceLoader.load(Service.class, loader));
            assertThat(catalog.entries()).containsOnlyKeys("isolated");
            assertThat(catalog.conflict("isolated")).isNull();
            assertThat(catalog.conflict("pkg.plain")).contains("pkg.plain is offered twice", "$Plain", "$Twin");
            assertThat(catalog.faults()).hasSize(3);
            assertThat(catalog.faults().get(0)).contains("Nameless", "@ExtensionModule");
            assertThat(catalog.faults().get(1)).isEqualTo(catalog.conflict("pkg.plain"));
            assertThat(catalog.faults().get(2)).contains("x.Missing");
        }
    }

    /** Defines the providers anew, so that each test sees whether they are initialised. */
    private static URLClassLoader loaderWith(Path folder, Class<?>... providers) throws IOException {
        GateTest.class.getModule().addUses(Service.class);
        StringBuilder lines = new StringBuilder();
        for (Class<?> provider : providers) {
            lines.append(provider.getName()).append('\n');
            Path copy = folder.resolve(provider.getName().replace('.', '/') + ".class");
            Files.createDirectories(copy.getParent());
            try (var in =
                    GateTest.class.getResourceAsStream("/" + provider.getName().replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new UncheckedIOException(new IOException("no class file of " + provider));
                }
                Files.write(copy, in.readAllBytes());
            }
        }
        Path list = folder.resolve("META-INF/services/" + Service.class.getName());
        Files.createDirectories(list.getParent());
        Files.writeString(list, lines);
        URL[] urls = {folder.toUri().toURL()};
        return new ChildFirst(urls);
    }

    private static final class ChildFirst extends URLClassLoader {
        ChildFirst(URL[] urls) {
            super(urls, GateTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (findResource(name.replace('.', '/') + ".class") == null) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }
}
