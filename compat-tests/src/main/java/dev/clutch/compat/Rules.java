package dev.clutch.compat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the rules: the classes that stand beside the package description of {@code dev.clutch.compat.rules}. */
final class Rules {
    private static final String FOLDER = "rules/";

    private Rules() {}

    /** Returns all rules in order of their ranks. */
    static List<Rule> all() {
        List<Rule> rules = new ArrayList<>();
        for (String name : names()) {
            Rule rule = make(Rules.class.getPackageName() + ".rules." + name);
            if (rule != null) {
                rules.add(rule);
            }
        }
        rules.sort(Comparator.comparingInt(Rule::rank).thenComparing(Rule::id));
        for (int i = 1; i < rules.size(); i++) {
            if (rules.get(i).id().equals(rules.get(i - 1).id())) {
                throw new IllegalStateException(
                        "two rules are called " + rules.get(i).id());
            }
        }
        return rules;
    }

    private static @Nullable Rule make(String name) {
        try {
            Class<?> type = Class.forName(name);
            if (!Rule.class.isAssignableFrom(type) || Modifier.isAbstract(type.getModifiers())) {
                return null;
            }
            return (Rule) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a rule is a class with a constructor without parameters: " + name, e);
        }
    }

    private static List<String> names() {
        URL place = Rules.class.getResource(FOLDER + "package-info.class");
        if (place == null) {
            throw new IllegalStateException("the rules of the kit are not beside it");
        }
        try {
            URI uri = place.toURI();
            if (!"jar".equals(uri.getScheme())) {
                return names(Path.of(uri).resolveSibling(""));
            }
            String[] parts = uri.toString().split("!", 2);
            try (FileSystem jar = FileSystems.newFileSystem(URI.create(parts[0]), Map.of())) {
                return names(jar.getPath(parts[1]).resolveSibling(""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".class") && !f.contains("$") && !f.equals("package-info.class"))
                    .map(f -> f.substring(0, f.length() - 6))
                    .sorted()
                    .toList();
        }
    }
}
