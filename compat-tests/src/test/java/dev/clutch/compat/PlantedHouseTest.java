package dev.clutch.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of the house in which one class has got a shared list: the walk finds it. */
class PlantedHouseTest {
    private static final String VICTIM = "dev.clutch.extensions.builtin.heapq.HeapqModule";

    @TempDir
    Path folder;

    @Test
    void aSharedListIsFound() throws IOException, InterruptedException {
        assertThat(grade(Fixtures.classPath())).isEqualTo("PASSED");

        Path planted = folder.resolve(VICTIM.replace('.', '/') + ".class");
        Files.createDirectories(planted.getParent());
        Files.write(planted, planted());
        assertThat(grade(folder + File.pathSeparator + Fixtures.classPath()))
                .startsWith("FAILED")
                .contains(VICTIM + ".PLANTED (java.util.ArrayList)")
                .contains("first:")
                .contains("second:");
    }

    /** The class of the house with {@code private static final ArrayList PLANTED = new ArrayList()}. */
    private static byte[] planted() throws IOException {
        ClassDesc list = ClassDesc.of("java.util.ArrayList");
        ClassDesc victim = ClassDesc.of(VICTIM);
        byte[] house;
        try (InputStream in = PlantedHouseTest.class.getResourceAsStream("/" + VICTIM.replace('.', '/') + ".class")) {
            house = Objects.requireNonNull(in).readAllBytes();
        }
        ClassFile files = ClassFile.of();
        return files.transformClass(
                files.parse(house),
                ClassTransform.endHandler(b -> b.withField(
                                "PLANTED", list, ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_FINAL)
                        .withMethodBody(
                                ConstantDescs.CLASS_INIT_NAME,
                                ConstantDescs.MTD_void,
                                ClassFile.ACC_STATIC,
                                code -> code.new_(list)
                                        .dup()
                                        .invokespecial(
                                                list, ConstantDescs.INIT_NAME, MethodTypeDesc.of(ConstantDescs.CD_void))
                                        .putstatic(victim, "PLANTED", list)
                                        .return_())));
    }

    private String grade(String classPath) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "grade", ".txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath,
                        Walk.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        String text = Files.readString(output).strip();
        assertThat(ended).as(text).isTrue();
        return text;
    }

    /** Prints what the walk says of one module. */
    static final class Walk {
        private Walk() {}

        @SuppressWarnings("SystemOut")
        public static void main(String[] arguments) {
            ClassLoader loader = Walk.class.getClassLoader();
            try (Kit kit = Kit.open(loader)) {
                Kit.Run run = kit.begin(
                        new Subject("_heapq", null, loader, null, "import _heapq", 1, Duration.ofSeconds(20)));
                for (Rule rule : kit.rules()) {
                    if (rule.id().equals("nothing-shared")) {
                        Outcome outcome = run.outcome(rule);
                        System.out.println(outcome.status());
                        outcome.messages().forEach(System.out::println);
                    }
                }
            }
        }
    }
}
