package dev.clutch.extension.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What extensions are compiled against: each public type says how stable it is, and nothing that a compiled extension may use goes or changes unseen. What is public stands in
 * {@code src/test/signatures.txt}; {@code mvn test -pl module-extension-spi -Dtest=PublicInterfaceTest -Dclutch.signatures=write} writes it anew.
 */
class PublicInterfaceTest {
    private static final Path COMMITTED = Path.of("src", "test", "signatures.txt");
    private static final List<String> PACKAGES = List.of("", "api", "os");
    private static final Set<AccessFlag> SHOWN = Set.of(AccessFlag.STATIC, AccessFlag.FINAL, AccessFlag.ABSTRACT);

    private static final Map<String, ClassModel> TYPES = new HashMap<>();

    @BeforeAll
    static void read() throws IOException, URISyntaxException {
        Path classes = Path.of(Stability.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        TYPES.clear();
        for (String name : PACKAGES) {
            try (Stream<Path> files = Files.list(classes.resolve("dev/clutch/extension/spi/" + name))) {
                for (Path file : files.toList()) {
                    if (file.toString().endsWith(".class")) {
                        ClassModel type = ClassFile.of().parse(file);
                        TYPES.put(type.thisClass().asInternalName(), type);
                    }
                }
            }
        }
        TYPES.values().removeIf(type -> !isSeen(type));
    }

    /** Whether a type and all types around it are public or protected. */
    private static boolean isSeen(ClassModel type) {
        var inner = type.findAttribute(Attributes.innerClasses());
        if (inner.isPresent()) {
            for (var info : inner.get().classes()) {
                if (info.innerClass().equals(type.thisClass())) {
                    String outer =
                            info.outerClass().map(c -> c.asInternalName()).orElse("");
                    ClassModel around = TYPES.get(outer);
                    boolean open = info.has(AccessFlag.PUBLIC) || info.has(AccessFlag.PROTECTED);
                    return open && around != null && isSeen(around);
                }
            }
        }
        return type.flags().has(AccessFlag.PUBLIC);
    }

    @Test
    void eachTypeSaysHowStableItIsAndSinceWhen() {
        List<String> silent = new ArrayList<>();
        for (ClassModel type : TYPES.values()) {
            String name = type.thisClass().asInternalName();
            boolean says = type.findAttribute(Attributes.runtimeInvisibleAnnotations())
                    .map(all -> all.annotations().stream()
                            .anyMatch(a -> a.classSymbol().equals(ClassDesc.of(Stability.class.getName()))
                                    && a.elements().stream()
                                            .anyMatch(e -> e.name().equalsString("since"))))
                    .orElse(false);
            if (!says && name.indexOf('$') < 0 && !name.endsWith("package-info")) {
                silent.add(name + " has no @Stability(since = ...)");
            }
        }
        assertThat(silent).isEmpty();
        assertThat(TYPES).hasSizeGreaterThan(80);
    }

    @Test
    void nothingThatCompiledExtensionsUseIsGone() throws IOException {
        TreeSet<String> now = new TreeSet<>();
        for (ClassModel type : TYPES.values()) {
            if (!type.thisClass().asInternalName().endsWith("package-info")) {
                describe(type, now);
            }
        }
        if ("write".equals(System.getProperty("clutch.signatures"))) {
            Files.write(COMMITTED, now);
        }
        List<String> faults = new ArrayList<>();
        TreeSet<String> committed = new TreeSet<>(Files.readAllLines(COMMITTED));
        for (String gone : committed) {
            if (!now.contains(gone)) {
                faults.add(
                        "gone or changed: \"" + gone
                                + "\". Extensions that were compiled with it will not run any more: keep it, deprecated if need be.");
            }
        }
        for (String added : now) {
            if (!committed.contains(added)) {
                faults.add("new: \"" + added
                        + "\". Write it down with -Dclutch.signatures=write, so that it stays from now on.");
            }
        }
        assertThat(faults).isEmpty();
    }

    private static void describe(ClassModel type, Set<String> lines) {
        String name = type.thisClass().asInternalName().replace('/', '.');
        StringBuilder head = new StringBuilder(name).append(" is ").append(kind(type));
        type.superclass()
                .ifPresent(
                        c -> head.append(" extends ").append(c.asInternalName().replace('/', '.')));
        if (!type.interfaces().isEmpty()) {
            head.append(" implements ")
                    .append(type.interfaces().stream()
                            .map(c -> c.asInternalName().replace('/', '.'))
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        lines.add(head.toString());
        for (FieldModel f : type.fields()) {
            if (isOpen(f.flags().flags()) && !f.flags().has(AccessFlag.SYNTHETIC)) {
                lines.add(name + "." + f.fieldName() + " : " + shown(f.flags().flags()) + text(f.fieldTypeSymbol()));
            }
        }
        for (MethodModel m : type.methods()) {
            if (isOpen(m.flags().flags()) && !m.flags().has(AccessFlag.SYNTHETIC)) {
                MethodTypeDesc shape = m.methodTypeSymbol();
                String parameters = shape.parameterList().stream()
                        .map(PublicInterfaceTest::text)
                        .collect(Collectors.joining(", "));
                boolean hasDefault =
                        m.findAttribute(Attributes.annotationDefault()).isPresent();
                lines.add(name + "." + m.methodName() + "(" + parameters + ") : "
                        + shown(m.flags().flags()) + text(shape.returnType()) + (hasDefault ? " with a default" : ""));
            }
        }
    }

    private static String kind(ClassModel type) {
        if (type.flags().has(AccessFlag.ANNOTATION)) {
            return "an annotation";
        }
        if (type.flags().has(AccessFlag.INTERFACE)) {
            return "an interface";
        }
        boolean isFinal = type.flags().has(AccessFlag.FINAL);
        return type.flags().has(AccessFlag.ABSTRACT) ? "an abstract class" : isFinal ? "a final class" : "a class";
    }

    private static boolean isOpen(Set<AccessFlag> flags) {
        return flags.contains(AccessFlag.PUBLIC) || flags.contains(AccessFlag.PROTECTED);
    }

    private static String shown(Set<AccessFlag> flags) {
        StringBuilder text = new StringBuilder(flags.contains(AccessFlag.PROTECTED) ? "protected " : "");
        for (AccessFlag flag : AccessFlag.values()) {
            if (SHOWN.contains(flag) && flags.contains(flag)) {
                text.append(flag.name().toLowerCase(java.util.Locale.ROOT)).append(' ');
            }
        }
        return text.toString();
    }

    private static String text(ClassDesc type) {
        String prefix = type.isClassOrInterface() && !type.packageName().isEmpty() ? type.packageName() + "." : "";
        return prefix + type.displayName();
    }
}
