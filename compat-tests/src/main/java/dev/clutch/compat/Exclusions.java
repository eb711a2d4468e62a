package dev.clutch.compat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rules that somebody has something to say about, one a line, as {@code module rule reason}. A line without a reason is an error, so is one for a rule that does not exist.
 *
 * <p>Who runs the kit excludes rules: they are not applied. An author, in the jar itself, can only challenge them: a challenged rule is applied all the same, and where it is broken both the finding and the
 * author's reason are shown, for the reader of the report card to judge.
 */
public final class Exclusions {
    /** Where the exclusions of a test are. */
    public static final String EXCLUSIONS = "META-INF/clutch/compat-exclusions.txt";

    /** Where the challenges of an extension are. */
    public static final String CHALLENGES = "META-INF/clutch/compat-challenges.txt";

    private final Map<String, String> reasons;

    private Exclusions(Map<String, String> reasons) {
        this.reasons = reasons;
    }

    static Exclusions of(ClassLoader loader, String file) {
        try (InputStream in = loader.getResourceAsStream(file)) {
            return parse(file, in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the text of such a file. */
    public static Exclusions parse(String file, String text) {
        Set<String> rules = new HashSet<>();
        for (Rule rule : Rules.all()) {
            rules.add(rule.id());
        }
        Map<String, String> reasons = new HashMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.strip().split("\\s+", 3);
            if (parts.length < 3) {
                throw new IllegalArgumentException(
                        file + ", line " + number + ": an entry is module, rule and the reason");
            }
            if (!rules.contains(parts[1])) {
                throw new IllegalArgumentException(file + ", line " + number + ": there is no rule " + parts[1]);
            }
            reasons.put(parts[0] + " " + parts[1], parts[2]);
        }
        return new Exclusions(reasons);
    }

    /** Returns what is said of a rule for a module, null for nothing. */
    public @Nullable String reason(String module, String rule) {
        return reasons.get(module + " " + rule);
    }
}
