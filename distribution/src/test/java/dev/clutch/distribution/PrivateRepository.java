package dev.clutch.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A local Maven repository under {@code target}: our artifacts as this build has made them, and links to what the user's own has of others. So a project outside the reactor is built offline, and nothing of us
 * gets into the user's repository.
 */
final class PrivateRepository {
    private static final String VERSION = "0.1.0-SNAPSHOT";
    private static final Path ROOT = Path.of("..");

    /** What an author's project needs, by the folder that makes it. */
    private static final Map<String, String> ARTIFACTS = Map.of(
            "clutch-extension-spi", "module-extension-spi",
            "clutch-runtime", "module-runtime",
            "clutch-interp", "module-interp",
            "clutch-extensions-builtin", "extensions-builtin",
            "clutch-stdlib", "extensions-builtin/stdlib",
            "clutch-compat-tests", "compat-tests");

    private PrivateRepository() {}

    /** Makes it anew. */
    static Path make(Path folder) throws IOException {
        Path users = Path.of(System.getProperty("clutch.repository"));
        Path ours = folder.resolve("dev/clutch");
        Files.createDirectories(ours);
        link(users, folder, "dev");
        link(users.resolve("dev"), folder.resolve("dev"), "clutch");
        pom(ours, "clutch", ROOT.resolve("pom.xml"));
        for (Map.Entry<String, String> artifact : ARTIFACTS.entrySet()) {
            Path module = ROOT.resolve(artifact.getValue());
            Path place = pom(ours, artifact.getKey(), module.resolve("pom.xml"));
            String jar = artifact.getKey() + "-" + VERSION + ".jar";
            Files.copy(module.resolve("target").resolve(jar), place.resolve(jar), StandardCopyOption.REPLACE_EXISTING);
        }
        return folder;
    }

    private static Path pom(Path ours, String artifact, Path pom) throws IOException {
        Path place = Files.createDirectories(ours.resolve(artifact).resolve(VERSION));
        Files.copy(pom, place.resolve(artifact + "-" + VERSION + ".pom"), StandardCopyOption.REPLACE_EXISTING);
        return place;
    }

    private static void link(Path from, Path to, String without) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        List<Path> entries;
        try (Stream<Path> listed = Files.list(from)) {
            entries = listed.toList();
        }
        for (Path entry : entries) {
            Path link = to.resolve(entry.getFileName());
            if (!entry.endsWith(without) && !Files.isSymbolicLink(link)) {
                Files.createSymbolicLink(link, entry.toAbsolutePath());
            }
        }
    }
}
