package dev.clutch.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small classes of the package {@code planted}, written in text files and compiled by the tests. */
record Planted(String name, List<String> expected, String members) {
    private static final String IMPORTS = """
            package planted;
            import dev.clutch.extension.spi.SharedState;
            import java.util.*;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.atomic.*;
            import java.util.concurrent.locks.ReentrantLock;
            import java.util.function.Supplier;
            """;

    static List<Planted> read(String file) throws IOException {
        String text = Files.readString(Path.of("src/test/verified", file));
        List<Planted> all = new ArrayList<>();
        String[] parts = text.split("(?m)^== ", -1);
        for (int i = 1; i < parts.length; i++) {
            int end = parts[i].indexOf('\n');
            List<String> words = List.of(parts[i].substring(0, end).split(" ", -1));
            all.add(new Planted(words.getFirst(), words.subList(1, words.size()), parts[i].substring(end)));
        }
        return all;
    }

    /** Compiles each into a folder of its own. */
    static void compile(List<Planted> all, Path folder) throws IOException {
        List<Path> sources = new ArrayList<>();
        Path together = folder.resolve("together");
        for (Planted each : all) {
            Path source = folder.resolve(each.name + ".java");
            Files.writeString(source, IMPORTS + "class " + each.name + " {" + each.members + "}\n");
            sources.add(source);
        }
        JavaSources.compile(sources, together, together, List.of("-g", "-proc:none"));
        for (Planted each : all) {
            Path target = Files.createDirectories(folder.resolve(each.name).resolve("planted"));
            try (var classes = Files.newDirectoryStream(together.resolve("planted"), each.name + "{.class,$*}")) {
                for (Path file : classes) {
                    Files.move(file, target.resolve(file.getFileName()));
                }
            }
        }
    }
}
