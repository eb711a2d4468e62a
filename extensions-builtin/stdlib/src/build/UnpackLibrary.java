import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Takes CPython's library out of the jar of another runtime and restores CPython's text.
 *
 * <p>{@code unpack JAR SOURCES CLASSES} verifies every input against SOURCES/inputs.sha256, applies SOURCES/edits and
 * writes CLASSES/Lib with a report; {@code record JAR SOURCES} writes inputs.sha256 for a new version of the jar.
 */
final class UnpackLibrary {
    private static final String ROOT = "META-INF/resources/libpython/";

    private final Path sources;
    private final Map<String, String> leftOut;
    private final Map<String, byte[]> inputs = new TreeMap<>();
    private final List<String> errors = new ArrayList<>();

    private UnpackLibrary(Path jar, Path sources) throws IOException {
        this.sources = sources;
        this.leftOut = readReasons(sources.resolve("left-out.txt"));
        TreeSet<String> unused = new TreeSet<>(leftOut.keySet());
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.isDirectory() || !entry.getName().startsWith(ROOT)) {
                    continue;
                }
                String name = entry.getName().substring(ROOT.length());
                String rule = leavingOut(name);
                if (rule != null) {
                    unused.remove(rule);
                } else {
                    try (InputStream in = zip.getInputStream(entry)) {
                        inputs.put(name, in.readAllBytes());
                    }
                }
            }
        }
        for (String rule : unused) {
            errors.add("left-out.txt names " + rule + ", which the jar does not hold");
        }
    }

    public static void main(String[] args) throws IOException {
        UnpackLibrary library = new UnpackLibrary(Path.of(args[1]), Path.of(args[2]));
        switch (args[0]) {
            case "record" -> library.record();
            case "unpack" -> library.unpack(Path.of(args[3]));
            default -> throw new IllegalArgumentException("unknown command " + args[0]);
        }
    }

    private void record() throws IOException {
        StringBuilder text = new StringBuilder();
        inputs.forEach((name, bytes) ->
                text.append(sha256(bytes)).append("  ").append(name).append('\n'));
        Files.writeString(sources.resolve("inputs.sha256"), text);
    }

    private void unpack(Path classes) throws IOException {
        verify();
        Map<String, byte[]> output = new TreeMap<>(inputs);
        List<String> restored = restore(output);
        List<String> ours = addOurs(output);
        Map<String, String> missing = readReasons(sources.resolve("missing.txt"));
        for (String name : missing.keySet()) {
            if (output.containsKey(name)) {
                errors.add("missing.txt names " + name + ", which is there");
            }
        }
        for (Map.Entry<String, byte[]> file : output.entrySet()) {
            String text = new String(file.getValue(), StandardCharsets.ISO_8859_1);
            if (text.contains("__graalpython__") || text.contains("import _polyglot")) {
                errors.add(file.getKey() + " still asks for the other runtime");
            }
        }
        if (!errors.isEmpty()) {
            errors.forEach(System.err::println);
            System.err.println("The standard library was not built: " + errors.size() + " problems.");
            System.exit(1);
        }
        String report = report(output.size(), restored, ours, missing);
        write(classes.resolve("Lib"), output);
        Path about = classes.resolve("META-INF/clutch/library.txt");
        Files.createDirectories(about.getParent());
        Files.writeString(about, report);
        System.out.println(
                "Standard library: " + output.size() + " files, " + restored.size() + " restored, " + ours.size()
                        + " ours, missing " + missing.keySet() + ", " + leftOut.size() + " left out, see " + about);
    }

    private void verify() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        for (String line : Files.readAllLines(sources.resolve("inputs.sha256"))) {
            expected.put(line.substring(66), line.substring(0, 64));
        }
        inputs.forEach((name, bytes) -> {
            String digest = expected.remove(name);
            if (digest == null) {
                errors.add(name + " is new: list it in inputs.sha256 or in left-out.txt");
            } else if (!digest.equals(sha256(bytes))) {
                errors.add(name + " has changed: its SHA-256 is not the one in inputs.sha256");
            }
        });
        for (String name : expected.keySet()) {
            errors.add(name + " is gone: inputs.sha256 lists it");
        }
    }

    private List<String> restore(Map<String, byte[]> output) throws IOException {
        List<String> restored = new ArrayList<>();
        Path edits = sources.resolve("edits");
        for (Path file : filesBelow(edits)) {
            String path = edits.relativize(file).toString().replace('\\', '/');
            String name = path.substring(0, path.length() - ".edit".length());
            byte[] before = output.get(name);
            if (before == null) {
                errors.add("edits/" + path + " has no input");
                continue;
            }
            try {
                String text = new String(before, StandardCharsets.UTF_8);
                String edited = new Edit(Files.readAllLines(file)).apply(text);
                output.put(name, edited.getBytes(StandardCharsets.UTF_8));
                restored.add(name);
            } catch (IllegalStateException e) {
                errors.add("edits/" + path + ": " + e.getMessage());
            }
        }
        return restored;
    }

    private List<String> addOurs(Map<String, byte[]> output) throws IOException {
        List<String> ours = new ArrayList<>();
        Path root = sources.resolve("ours");
        if (Files.isDirectory(root)) {
            for (Path file : filesBelow(root)) {
                String name = root.relativize(file).toString().replace('\\', '/');
                output.put(name, Files.readAllBytes(file));
                ours.add(name);
            }
        }
        return ours;
    }

    private String report(int count, List<String> restored, List<String> ours, Map<String, String> missing) {
        StringBuilder text = new StringBuilder();
        text.append("The standard library of CPython 3.12.8: ").append(count).append(" files.\n");
        text.append("CPython's text restored in ").append(restored.size()).append(":\n");
        restored.forEach(name -> text.append("  ").append(name).append('\n'));
        text.append("Ours: ").append(ours.isEmpty() ? "none\n" : "\n");
        ours.forEach(name -> text.append("  ").append(name).append('\n'));
        text.append("Missing, the jar does not hold them:\n");
        missing.forEach((name, result) ->
                text.append("  ").append(name).append(": ").append(result).append('\n'));
        text.append("Left out:\n");
        leftOut.forEach((name, why) ->
                text.append("  ").append(name).append(": ").append(why).append('\n'));
        return text.toString();
    }

    private static void write(Path root, Map<String, byte[]> output) throws IOException {
        if (Files.isDirectory(root)) {
            for (Path file : filesBelow(root)) {
                if (!output.containsKey(root.relativize(file).toString().replace('\\', '/'))) {
                    Files.delete(file);
                }
            }
        }
        for (Map.Entry<String, byte[]> file : output.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    private String leavingOut(String name) {
        for (String rule : leftOut.keySet()) {
            if (rule.endsWith("/") ? name.startsWith(rule) : name.equals(rule)) {
                return rule;
            }
        }
        return null;
    }

    private static Map<String, String> readReasons(Path file) throws IOException {
        Map<String, String> reasons = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                int space = line.indexOf(' ');
                reasons.put(line.substring(0, space), line.substring(space + 1));
            }
        }
        return reasons;
    }

    private static List<Path> filesBelow(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The edits of one file, in order. A block starts with {@code @} and is found by the lines it opens with; then, line
     * by line: {@code -text} takes the line away, a leading space keeps it, {@code +text} adds a line, {@code ~N} takes N
     * lines away, {@code #N} keeps N lines without their comment sign, {@code <N} keeps N lines indented less.
     */
    private record Edit(List<String> script) {
        String apply(String text) {
            String[] lines = text.split("\n", -1);
            List<String> result = new ArrayList<>();
            int at = 0;
            for (int i = 0; i < script.size(); i++) {
                String step = script.get(i);
                String rest = step.substring(1);
                switch (step.charAt(0)) {
                    case '@' -> {
                        int start = find(lines, at, i + 1);
                        while (at < start) {
                            result.add(lines[at++]);
                        }
                    }
                    case '-', ' ' -> {
                        if (!lines[at].equals(rest)) {
                            throw new IllegalStateException("line " + (at + 1) + " should read: " + rest);
                        }
                        if (step.charAt(0) == ' ') {
                            result.add(rest);
                        }
                        at++;
                    }
                    case '+' -> result.add(rest);
                    case '~' -> at += Integer.parseInt(rest);
                    case '#' -> {
                        for (int n = Integer.parseInt(rest); n > 0; n--) {
                            result.add(uncommented(lines[at++]));
                        }
                    }
                    case '<' -> {
                        for (int n = Integer.parseInt(rest); n > 0; n--) {
                            String line = lines[at++];
                            result.add(line.isBlank() ? line : line.substring(4));
                        }
                    }
                    default -> throw new IllegalStateException("unknown step: " + step);
                }
            }
            while (at < lines.length) {
                result.add(lines[at++]);
            }
            return String.join("\n", result);
        }

        private int find(String[] lines, int from, int block) {
            int length = 0;
            while (block + length < script.size()
                    && "- ".indexOf(script.get(block + length).charAt(0)) >= 0) {
                length++;
            }
            for (int at = from; at + length <= lines.length; at++) {
                int same = 0;
                while (same < length
                        && lines[at + same].equals(script.get(block + same).substring(1))) {
                    same++;
                }
                if (same == length) {
                    return at;
                }
            }
            throw new IllegalStateException(
                    "the anchor is not there: " + script.get(block).substring(1));
        }

        private static String uncommented(String line) {
            int sign = line.indexOf('#');
            if (sign < 0 || !line.substring(0, sign).isBlank()) {
                throw new IllegalStateException("not a comment: " + line);
            }
            String code = line.substring(sign + 1);
            return line.substring(0, sign) + (code.startsWith(" ") ? code.substring(1) : code);
        }
    }
}
