package dev.clutch.runtime.verifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A report as a file, one for each provider in a folder. It is taken for true as long as every class file that it is about has the hash it had, and the rules are those of this verifier; whoever can write
 * to the folder decides what is loaded.
 */
public final class ReportFile {
    private static final String HEAD = "clutch verifier report 1 ";

    private ReportFile() {}

    /** Writes a report. */
    public static void write(Path folder, String provider, Report report) {
        StringBuilder text = new StringBuilder(HEAD).append(rules()).append('\n');
        text.append(report.verdict()).append('\t').append(report.bytes()).append('\n');
        for (Map.Entry<String, String> e : new TreeMap<>(report.hashes()).entrySet()) {
            text.append("class\t")
                    .append(e.getKey())
                    .append('\t')
                    .append(e.getValue())
                    .append('\n');
        }
        for (Map.Entry<String, String> e : new TreeMap<>(report.sharedState()).entrySet()) {
            text.append("shared\t")
                    .append(e.getKey())
                    .append('\t')
                    .append(line(e.getValue()))
                    .append('\n');
        }
        for (Finding f : report.findings()) {
            text.append("finding\t")
                    .append(f.fact())
                    .append('\t')
                    .append(f.contradicts())
                    .append('\t');
            text.append(f.owner())
                    .append('\t')
                    .append(f.member())
                    .append('\t')
                    .append(line(f.why()))
                    .append('\t');
            text.append(f.method()).append('\t').append(f.offset()).append('\t').append(line(f.act()));
            for (String step : f.path()) {
                text.append('\t').append(step);
            }
            text.append('\n');
        }
        try {
            Files.createDirectories(folder);
            Path made = Files.createTempFile(folder, "report", ".tmp");
            Files.writeString(made, text, StandardCharsets.UTF_8);
            Files.move(made, file(folder, provider), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the report about " + provider + " in " + folder, e);
        }
    }

    private static String line(String text) {
        return text.replace('\t', ' ').replace('\n', ' ');
    }

    private static Path file(Path folder, String provider) {
        return folder.resolve(provider + ".txt");
    }

    /** Reads the report about a provider; null when there is none that is still true. */
    public static @Nullable Report read(Path folder, ClassSource source, String provider) {
        List<String> lines;
        try {
            Path file = file(folder, provider);
            if (!Files.exists(file)) {
                return null;
            }
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the report about " + provider + " in " + folder, e);
        }
        if (lines.size() < 2 || !lines.getFirst().equals(HEAD + rules())) {
            return null;
        }
        String[] head = lines.get(1).split("\t", -1);
        Map<String, String> hashes = new LinkedHashMap<>();
        Map<String, String> shared = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (String line : lines.subList(2, lines.size())) {
            String[] words = line.split("\t", -1);
            switch (words[0]) {
                case "class" -> hashes.put(words[1], words[2]);
                case "shared" -> shared.put(words[1], words[2]);
                default ->
                    findings.add(new Finding(
                            Fact.valueOf(words[1]),
                            Boolean.parseBoolean(words[2]),
                            words[3],
                            words[4],
                            words[5],
                            words[6],
                            Integer.parseInt(words[7]),
                            words[8],
                            List.of(words).subList(9, words.length)));
            }
        }
        for (Map.Entry<String, String> e : hashes.entrySet()) {
            byte[] now = source.find(e.getKey() + ".class");
            if (now == null || !Sha256.of(now).equals(e.getValue())) {
                return null;
            }
        }
        return new Report(
                Verdict.valueOf(head[0]), findings, shared, hashes, World.hash(hashes), Long.parseLong(head[1]));
    }

    /** The rules decide as much as the classes do. */
    private static String rules() {
        return Sha256.of(Rules.text().getBytes(StandardCharsets.UTF_8));
    }
}
