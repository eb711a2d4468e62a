package dev.clutch.interp.unicode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Further names of characters, from the table written by {@code src/tables/unicode_aliases.py}. */
final class UnicodeAliases {
    static final UnicodeAliases INSTANCE = load();

    private final Map<String, Integer> codePoints;

    private UnicodeAliases(Map<String, Integer> codePoints) {
        this.codePoints = Map.copyOf(codePoints);
    }

    private static UnicodeAliases load() {
        try (InputStream in = UnicodeAliases.class.getResourceAsStream("aliases.txt")) {
            if (in == null) {
                throw new IllegalStateException("the table of aliases is missing from the jar");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
            Map<String, Integer> all = new HashMap<>(1024);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int blank = line.indexOf(' ');
                all.put(line.substring(blank + 1), Integer.valueOf(line.substring(0, blank), 16));
            }
            return new UnicodeAliases(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The character of an alias in upper case, or -1. */
    int lookup(String alias) {
        Integer codePoint = codePoints.get(alias);
        return codePoint == null ? -1 : codePoint;
    }
}
