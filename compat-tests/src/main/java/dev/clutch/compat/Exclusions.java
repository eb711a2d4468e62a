package dev.clutch.compat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code META-INF/clutch/compat-exclusions.txt} that the class loader of an extension finds: rules that are not applied, one a line, as {@code module rule reason}. A line without a reason is an
 * error, so is one for a rule that does not exist.
 */
public final class Exclusions {
    /** Where the file is. */
    public static final String FILE = "META-INF/clutch/compat-exclusions.txt";

    private final Map<String, String> reasons;

    private Exclusions(Map<String, String> reasons) {
        this.reasons = reasons;
    }

    static Exclusions of(ClassLoader loader) {
        try (InputStream in = loader.getResourceAsStream(FILE)) {
            return parse(in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the text of such a file. */
    public static Exclusions parse(String text) {
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
                        FILE + ", line " + number + ": an entry is module, rule and the reason");
            }
            boolean known = false;
            for (Rule rule : Rules.all()) {
                known |= rule.id().equals(parts[1]);
            }
            if (!known) {
                throw new IllegalArgumentException(FILE + ", line " + number + ": there is no rule " + parts[1]);
            }
            reasons.put(parts[0] + " " + parts[1], parts[2]);
        }
        return new Exclusions(reasons);
    }

    /** Returns why a rule is not applied to a module, null when it is. */
    public @Nullable String reason(String module, String rule) {
        return reasons.get(module + " " + rule);
    }
}
