package dev.clutch.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a class of the package {@code child} in a process of its own, with everything that is shipped on the module path. */
final class Child {
    private static final int SECONDS = Integer.getInteger("clutch.child.seconds", 180);

    private Child() {}

    /** Returns the lines it writes. */
    static List<String> run(Class<?> main, String... arguments) throws IOException, InterruptedException {
        return runWith(List.of("-Xmx600m"), main, arguments);
    }

    /** As {@link #run}, with options of the JVM. */
    static List<String> runWith(List<String> options, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        Path modules = Path.of("target", "modules");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Collections.addAll(
                command,
                "-XX:+UseSerialGC",
                // the JDK makes classes for method handles that are used often, at some time
                "-Djava.lang.invoke.MethodHandle.CUSTOMIZE_THRESHOLD=-1",
                "--enable-native-access=dev.clutch.runtime",
                "--sun-misc-unsafe-memory-access=allow",
                "-p",
                modules.toString(),
                "--add-modules",
                "ALL-MODULE-PATH");
        command.addAll(1, options);
        for (ModuleReference module : ModuleFinder.of(modules).findAll()) {
            String name = module.descriptor().name();
            for (String folder : module.descriptor().packages()) {
                // the library has folders of data, too
                if (name.startsWith("dev.clutch.") && folder.startsWith("dev.clutch.")) {
                    command.add("--add-opens=" + name + "/" + folder + "=ALL-UNNAMED");
                }
            }
        }
        Collections.addAll(command, "-cp", folder(main), main.getName());
        Collections.addAll(command, arguments);
        return lines(command);
    }

    /** Runs the JVM with the given options alone, then a class and its arguments. */
    static List<String> runAlone(List<String> options, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add(main.getName());
        Collections.addAll(command, arguments);
        return lines(command);
    }

    private static List<String> lines(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("child", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            List<String> lines =
                    Files.readString(output, StandardCharsets.UTF_8).lines().toList();
            assertThat(ended).as("ended in time: %s", lines).isTrue();
            return lines;
        } finally {
            Files.delete(output);
        }
    }

    /** Where the class is. */
    static String folder(Class<?> main) {
        return Path.of(main.getProtectionDomain().getCodeSource().getLocation().getPath())
                .toString();
    }
}
