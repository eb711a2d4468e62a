package dev.clutch.runtime;

import dev.clutch.runtime.verifier.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The report cards of the compatibility kit that a runtime accepts: the JSON files of a folder, read when the first is asked for. A card speaks of the jar that has its hash, wherever that lies and whatever
 * it is called. Which kit made it doesn't count, but which rules it speaks of: each that binds today has to be among them.
 */
final class ReportCards {
    /** The rules of today's kit that bind, all but the optional ones. The tests of the kit compare. */
    private static final List<String> RULES = List.of(
            "refusal",
            "declaration",
            "declaration-true",
            "load-main",
            "load-legacy",
            "load-isolated",
            "callbacks-after-close",
            "interruption",
            "lock-released",
            "exec-retried",
            "reload",
            "argument-errors",
            "defining-class",
            "subclassing",
            "types-differ",
            "nothing-shared",
            "close-frees",
            "load-twice",
            "state-differs",
            "thread-switches",
            "load-parallel",
            "hammering",
            "schedules");

    private static final String BROKEN = "failed";
    private static final String CHALLENGED = "challenged";

    private final @Nullable Path folder;
    /** By hash of the jar and name of the module. Null as long as nobody has asked. */
    private @Nullable Map<String, Map<String, Graded>> cards;

    private final Map<String, String> hashes = new HashMap<>();

    /** What the cards of one jar say of a module: where several do, it has to pass in all of them, and each rule in one of them. */
    private static final class Graded {
        final TreeSet<String> kits = new TreeSet<>();
        final TreeSet<String> rules = new TreeSet<>();
        final TreeSet<String> broken = new TreeSet<>();
        boolean passed = true;
    }

    ReportCards(@Nullable Path folder) {
        this.folder = folder;
    }

    /** Returns why no card lets a module in, null when one does. */
    synchronized @Nullable String fault(String module, ExtensionOrigin origin) {
        Path place = folder;
        if (place == null) {
            return "the runtime has no folder of report cards";
        }
        String hash;
        try {
            hash = hash(origin.location());
        } catch (IOException e) {
            return "its jar cannot be read: " + e;
        }
        if (hash == null) {
            return "it is not in a jar, to whose hash a report card could be bound";
        }
        Map<String, Map<String, Graded>> known = cards;
        if (known == null) {
            known = read(place);
            cards = known;
        }
        Map<String, Graded> card = known.get(hash);
        if (card == null) {
            return "there is no report card for its jar, SHA-256 " + hash;
        }
        Graded graded = card.get(module);
        return graded == null ? "the report card of its jar does not speak of it" : fault(graded);
    }

    private static @Nullable String fault(Graded graded) {
        for (String rule : RULES) {
            if (graded.broken.contains(rule)) {
                return "it has failed, says the report card of its jar: rule " + rule;
            }
        }
        if (!graded.passed) {
            return "it has failed, says the report card of its jar";
        }
        List<String> missing = new ArrayList<>();
        for (String rule : RULES) {
            if (!graded.rules.contains(rule)) {
                missing.add(rule);
            }
        }
        return missing.isEmpty()
                ? null
                : "the report card of its jar, made by version " + String.join(" and ", graded.kits)
                        + " of the kit, does not speak of " + String.join(", ", missing);
    }

    private @Nullable String hash(String location) throws IOException {
        if (!location.startsWith("file:") || location.endsWith("/")) {
            return null;
        }
        String known = hashes.get(location);
        if (known == null) {
            known = Sha256.of(Path.of(URI.create(location)));
            hashes.put(location, known);
        }
        return known;
    }

    private static Map<String, Map<String, Graded>> read(Path folder) {
        Map<String, Map<String, Graded>> cards = new HashMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
            for (Path file : files) {
                try {
                    read(Json.read(Files.readString(file)), cards);
                } catch (IllegalArgumentException | ClassCastException e) {
                    throw new IllegalStateException(file + " is no report card: " + e.getMessage(), e);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the report cards in " + folder, e);
        }
        return cards;
    }

    @SuppressWarnings("InstanceofString") // of JSON, not of Python
    private static void read(@Nullable Object json, Map<String, Map<String, Graded>> cards) {
        if (!(json instanceof Map<?, ?> card)
                || !(card.get("sha256") instanceof String hash)
                || !(card.get("kit") instanceof String kit)
                || !(card.get("extensions") instanceof List<?> extensions)) {
            throw new IllegalArgumentException("no sha256, no kit or no extensions");
        }
        Map<String, Graded> modules = cards.computeIfAbsent(hash, _ -> new HashMap<>());
        for (Object each : extensions) {
            if (!(each instanceof Map<?, ?> extension)
                    || !(extension.get("module") instanceof String module)
                    || !(extension.get("passed") instanceof Boolean passed)
                    || !(extension.get("rules") instanceof List<?> rules)) {
                throw new IllegalArgumentException("an extension without module, passed or rules");
            }
            Graded graded = modules.computeIfAbsent(module, _ -> new Graded());
            graded.kits.add(kit);
            graded.passed &= passed;
            for (Object rule : rules) {
                if (!(rule instanceof Map<?, ?> outcome)
                        || !(outcome.get("id") instanceof String id)
                        || !(outcome.get("status") instanceof String status)) {
                    throw new IllegalArgumentException("a rule without id or status");
                }
                graded.rules.add(id);
                if (status.equals(BROKEN) || status.equals(CHALLENGED)) {
                    graded.broken.add(id);
                }
            }
        }
    }
}
