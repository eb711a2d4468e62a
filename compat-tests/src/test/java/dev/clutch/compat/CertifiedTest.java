package dev.clutch.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clutch.runtime.ExtensionPolicy;
import dev.clutch.runtime.InterpreterConfig;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Report cards: what they say of challenged and excluded rules, and the load policy that asks for one. */
class CertifiedTest {
    private static final String CHALLENGE = "kit_argument_errors argument-errors the caller is to blame\n";

    @TempDir
    Path folder;

    @Test
    void aCardLetsInTheJarThatItSpeaksOf() throws IOException {
        Path cards = Files.createDirectories(folder.resolve("cards"));
        Path good = jar("correct", "argument-errors", "");
        Path bad = jar("broken", "argument-errors", CHALLENGE);
        assertThat(refusal(cards, good)).contains("CLUTCH-008", "there is no report card for its jar, SHA-256 ");
        Files.writeString(cards.resolve("good.json"), grade(good, "").json());
        assertThat(refusal(cards, good)).isEmpty();
        assertThat(refusal(cards, bad)).contains("there is no report card for its jar");

        // the author's challenge is shown, and helps only where the grader agrees
        Card challenged = grade(bad, "");
        assertThat(challenged.isPassed()).isFalse();
        assertThat(challenged.text())
                .contains("challenged argument-errors", "challenged: the caller is to blame", "ClassCastException");
        Files.writeString(cards.resolve("bad.json"), challenged.json());
        assertThat(refusal(cards, bad)).contains("CLUTCH-008", "it has failed, says the report card of its jar");
        Files.writeString(cards.resolve("bad.json"), grade(bad, CHALLENGE).json());
        assertThat(refusal(cards, bad)).isEmpty();

        // one byte more is another jar
        Files.write(good, new byte[1], StandardOpenOption.APPEND);
        assertThat(refusal(cards, good)).contains("there is no report card for its jar");
    }

    @Test
    void aCardOfAnOlderKitLacksARule() throws IOException {
        Path cards = Files.createDirectories(folder.resolve("cards"));
        Path jar = jar("correct", "argument-errors", "");
        String today = grade(jar, "").json();
        assertThat(today).contains("\"kit\": \"" + Kit.version() + "\"");

        String old = today.replace("\"kit\": \"" + Kit.version() + "\"", "\"kit\": \"0.0.9\"");
        Path card = cards.resolve("old.json");
        Files.writeString(card, old);
        assertThat(refusal(cards, jar)).isEmpty();
        Files.writeString(card, without(old, Set.of("reload", "pickling")));
        assertThat(refusal(cards, jar))
                .contains("CLUTCH-008", "made by version 0.0.9 of the kit, does not speak of reload");

        // exactly the rules that bind are missed where there is none
        Set<String> all = new HashSet<>();
        List<String> binding = new ArrayList<>();
        for (Rule rule : Kit.allRules()) {
            all.add(rule.id());
            if (rule.kind() != Kind.OPTIONAL) {
                binding.add(rule.id());
            }
        }
        Files.writeString(card, without(old, all));
        assertThat(refusal(cards, jar)).contains("does not speak of " + String.join(", ", binding) + "\n");

        // a second card may have what the first lacks, and neither may say that a rule is broken
        Files.writeString(cards.resolve("new.json"), today);
        assertThat(refusal(cards, jar)).isEmpty();
        Files.writeString(card, old.replaceFirst("(\"reload\".*?\"status\": )\"passed\"", "$1\"failed\""));
        assertThat(refusal(cards, jar)).contains("says the report card of its jar: rule reload");
    }

    /** A card as a kit without some rules would have written it. */
    private static String without(String card, Set<String> rules) {
        StringBuilder left = new StringBuilder();
        for (String line : card.split("\n", -1)) {
            boolean named = rules.stream().anyMatch(rule -> line.startsWith("      {\"id\": \"" + rule + "\""));
            if (!named) {
                left.append(line).append('\n');
            }
        }
        return left.toString().replaceAll(",\\s*\n    ]", "\n    ]");
    }

    @Test
    void anEntryNeedsARuleAndAReason() {
        assertThatThrownBy(() -> Exclusions.parse("f.txt", "# no\nspam argument-errors"))
                .hasMessage("f.txt, line 2: an entry is module, rule and the reason");
        assertThatThrownBy(() -> Exclusions.parse("f.txt", "spam no-such-rule because"))
                .hasMessage("f.txt, line 1: there is no rule no-such-rule");
    }

    private static Card grade(Path jar, String exclusions) throws IOException {
        return Main.grade(
                jar,
                Files.readString(Path.of("src/test/fixtures/samples/argument_errors.py")),
                Exclusions.parse("exclusions", exclusions));
    }

    /** Returns what the import raises in an isolated interpreter that asks for a card, empty when it does not. */
    private static String refusal(Path cards, Path jar) throws IOException {
        RuntimeConfig config = RuntimeConfig.builder().reportCards(cards).build();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, CertifiedTest.class.getClassLoader())) {
            thread.setContextClassLoader(loader);
            try (Runtime runtime = Runtime.start(config);
                    Guest guest = new Guest(
                            runtime.newInterpreter(InterpreterConfig.builder()
                                    .extensionPolicy(ExtensionPolicy.CERTIFIED)
                                    .build()),
                            loader)) {
                guest.run("import kit_argument_errors");
                return "";
            } catch (Guest.Raised e) {
                return String.valueOf(e.getMessage());
            }
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Path jar(String kind, String rule, String challenges) throws IOException {
        Fixtures fixtures = Fixtures.compile(kind, Files.createDirectories(folder.resolve(kind)));
        Path jar = folder.resolve(kind + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            Path classes = fixtures.alone(rule);
            try (Stream<Path> files = Files.walk(classes)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    entries.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                    Files.copy(file, entries);
                }
            }
            entries.putNextEntry(new JarEntry(Exclusions.CHALLENGES));
            entries.write(challenges.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
