package dev.clutch.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The report cards of the compatibility kit that a runtime accepts: the JSON files of a folder, read when the first is asked for. A card speaks of the jar that has its hash, wherever that lies and whatever
 * it is called.
 */
final class ReportCards {
    private final @Nullable Path folder;
    /** By hash of the jar: the modules, and whether they passed. Null as long as nobody has asked. */
    private @Nullable Map<String, Map<String, Boolean>> cards;

    private final Map<String, String> hashes = new HashMap<>();

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
        Map<String, Map<String, Boolean>> known = cards;
        if (known == null) {
            known = read(place);
            cards = known;
        }
        Map<String, Boolean> card = known.get(hash);
        if (card == null) {
            return "there is no report card for its jar, SHA-256 " + hash;
        }
        Boolean passed = card.get(module);
        return passed == null
                ? "the report card of its jar does not speak of it"
                : passed ? null : "it has failed, says the report card of its jar";
    }

    private @Nullable String hash(String location) throws IOException {
        if (!location.startsWith("file:") || location.endsWith("/")) {
            return null;
        }
        String known = hashes.get(location);
        if (known == null) {
            known = hash(Path.of(URI.create(location)));
            hashes.put(location, known);
        }
        return known;
    }

    private static String hash(Path jar) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        byte[] block = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(jar)) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                digest.update(block, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Where two cards speak of one jar, a module has to pass in both. */
    private static Map<String, Map<String, Boolean>> read(Path folder) {
        Map<String, Map<String, Boolean>> cards = new HashMap<>();
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

    private static void read(@Nullable Object json, Map<String, Map<String, Boolean>> cards) {
        if (!(json instanceof Map<?, ?> card)
                || !(card.get("sha256") instanceof String hash)
                || !(card.get("extensions") instanceof List<?> extensions)) {
            throw new IllegalArgumentException("no sha256 or no extensions");
        }
        Map<String, Boolean> modules = cards.computeIfAbsent(hash, _ -> new HashMap<>());
        for (Object each : extensions) {
            if (!(each instanceof Map<?, ?> extension)
                    || !(extension.get("module") instanceof String module)
                    || !(extension.get("passed") instanceof Boolean passed)) {
                throw new IllegalArgumentException("an extension without module or passed");
            }
            modules.merge(module, passed, Boolean::logicalAnd);
        }
    }
}
