package dev.clutch.compat;

import dev.clutch.compat.Outcome.Status;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeConfig;
import dev.clutch.runtime.verifier.ClassSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs the rules on extensions. One runtime serves all extensions of one class loader; it is closed with the kit.
 *
 * <p>Not thread-safe.
 */
public final class Kit implements AutoCloseable {
    private static final String UNPACKAGED = "unpackaged";

    private final List<Rule> rules;
    private final ClassLoader loader;
    private final Runtime runtime;
    private final Exclusions exclusions;
    private final Exclusions challenges;

    private Kit(List<Rule> rules, ClassLoader loader, Exclusions exclusions) {
        this.rules = List.copyOf(rules);
        this.loader = loader;
        this.exclusions = exclusions;
        this.challenges = Exclusions.of(loader, Exclusions.CHALLENGES);
        this.runtime = newRuntime(loader);
    }

    static Runtime newRuntime(ClassLoader loader) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return Runtime.start(
                    RuntimeConfig.builder().closeTimeout(Duration.ofSeconds(2)).build());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Opens a kit with all rules but those excluded, for the extensions that a class loader finds; it finds the exclusions too. */
    public static Kit open(ClassLoader loader) {
        return open(loader, Rules.all());
    }

    /** Opens a kit with all rules but those excluded. */
    public static Kit open(ClassLoader loader, Exclusions exclusions) {
        return new Kit(Rules.all(), loader, exclusions);
    }

    /** Opens a kit with some rules: for those who test rules. */
    public static Kit open(ClassLoader loader, List<Rule> rules) {
        return new Kit(rules, loader, Exclusions.of(loader, Exclusions.EXCLUSIONS));
    }

    /** Returns all rules there are, by rank. */
    public static List<Rule> allRules() {
        return Rules.all();
    }

    /** Returns the version of the kit, as its module descriptor has it; a build that was not packaged has none and says so. */
    public static String version() {
        ModuleDescriptor descriptor = Kit.class.getModule().getDescriptor();
        try {
            if (descriptor == null) {
                // on the class path, where each jar still has its descriptor
                CodeSource place = Kit.class.getProtectionDomain().getCodeSource();
                byte[] bytes = place == null
                        ? null
                        : ClassSource.of(Path.of(place.getLocation().toURI())).find("module-info.class");
                descriptor = bytes == null ? null : ModuleDescriptor.read(new ByteArrayInputStream(bytes));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the kit cannot read its own descriptor", e);
        }
        return descriptor == null ? UNPACKAGED : descriptor.rawVersion().orElse(UNPACKAGED);
    }

    /** Returns the rules of this kit, by rank. */
    public List<Rule> rules() {
        return rules;
    }

    /** Returns the class loader. */
    public ClassLoader loader() {
        return loader;
    }

    /** Returns what a rule works with, for those who test parts of rules. */
    Bench bench(Subject subject) {
        return new Bench(runtime, subject);
    }

    /** Tests an extension by all rules. */
    public List<Outcome> run(Subject subject) {
        Run run = begin(subject);
        List<Outcome> outcomes = new ArrayList<>();
        for (Rule rule : rules) {
            outcomes.add(run.outcome(rule));
        }
        return outcomes;
    }

    /** Begins to test an extension. */
    public Run begin(Subject subject) {
        return new Run(subject);
    }

    /** Returns the broken rule that is nearest to the cause, null when none is broken. */
    public static @Nullable Outcome primary(List<Outcome> outcomes) {
        Outcome first = null;
        for (Outcome outcome : outcomes) {
            if (outcome.status() == Status.FAILED
                    && (first == null || outcome.rule().rank() < first.rule().rank())) {
                first = outcome;
            }
        }
        return first;
    }

    @Override
    public void close() {
        runtime.close();
    }

    /** The test of one extension, rule by rule: what one rule found decides whether another makes sense. */
    public final class Run {
        private final Subject subject;
        private final Map<String, Outcome> known = new HashMap<>();

        private Run(Subject subject) {
            this.subject = subject;
        }

        /** Tests a rule, after the one it needs. The second time the first answer is given. */
        public Outcome outcome(Rule rule) {
            Outcome outcome = known.get(rule.id());
            if (outcome == null) {
                outcome = find(rule);
                known.put(rule.id(), outcome);
            }
            return outcome;
        }

        private Outcome find(Rule rule) {
            String reason = exclusions.reason(subject.module(), rule.id());
            if (reason != null) {
                return new Outcome(rule, Status.EXCLUDED, List.of(reason));
            }
            for (Rule needed : rules) {
                if (needed.id().equals(rule.needs())) {
                    Status status = outcome(needed).status();
                    if (status != Status.PASSED && status != Status.EXCLUDED) {
                        return new Outcome(
                                rule, Status.UNTESTED, List.of("needs " + needed.id() + ", which is " + status));
                    }
                }
            }
            Outcome outcome = check(rule);
            String challenge = challenges.reason(subject.module(), rule.id());
            if (challenge == null || outcome.status() != Status.FAILED) {
                return outcome;
            }
            List<String> messages = new ArrayList<>(outcome.messages());
            messages.add("challenged: " + challenge);
            return new Outcome(rule, Status.CHALLENGED, messages);
        }

        /** In a thread of its own, so that an extension which hangs is a finding. */
        private Outcome check(Rule rule) {
            Bench bench = bench(subject);
            FutureTask<Outcome> task = new FutureTask<>(() -> checked(rule, bench));
            bench.start("compat-" + rule.id(), task);
            try {
                return task.get(subject.patience().toMillis() * 2, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                return new Outcome(rule, Status.FAILED, List.of("hangs: it did not end in time"));
            } catch (ExecutionException e) {
                throw new IllegalStateException("rule " + rule.id() + " failed on " + subject.module(), e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private static Outcome checked(Rule rule, Bench bench) throws Exception {
            try {
                rule.check(bench);
                return new Outcome(rule, Status.PASSED, List.of());
            } catch (Untested e) {
                return new Outcome(rule, Status.UNTESTED, List.of(String.valueOf(e.getMessage())));
            } catch (Violation e) {
                return new Outcome(rule, Status.FAILED, e.findings());
            } catch (Guest.Raised e) {
                return new Outcome(rule, Status.FAILED, List.of(String.valueOf(e.getMessage())));
            }
        }
    }
}
