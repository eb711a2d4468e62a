package dev.clutch.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clutch.compat.Outcome.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kit tested: each rule finds the extension that breaks it, and has nothing to say of its twin. */
class RulesTest {
    @TempDir
    static Path folder;

    private static Fixtures broken;
    private static Fixtures correct;

    @BeforeAll
    static void compile() throws IOException {
        broken = Fixtures.compile("broken", folder);
        correct = Fixtures.compile("correct", folder);
    }

    static Stream<String> rules() {
        return Kit.allRules().stream().filter(r -> r.kind() != Kind.UNTESTED).map(Rule::id);
    }

    @Test
    void everyRuleHasItsExtension() {
        assertThat(rules()).containsExactlyInAnyOrderElementsOf(Fixtures.rules());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void findsTheBrokenOne(String rule) throws IOException {
        Subject subject = broken.subject(rule);
        List<Outcome> outcomes = run(subject, Kit.allRules());
        List<String> table = Fixtures.table();
        isFound(rule, outcomes, table);

        // a kit whose rule looks away does not find it; what was kept before needs no second test
        List<Rule> fired = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (outcome.status() == Status.FAILED) {
                fired.add(outcome.rule().id().equals(rule) ? new LooksAway(outcome.rule()) : outcome.rule());
            }
        }
        assertThatThrownBy(() -> isFound(rule, run(subject, fired), table)).isInstanceOf(AssertionError.class);
    }

    /** The first finding is that of the rule, and all findings together are those of the table. */
    private static void isFound(String rule, List<Outcome> outcomes, List<String> table) {
        Outcome primary = Kit.primary(outcomes);
        if (primary == null) {
            throw new AssertionError("no rule finds anything");
        }
        assertThat(primary.rule().id()).as(primary.text()).isEqualTo(rule);
        assertThat(table).contains(line(rule, outcomes));
    }

    /** Messages name a section of the page for each rule. */
    @Test
    void everyRuleHasItsSection() throws IOException {
        String page = Files.readString(Path.of("../docs/isolation-rules.md"));
        for (Rule rule : Kit.allRules()) {
            assertThat(page).contains("## " + rule.id() + "\n" + rule.title() + ".\n");
        }
    }

    /** No line of the table is left over. */
    @Test
    void theTableSpeaksOfEachRuleOnce() throws IOException {
        assertThat(Fixtures.table().stream().map(line -> line.substring(0, line.indexOf(':'))))
                .containsExactlyInAnyOrderElementsOf(Fixtures.rules());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void hasNothingToSayOfTheTwin(String rule) throws IOException {
        List<Outcome> outcomes = run(correct.subject(rule), Kit.allRules());
        assertThat(outcomes.stream().filter(o -> o.status() == Status.FAILED).map(Outcome::text))
                .isEmpty();
        Outcome own = outcomes.stream()
                .filter(o -> o.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
        assertThat(own.status()).as(own.text()).isEqualTo(rule.equals("refusal") ? Status.UNTESTED : Status.PASSED);
    }

    private static List<Outcome> run(Subject subject, List<Rule> rules) {
        try (Kit kit = Kit.open(subject.loader(), rules)) {
            return kit.run(subject);
        }
    }

    private static String line(String rule, List<Outcome> outcomes) {
        StringBuilder line = new StringBuilder(rule).append(':');
        for (Outcome outcome : outcomes) {
            if (outcome.status() == Status.FAILED) {
                line.append(' ').append(outcome.rule().id());
            }
        }
        return line.toString();
    }

    private static final class LooksAway extends Rule {
        private final String needs;

        LooksAway(Rule rule) {
            super(rule.id(), rule.kind(), rule.rank(), rule.title());
            needs = rule.needs();
        }

        @Override
        public String needs() {
            return needs;
        }

        @Override
        public void check(Bench bench) {}
    }
}
