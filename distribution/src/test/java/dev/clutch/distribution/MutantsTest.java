package dev.clutch.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clutch.extension.spi.Member;
import dev.clutch.runtime.verifier.ClassSource;
import dev.clutch.runtime.verifier.Fact;
import dev.clutch.runtime.verifier.Finding;
import dev.clutch.runtime.verifier.Report;
import dev.clutch.runtime.verifier.Verdict;
import dev.clutch.runtime.verifier.Verifier;
import java.io.IOException;
import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.FieldElement;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The verifier finds state wherever it is hidden: each mutant is planted into our own classes, one of which calls it, and has to be found by field; without it they are clean. The classes that only
 * look dangerous have to pass.
 */
class MutantsTest {
    private static final String HOST = "dev/clutch/extension/spi/StrBuilder.class";

    private static final String ERRORS = "dev/clutch/extension/spi/os/Errno.class";

    @TempDir
    static Path folder = Path.of("");

    @BeforeAll
    static void compile() throws IOException {
        Planted.compile(mutants(), Files.createDirectories(folder.resolve("mutants")));
        Planted.compile(clean(), Files.createDirectories(folder.resolve("clean")));
    }

    static List<Planted> mutants() throws IOException {
        return Planted.read("mutants.txt");
    }

    static List<Planted> clean() throws IOException {
        return Planted.read("clean.txt");
    }

    private static ClassSource host() {
        try {
            return ClassSource.of(Path.of(Member.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The classes of the SPI, with those of a folder before them. */
    private static ClassSource ours(Path first) {
        return ClassSource.of(List.of(ClassSource.of(first), host()));
    }

    private static List<Finding> stateFindings(Path first) {
        return Verifier.verifyAll(ours(first), "").findings().stream()
                .filter(f -> !f.owner().startsWith("java.lang."))
                .toList();
    }

    @Test
    void thereAreEnoughOfThem() throws IOException {
        Set<String> kinds = new HashSet<>();
        for (Planted mutant : mutants()) {
            assertThat(kinds.add(mutant.name())).as(mutant.name()).isTrue();
        }
        assertThat(kinds).hasSizeGreaterThanOrEqualTo(60);
        assertThat(clean()).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void theHostIsClean(@TempDir Path nothing) {
        assertThat(stateFindings(nothing)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void isFound(Planted mutant) throws IOException {
        Path first = folder.resolve("mutants").resolve(mutant.name());
        call(first, mutant.name());
        Fact fact = Fact.valueOf(mutant.expected().get(0));
        boolean certain = mutant.expected().get(1).equals("certain");
        String member = mutant.expected().get(2);
        Report report = Verifier.verifyAll(ours(first), "");
        assertThat(report.findings()).anySatisfy(finding -> {
            assertThat(finding.fact()).isEqualTo(fact);
            assertThat(finding.member()).isEqualTo(member);
            assertThat(finding.contradicts()).isEqualTo(certain);
            if (certain && !finding.method().isEmpty()) {
                assertThat(finding.path()).isNotEmpty().last().isEqualTo(finding.method());
            }
        });
        assertThat(report.verdict()).isEqualTo(certain ? Verdict.CONTRADICTED : Verdict.DECLARED);
    }

    @ParameterizedTest
    @MethodSource("clean")
    void passes(Planted twin) {
        Path first = folder.resolve("clean").resolve(twin.name());
        assertThat(stateFindings(first)).isEmpty();
    }

    /** Has a class of ours call the method {@code touch} of a planted one. */
    private static void call(Path first, String name) throws IOException {
        ClassDesc planted = ClassDesc.of("planted", name);
        ClassModel model =
                ClassFile.of().parse(Files.readAllBytes(first.resolve("planted").resolve(name + ".class")));
        MethodModel touch = model.methods().stream()
                .filter(m -> m.methodName().equalsString("touch"))
                .findFirst()
                .orElseThrow();
        MethodTypeDesc type = touch.methodTypeSymbol();
        edit(first, HOST, "<init>", code -> {
            code.invokestatic(planted, "touch", type);
            switch (type.returnType().descriptorString()) {
                case "V" -> {}
                case "J", "D" -> code.pop2();
                default -> code.pop();
            }
        });
    }

    private interface Prefix {
        void write(CodeBuilder code);
    }

    /** Puts code at the beginning of a method of a class of ours. */
    private static void edit(Path first, String resource, String method, Prefix prefix) throws IOException {
        CodeTransform before = new CodeTransform() {
            @Override
            public void accept(CodeBuilder builder, CodeElement element) {
                builder.with(element);
            }

            @Override
            public void atStart(CodeBuilder builder) {
                prefix.write(builder);
            }
        };
        change(
                first,
                resource,
                ClassTransform.transformingMethods(
                        m -> m.methodName().equalsString(method), MethodTransform.transformingCode(before)));
    }

    private static void change(Path first, String resource, ClassTransform transform) throws IOException {
        byte[] original = Objects.requireNonNull(host().find(resource));
        Path target = first.resolve(resource);
        Files.createDirectories(target.getParent());
        ClassFile file = ClassFile.of();
        Files.write(target, file.transformClass(file.parse(original), transform));
    }

    private static ClassTransform field(String name, Function<Integer, Integer> flags) {
        return (ClassBuilder builder, ClassElement element) -> {
            if (element instanceof FieldModel field && field.fieldName().equalsString(name)) {
                builder.withField(field.fieldName(), field.fieldType(), f -> {
                    f.withFlags(flags.apply(field.flags().flagsMask()));
                    for (FieldElement e : field) {
                        if (!(e instanceof AccessFlags)) {
                            f.with(e);
                        }
                    }
                });
            } else {
                builder.with(element);
            }
        };
    }

    private static List<String> lines(List<Finding> findings) {
        return Stream.of(findings)
                .flatMap(List::stream)
                .map(f -> f.fact() + " " + f.member())
                .toList();
    }

    /** A table of ours that other classes could write. */
    @Test
    void anOpenedTableIsFound(@TempDir Path first) throws IOException {
        change(first, ERRORS, field("ROWS", flags -> flags & ~0x0012 | 0x0001));
        assertThat(lines(stateFindings(first))).containsExactly("STATIC_ARRAY ROWS");
    }

    /** A table of ours that one instruction more writes. */
    @Test
    void aWrittenTableIsFound(@TempDir Path first) throws IOException {
        ClassDesc errors = ClassDesc.of("dev.clutch.extension.spi.os.Errno");
        edit(
                first,
                ERRORS,
                "text",
                code -> code.getstatic(errors, "ROWS", ConstantDescs.CD_String.arrayType())
                        .iconst_0()
                        .ldc("")
                        .aastore());
        assertThat(stateFindings(first)).singleElement().satisfies(finding -> {
            assertThat(finding.contradicts()).isTrue();
            assertThat(finding.member()).isEqualTo("ROWS");
            assertThat(finding.method()).isEqualTo("dev.clutch.extension.spi.os.Errno.text");
        });
    }

    /** A constant that the JVM makes once, and all code gets: {@code ldc} of a dynamic constant. */
    @Test
    void aDynamicConstantIsFound(@TempDir Path first) throws IOException {
        ClassDesc map = ClassDesc.of("java.util.HashMap");
        MethodHandleDesc make = MethodHandleDesc.ofConstructor(map);
        DirectMethodHandleDesc invoke = ConstantDescs.ofConstantBootstrap(
                ClassDesc.of("java.lang.invoke.ConstantBootstraps"),
                "invoke",
                ConstantDescs.CD_Object,
                ConstantDescs.CD_MethodHandle,
                ConstantDescs.CD_Object.arrayType());
        DynamicConstantDesc<?> constant = DynamicConstantDesc.ofNamed(invoke, "registry", map, make);
        edit(
                first,
                HOST,
                "<init>",
                code -> code.ldc(constant)
                        .ldc("key")
                        .ldc("value")
                        .invokevirtual(
                                map,
                                "put",
                                MethodTypeDesc.ofDescriptor("(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;"))
                        .pop());
        assertThat(stateFindings(first)).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.fact()).isEqualTo(Fact.DYNAMIC_CONSTANT);
            assertThat(finding.contradicts()).isTrue();
        });
    }

    /** A subroutine of an old compiler is not understood, and that is said. */
    @Test
    void unreadableCodeIsSaid(@TempDir Path first) throws IOException {
        ClassFile old =
                ClassFile.of(ClassFile.StackMapsOption.DROP_STACK_MAPS, ClassFile.DeadCodeOption.KEEP_DEAD_CODE);
        Path target = Files.createDirectories(first.resolve("planted")).resolve("Old.class");
        Files.write(target, old.build(ClassDesc.of("planted.Old"), type -> {
            type.withVersion(48, 0);
            type.withFlags(0x0001);
            type.withMethodBody("run", MethodTypeDesc.ofDescriptor("()V"), 0x0009, code -> {
                var subroutine = code.newLabel();
                code.with(java.lang.classfile.instruction.DiscontinuedInstruction.JsrInstruction.of(subroutine));
                code.return_();
                code.labelBinding(subroutine);
                code.astore(0);
                code.with(java.lang.classfile.instruction.DiscontinuedInstruction.RetInstruction.of(0));
            });
        }));
        assertThat(lines(stateFindings(first))).containsExactly("UNRESOLVED run");
    }
}
