package dev.clutch.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clutch.extension.spi.ExtensionBundle;
import dev.clutch.runtime.verifier.ClassSource;
import dev.clutch.runtime.verifier.Fact;
import dev.clutch.runtime.verifier.Finding;
import dev.clutch.runtime.verifier.Report;
import dev.clutch.runtime.verifier.Verdict;
import dev.clutch.runtime.verifier.Verifier;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * R2 of the design, by the verifier of extensions: nothing static in our own modules can change, nor in what our compiler has made of the library. This is why the gate lets in what came with Clutch without looking.
 */
class VerifiedTest {
    /** What is known of the core's own objects that are shared; {@link SharingTest} walks all that is. */
    private static final String RULES = """
            value dev.clutch.interp.object.TypeObject : a built-in type is complete before anybody sees it, but for tables that are made once under its monitor
            value dev.clutch.interp.object.LibraryModules : the build generates the one subclass, which has no fields
            base dev.clutch.extension.spi.PyObject : of a shared object the type is a built-in one and the attributes are none
            value dev.clutch.interp.object.PyCode : final fields, but for three that follow from the code alone and are made when somebody asks
            value dev.clutch.interp.object.LongMethod : instructions, and handles of fields and methods that are the same whoever looks them up
            immutable-result dev.clutch.interp.object.PyTuple <init> : nobody else has the array, and nobody writes it
            immutable-result dev.clutch.interp.object.bytes.PyBytes <init> : nobody else has the array, and nobody writes it
            """;

    private static final List<Report> OURS = new ArrayList<>();

    private static Report ours() {
        return OURS.getFirst();
    }

    @BeforeAll
    static void verify() {
        OURS.clear();
        OURS.add(verified(
                "dev.clutch.extension.spi",
                "dev.clutch.runtime",
                "dev.clutch.interp",
                "dev.clutch.extensions.builtin",
                "dev.clutch.stdlib"));
    }

    private static Report verified(String... modules) {
        List<ClassSource> sources = new ArrayList<>();
        for (String name : modules) {
            ModuleReference module =
                    ModuleFinder.of(Path.of("target", "modules")).find(name).orElseThrow();
            sources.add(ClassSource.of(module));
        }
        return Verifier.verifyAll(ClassSource.of(sources), RULES);
    }

    @Test
    void nothingStaticCanChange() {
        assertThat(ours().verdict()).isNotEqualTo(Verdict.CONTRADICTED);
        assertThat(ours().findings())
                .allMatch(finding -> finding.fact() == Fact.REFLECTION || finding.fact() == Fact.NATIVE);
        assertThat(ours().hashes()).hasSizeGreaterThan(5000);
    }

    /** The kit runs beside many interpreters at once. What it calls of JUnit is not ours. */
    @Test
    void nothingStaticCanChangeInTheKit() {
        Report kit =
                verified("dev.clutch.extension.spi", "dev.clutch.runtime", "dev.clutch.interp", "dev.clutch.compat");
        assertThat(kit.verdict()).isNotEqualTo(Verdict.CONTRADICTED);
        assertThat(kit.findings())
                .allMatch(finding -> finding.fact() == Fact.REFLECTION
                        || finding.fact() == Fact.NATIVE
                        || finding.fact() == Fact.UNRESOLVED
                                && (finding.owner().startsWith("org.junit.")
                                        || finding.owner().startsWith("org.opentest4j.")));
        assertThat(kit.hashes()).containsKey("dev/clutch/compat/Kit");
    }

    /** The page that lists what is shared on purpose would begin with the first of them. */
    @Test
    void nothingIsSharedOnPurpose() {
        assertThat(ours().sharedState()).isEmpty();
    }

    /** Where reading class files ends: a line for each class of ours that goes beyond them. */
    @Test
    void reflectionAndNativeCodeAreWhereTheyAreKnown() throws IOException {
        TreeSet<String> classes = new TreeSet<>();
        for (Finding finding : ours().findings()) {
            classes.add(finding.fact() + " "
                    + finding.method().substring(0, finding.method().lastIndexOf('.')));
        }
        assertThat(classes).containsExactlyElementsOf(Files.readAllLines(Path.of("src/test/verified/beyond.txt")));
    }

    /** Extensions use neither: each module that came with Clutch would be verified by itself. */
    @Test
    void everyBuiltInModuleIsVerified() {
        String[] modules = ServiceLoader.load(ExtensionBundle.class)
                .findFirst()
                .orElseThrow()
                .moduleNames();
        assertThat(modules).hasSizeGreaterThan(30);
        assertThat(ours().findings()).noneMatch(finding -> finding.method().startsWith("dev.clutch.extensions."));
        assertThat(ours().hashes().keySet())
                .anyMatch(name -> name.equals("dev/clutch/extensions/builtin/BuiltinExtensions"));
    }
}
